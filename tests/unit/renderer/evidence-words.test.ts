/** What is said of evidence that was opened. */
import { describe, expect, it } from 'vitest';
import { CheckAnswer } from '../../../contract/check.ts';
import type { CheckCounts } from '../../../contract/check-overview.ts';
import { sourceWords } from '../../../renderer/check/check-words.ts';
import { changedWords, heldWords, sizeWords } from '../../../renderer/check/evidence-words.ts';

const changed = (files: readonly string[], count = files.length) =>
  changedWords({ kind: 'changed', holds: null, files: [...files], count });

describe('what is other', () => {
  it('is told by the names of files, and how many more there are', () => {
    expect(changed(['report.csv', 'SHA256SUMS'])).toBe('Other than when it was made: report.csv, SHA256SUMS.');
    expect(changed(['report.csv'], 1201)).toBe('Other than when it was made: report.csv and 1,200 more.');
  });

  it('is what stands around the files where they are as they were', () => {
    expect(changed([])).toMatch(/^Its files are as they were/);
  });

  it('is nothing where it is unchanged or none', () => {
    expect(changedWords({ kind: 'not-evidence' })).toBeNull();
  });
});

describe('what it holds', () => {
  const answers = Object.fromEntries(CheckAnswer.options.map((one) => [one, 1])) as CheckCounts['answers'];
  const counts = { rows: 13, answers, empty: 1, repeated: 1 };
  const held = {
    made: '2026-12-01T11:00:00.000Z',
    app: '0.1.0',
    server: 'https://api.example.com',
    check: { name: null, source: { kind: 'file' as const, name: 'list.xlsx' }, counts },
    replies: 1200,
    bytes: 4_300_000,
  };

  it('is told with its name, or where the list came from', () => {
    const words = new Map(heldWords(held));
    expect(words.get('Check')).toBe('list.xlsx');
    expect(words.get('Answers of the server')).toBe('1,200, in 4.3 MB');
    expect(words.get('Rows')).toMatch(/^13 rows: /);
    expect(new Map(heldWords({ ...held, check: { ...held.check, name: 'July' } })).get('Check')).toBe('July');
  });

  it('has a size that is never nothing', () => {
    expect([10, 999_999, 12_600_000, 1_234_000_000].map(sizeWords)).toEqual(['0.1 MB', '1.0 MB', '13 MB', '1,234 MB']);
  });
});

it('a workbook is called with its sheet, and with the names of the others', () => {
  const source = { kind: 'file' as const, name: 'list.xlsx' };
  expect(sourceWords({ ...source, sheet: { name: 'July', others: [] } })).toBe('list.xlsx, sheet July');
  expect(sourceWords({ ...source, sheet: { name: 'July', others: ['June', 'May'] } })).toBe(
    'list.xlsx, sheet July (others: June, May)',
  );
});
