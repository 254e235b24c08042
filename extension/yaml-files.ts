/**
 * Vite plugin: an imported `*.yml` file becomes a module whose default export is its content. Every value stays text,
 * as in the program's own reader (`files/strict_yaml.py`): French "on" is a word. What keys mean is the importer's affair.
 */
import type { Plugin } from 'vite';
import { isAlias, LineCounter, parseDocument, visit } from 'yaml';

/**
 * The one document of a YAML text: mappings, lists and text ('' where a value is left out); null when it holds nothing.
 *
 * @param file - named in errors.
 * @throws an Error that begins with `file:line:column: ` when the text is no YAML, repeats a key, holds a second
 *   document, or uses anchors or tags of its own.
 */
export function yamlContent(text: string, file: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const fault = (offset: number, message: string): Error => {
    const { line, col } = lines.linePos(offset);
    return new Error(`${file}:${line}:${col}: ${message}`);
  };
  const wrong = document.errors[0] ?? document.warnings[0];
  if (wrong) throw fault(wrong.pos[0], wrong.message);
  visit(document, {
    Node(_key, node) {
      if (isAlias(node) || node.anchor) throw fault(node.range?.[0] ?? 0, 'Write the text out: no anchors or aliases.');
    },
  });
  return document.toJS();
}

export function yamlFiles(): Plugin {
  return {
    name: 'yaml-files',
    transform(text, id) {
      const file = id.replace(/\?.*$/, '');
      if (!file.endsWith('.yml')) return null;
      return { code: `export default ${JSON.stringify(yamlContent(text, file))};`, map: null };
    },
  };
}
