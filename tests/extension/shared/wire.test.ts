import { describe, expect, test } from 'vitest';
import { isCheckRequest, isReport, MAX_TEXT_UTF16 } from '@/shared/wire';
import report from '../../contract/report.json';
import request from '../../contract/request.json';

const finding = report.findings[0]!;
/** The text that the report of the contract is about. */
const LENGTH = request.text.length;

const withFinding = (change: object): unknown => ({ ...report, findings: [{ ...finding, ...change }] });
const withReason = (change: object): unknown => withFinding({ reasons: [{ ...finding.reasons[0], ...change }] });

describe('a report', () => {
  test('of the contract is taken', () => {
    expect(isReport(report, LENGTH)).toBe(true);
  });

  test('without findings is taken', () => {
    expect(isReport({ ...report, score: 0, level: 'clear', findings: [] }, 0)).toBe(true);
  });

  test.each<[string, unknown]>([
    ['is not an object', 'report'],
    ['is null', null],
    ['is a list', [report]],
    ['has a key that nobody agreed on', { ...report, note: '' }],
    ['has an inherited key as its own', { ...report, constructor: 'x' }],
    ['lacks the level', { ...report, level: undefined }],
    ['has an unknown level', { ...report, level: 'green' }],
    ['has a score that is text', { ...report, score: '63' }],
    ['has a score over 100', { ...report, score: 101 }],
    ['has a score that is not a number', { ...report, score: NaN }],
    ['has findings that are no list', { ...report, findings: { length: 0 } }],
    ['has more than 200 findings', { ...report, findings: Array(201).fill(finding) }],
    ['has a finding that ends behind the text', withFinding({ end: LENGTH + 1 })],
    ['has a finding that begins before the text', withFinding({ start: -1 })],
    ['has a finding that is empty', withFinding({ start: 10, end: 10 })],
    ['has a finding that ends before it begins', withFinding({ start: 12, end: 10 })],
    ['has an offset between two units', withFinding({ start: 9.5 })],
    ['has an unknown severity', withFinding({ severity: 'fatal' })],
    ['has an endless message', withFinding({ message: 'x'.repeat(2001) })],
    ['has a message that is no text', withFinding({ message: { toString: 'x' } })],
    ['has a suggestion that is no text', withFinding({ suggestions: [1] })],
    ['has too many suggestions', withFinding({ suggestions: Array(21).fill('x') })],
    ['has a finding with one more key', withFinding({ html: '<b>' })],
    ['has a reason outside the text', withReason({ text_end: LENGTH + 1 })],
    ['has a reason that is turned round', withReason({ text_start: 5, text_end: 4 })],
    ['has a weight out of its range', withReason({ weight: 2 })],
  ])('that %s is refused', (_what, value) => {
    expect(isReport(value, LENGTH)).toBe(false);
  });
});

describe('a request', () => {
  test('of the contract is taken', () => {
    expect(isCheckRequest(request)).toBe(true);
  });

  test('of the longest text is taken', () => {
    expect(isCheckRequest({ text: 'x'.repeat(MAX_TEXT_UTF16) })).toBe(true);
  });

  test.each<[string, unknown]>([
    ['has no text', { site: 'x' }],
    ['has a text that is an object', { text: {} }],
    ['has a text over the limit', { text: 'x'.repeat(MAX_TEXT_UTF16 + 1) }],
    ['names a port', { text: '', port: 1 }],
    ['asks to explain', { text: '', explain: true }],
    ['has an unknown audience', { text: '', audience: 'everybody' }],
    ['has an endless site', { text: '', site: 'x'.repeat(256) }],
  ])('that %s is refused', (_what, value) => {
    expect(isCheckRequest(value)).toBe(false);
  });
});
