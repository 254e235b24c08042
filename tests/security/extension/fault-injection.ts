/** Puts a possible fault at the beginning of every function of a built script. */
import ts from 'typescript';

/**
 * The script with a call at the head of each function, which throws where the page's address says `?fault=all`, or the
 * number of the part (0 to `parts` - 1) that the function belongs to.
 */
export function throwingIn(script: string, parts: number): string {
  const source = ts.createSourceFile('watch.js', script, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const inserts: { at: number; text: string }[] = [];
  let functions = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const body = node.body as ts.Node;
      const call = `__fault(${(functions += 1)})`;
      if (ts.isBlock(body)) inserts.push({ at: body.getStart() + 1, text: `${call};` });
      else inserts.push({ at: body.getStart(), text: `(${call}, ` }, { at: body.getEnd(), text: ')' });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const whole = inserts.sort((one, other) => other.at - one.at).reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), script);
  const head = `const __faulty = new URLSearchParams(location.search).get('fault');
const __fault = (number) => { if (__faulty === 'all' || __faulty === String(number % ${parts})) throw new Error('fault ' + number); };`;
  return `{\n${head}\n${whole}\n}`;
}
