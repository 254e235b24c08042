import { describe, expect, it } from 'vitest';

import { FindingsPanel } from '@/pages/practice/findings';
import type { CheckError } from '@/shared/errors';

import { finding, report } from '../../content/fakes';

const NOT_CHECKED: CheckError[] = [
  'not_configured',
  'not_reached',
  'not_authenticated',
  'text_too_long',
  'refused',
  'extension_reloaded',
];

describe('the list of findings', () => {
  it('shows the words found, with their title and why', () => {
    const panel = new FindingsPanel('en');
    panel.take('a bad word', report([{ ...finding(2, 5), title: 'A title', message: '<b>A why</b>' }]));
    panel.show('checked', 1);

    expect([...panel.element.querySelectorAll('q, li strong, li p')].map((part) => part.textContent)).toEqual([
      'bad',
      'A title',
      '<b>A why</b>',
    ]);
  });

  it.each(NOT_CHECKED)('says "not checked", shows nothing old and never "nothing to point out": %s', (error) => {
    const panel = new FindingsPanel('en');
    panel.take('a bad word', report([finding(2, 5)]));
    panel.show('checked', 1);
    panel.show(error, 0);

    expect(panel.element.querySelector('[role=status]')?.textContent).toMatch(/^Not checked/);
    expect(panel.element.querySelectorAll('li')).toHaveLength(0);
  });
});
