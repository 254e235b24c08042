// Every check of a TypeScript file, and the same file without it, as JSON lines: {file, line, was, now, text}.
//     node typescript-checks.mjs <folder of node_modules> FILE…
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [, , modules, ...files] = process.argv;
const ts = createRequire(`${modules}/`)('typescript');
const Kind = ts.SyntaxKind;
const EQUALITY = new Set([Kind.EqualsEqualsEqualsToken, Kind.ExclamationEqualsEqualsToken]);

/** Each check with what takes its place. */
function* checks(node) {
  if (ts.isIfStatement(node)) yield [node.expression, 'false'];
  if (ts.isConditionalExpression(node)) yield* [[node.condition, 'true'], [node.condition, 'false']];
  if (ts.isBinaryExpression(node)) {
    const operator = node.operatorToken.kind;
    if (operator === Kind.AmpersandAmpersandToken) yield* [[node.left, 'true'], [node.right, 'true']];
    if (operator === Kind.BarBarToken) yield* [[node.left, 'false'], [node.right, 'false']];
  }
  if (ts.isArrowFunction(node) && ts.isBinaryExpression(node.body) && EQUALITY.has(node.body.operatorToken.kind)) yield [node.body, 'true'];
  // The values of a form's table, and the accepted form and the limit of a message: each is a check of its own.
  const inForm = ts.isPropertyAssignment(node) && ts.isCallExpression(node.parent.parent) && node.parent.parent.expression.getText() === 'isForm';
  const named = ts.isPropertyAssignment(node) ? node.name.getText() : '';
  if (inForm || named === 'accepts') yield [node.initializer, '() => true'];
  if (named === 'limit') yield [node.initializer, 'undefined'];
  for (const child of node.getChildren()) yield* checks(child);
}

for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  for (const [node, now] of checks(source)) {
    const was = node.getText();
    if (was === now) continue;
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const without = text.slice(0, node.getStart()) + now + text.slice(node.end);
    console.log(JSON.stringify({ file, line, was: was.replace(/\s+/g, ' '), now, text: without }));
  }
}
