import { expect, test } from 'vitest';
import { SETTING_NAMES } from '@/shared/storage/setting-values';
import { SETTINGS, type SettingName } from '@/shared/settings';
import schema from '../../../../extension/public/managed-schema.json';

const PROPERTIES = schema.properties as Record<string, { title: string; description: string }>;

/** What Chromium must check so that a policy which passes there also passes here. */
function formOf(name: SettingName): object {
  const declared = SETTINGS[name];
  if (declared.kind === 'switch') return { type: 'boolean' };
  if (declared.kind === 'choice') return { type: 'string', enum: [...declared.values] };
  if (declared.kind === 'text') return { type: 'string', maxLength: declared.longest };
  return { type: 'array', maxItems: declared.most, items: { type: 'string', maxLength: declared.longest } };
}

/** Declared, since Chromium hides what a schema does not name, and a secret that nobody sees stays where it is. */
const WARNED_OF = ['key', 'token'];

test('the policy schema has every setting that a company may set, what the options warn of, and no other', () => {
  const companys = SETTING_NAMES.filter((name) => SETTINGS[name].setBy !== 'person');

  expect(Object.keys(PROPERTIES).sort()).toEqual([...companys, ...WARNED_OF].sort());
});

test.each(Object.keys(PROPERTIES).filter((name) => !WARNED_OF.includes(name)))('%s is described in words, and in the form of its declaration', (name) => {
  const { title, description, ...form } = PROPERTIES[name]!;

  expect([title, description].every((text) => text.trim().length > 3)).toBe(true);
  expect(form).toEqual(formOf(name as SettingName));
});
