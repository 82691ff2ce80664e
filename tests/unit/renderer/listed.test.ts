/** Lists of ids, addresses and numbers in the page: as a field of one line holds them, what is said of them, and the table's. */
import { describe, expect, test } from 'vitest';
import { longestSearchText } from '../../../contract/bounds.ts';
import type { Call, CallName } from '../../../contract/calls.ts';
import type { ListedSummary } from '../../../contract/pasted.ts';
import { asOneLine, fitting } from '../../../renderer/search/one-line.ts';
import { foundOptions } from '../../../renderer/search/search-option.ts';
import { leftOut } from '../../../renderer/store/listed.ts';
import type { Found } from '../../../renderer/store/search.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { countedWords } from '../../../renderer/sync/found-words.ts';
import {
  leftOutWords,
  listedNoteWords,
  listedWords,
  oddItemWords,
  oddWords,
} from '../../../renderer/words/listed-words.ts';
import { cardOf } from '../../renderer-double/people.ts';

const summary: ListedSummary = {
  understood: 20,
  known: 12,
  notKnown: ['u-1'],
  notKnownText: 'u-1',
  beyond: 0,
  odd: { count: 1, first: [{ text: 'n/a', line: 3, why: 'no-id' }] },
};

describe('pasted lines in a field of one line', () => {
  test.each([
    ['u-1\nu-2\r\n\r\nu-3\n', 'u-1; u-2; u-3'],
    ['\n  u-1\n', 'u-1'],
    ['u-1, u-2', 'u-1, u-2'],
    ['a\tb', 'a\tb'],
    ['Ana\tu-1\nBen\tu-2', 'Ana\tu-1 ↵ Ben\tu-2'],
    ['Silva, Ana <a@x.org>\nJones, Ben <b@x.org>', 'Silva, Ana <a@x.org> ↵ Jones, Ben <b@x.org>'],
    ['', ''],
  ])('%j are %j', (text, line) => {
    expect(asOneLine(text)).toBe(line);
  });

  test('are cut where a part ends, and what is left out is counted', () => {
    expect(fitting('u-1; u-2')).toEqual({ text: 'u-1; u-2', left: 0 });
    const list = Array.from({ length: 10_000 }, (_, nth) => `u-${10_000 + nth}`).join('; ');
    const { text, left } = fitting(list);
    expect([text.length <= longestSearchText, text.length + left]).toEqual([true, list.length]);
    expect(list.startsWith(`${text};`)).toBe(true);
    expect(text).toMatch(/u-\d{5}$/);
    const word = 'x'.repeat(longestSearchText + 7);
    expect(fitting(word)).toEqual({ text: word.slice(7), left: 7 });
    expect(leftOut({ text, left }, text)).toBe(left);
    expect([leftOut({ text, left }, 'another'), leftOut(null, text)]).toEqual([0, 0]);
  });
});

describe('words', () => {
  test('say how much of a list is understood and known', () => {
    const odd = { count: 0, first: [] };
    expect(listedWords({ ...summary, odd })).toBe('20 understood, 12 of them known, 8 not');
    expect(listedWords({ understood: 1000, known: 1000, odd })).toBe('1,000 understood, all of them known');
    expect(listedWords({ understood: 2, known: 0, odd })).toBe('2 understood, none of them known');
    expect(listedNoteWords({ ...summary, odd })).toBe('20 understood, 12 of them known, 8 not');
  });

  test('say what of a list was not understood', () => {
    expect(listedWords(summary)).toBe('12 of 21 found, 8 not known, 1 not understood');
    expect(listedWords({ ...summary, known: 20 })).toBe('20 of 21 found, 1 not understood');
    expect(listedNoteWords(summary)).toBe('12 of 21 found, 8 not known, 1 not understood: “n/a”');
    const { first } = summary.odd;
    const many = { count: 1200, first: [...first, ...first, ...first] };
    expect(listedNoteWords({ ...summary, odd: many })).toMatch(/not understood: “n\/a”, “n\/a” and 1,198 more$/);
  });

  test('name what is none, and what is wrong with it', () => {
    expect(oddItemWords({ text: 'ABC-12', line: 2, why: 'another-form' })).toBe(
      '“ABC-12”: not of the form that ids have here',
    );
    expect(oddItemWords({ text: 'https://x.test/1', line: 2, why: 'another-link' })).toBe(
      '“https://x.test/1”: a link to something else',
    );
    expect(oddWords(summary.odd)).toBe('1 item is no id: “n/a” (line 3)');
    const item = (line: number) => ({ text: `x${line}`, line, why: 'no-id' as const });
    expect(oddWords({ count: 9, first: [item(1), item(2), item(3)] })).toBe(
      '9 items are no ids: “x1” (line 1), “x2” (line 2) and 7 more',
    );
    expect(oddWords({ count: 0, first: [] })).toBe('');
  });

  test('say what was left out', () => {
    expect(leftOutWords(0, 0)).toEqual([]);
    expect(leftOutWords(300, 5000)).toEqual([
      '300 more were not looked for: 1,000 are looked for at once.',
      'The last 5,000 characters were left out: a text of 65,536 is looked for at once.',
    ]);
  });

  test('count while a text is given', () => {
    const none = { count: 0, first: [] };
    expect(countedWords({ found: 12, added: 3, odd: none })).toBe('12 ids, 3 new');
    expect(countedWords({ found: 1, added: 0, odd: none })).toBe('1 id, none new');
    expect(countedWords({ found: 0, added: 0, odd: none })).toBe('No ids');
    expect(countedWords({ found: 2, added: 2, odd: summary.odd })).toBe(
      '2 ids, 2 new. 1 item is no id: “n/a” (line 3)',
    );
  });
});

test('the search offers the table first, then to check the list, and then who is known', () => {
  const person = { card: cardOf(1), marks: [], because: null };
  const found: Found = {
    found: [person],
    known: 9,
    fetchable: null,
    listed: summary,
    counts: { byStatus: { active: 1, inactive: 0, deleted: 0, unknown: 0, 'not-found': 0 }, more: false },
    text: ' u-1; u-2 ',
    status: 'active',
    rest: 'none',
  };
  expect(foundOptions(found)).toEqual([
    { kind: 'listed', key: 'listed', filter: { text: 'u-1; u-2', status: null }, listed: summary },
    { kind: 'check', key: 'check', text: ' u-1; u-2 ', listed: summary },
    { kind: 'person', key: `person:${person.card.id}`, person },
  ]);
  // One beside what is not understood is who is meant: nothing stands before them, and there is no list to check.
  const one = { ...summary, understood: 1, known: 1 };
  expect(foundOptions({ ...found, listed: one }).map(({ kind }) => kind)).toEqual(['person', 'listed']);
});

describe('the table’s list', () => {
  /** Answers in whatever order it is told to. */
  function asking() {
    const waiting: { text: string; answer: (summary: ListedSummary | null) => void }[] = [];
    const call = ((name: CallName, { text }: { text: string }) => {
      if (name !== 'people.listed') return Promise.resolve({ ok: true, value: [] });
      return new Promise((resolve) => waiting.push({ text, answer: (value) => resolve({ ok: true, value }) }));
    }) as unknown as Call;
    return { store: createDirectoryStore(call), waiting };
  }

  test('is that of the last text, whichever answer comes last', async () => {
    const { store, waiting } = asking();
    const first = store.getState().readListed('u-1 u-2');
    const second = store.getState().readListed('u-1 u-2 u-3');
    waiting[1]?.answer({ ...summary, understood: 3 });
    waiting[0]?.answer(summary);
    await Promise.all([first, second]);
    expect(store.getState().listed).toEqual({ text: 'u-1 u-2 u-3', summary: { ...summary, understood: 3 } });
  });

  test('goes with its text', async () => {
    const { store, waiting } = asking();
    const asked = store.getState().readListed('u-1 u-2');
    waiting[0]?.answer(summary);
    await asked;
    await store.getState().readListed('');
    expect(store.getState().listed).toBeNull();
    expect(waiting).toHaveLength(1);
  });
});

test('what of a text to start from is no id is said once it is connected', async () => {
  const call = (async (name: CallName) =>
    name === 'account.connect'
      ? { ok: true, value: { overview: { open: null }, start: null, idsFound: 1, odd: summary.odd } }
      : { ok: true, value: [] }) as unknown as Call;
  const store = createDirectoryStore(call);
  await store.getState().connect({ server: 'https://x.test', token: 't', startFrom: 'u-1 n/a', name: '' });
  expect(store.getState().notice?.text).toBe('Of what to start from, 1 item is no id: “n/a” (line 3).');
});
