import { describe, expect, it } from 'vitest';
import { yamlContent } from '../../extension/yaml-files';

const refusal = (text: string): string => {
  try {
    yamlContent(text, 'x.yml');
  } catch (error) {
    return (error as Error).message;
  }
  return 'taken';
};

describe('a YAML file as a module', () => {
  it('keeps every value as text', () => {
    const content = yamlContent('a: [on, no, true, 12:30, 3.10, "x"]\nb:\n', 'x.yml');

    expect(content).toEqual({ a: ['on', 'no', 'true', '12:30', '3.10', 'x'], b: '' });
  });

  it.each([
    ['a broken list', 'a: 1\nb: [1, 2\nc: 3\n', /^x\.yml:3:1: /],
    ['a repeated key', 'a: 1\nb: 2\na: 3\n', /^x\.yml:3:1: .*unique/],
    ['an anchor', 'a: 1\nb: &b text\n', /^x\.yml:2:7: .*anchors/],
    ['an anchor on a list', 'a: 1\nb: &b [text]\n', /^x\.yml:2:7: .*anchors/],
    ['an alias', 'a: 1\nb: *b\n', /^x\.yml:2:4: .*aliases/],
    ['a tag', 'a: 1\nb: !js/function text\n', /^x\.yml:2:4: .*tag/],
    ['a second document', 'a: 1\n---\nb: 2\n', /^x\.yml:2:1: /],
  ])('refuses %s and says where', (_what, text, expected) => {
    expect(refusal(text)).toMatch(expected);
  });
});
