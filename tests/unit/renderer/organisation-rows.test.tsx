/** What a row of the organisation's tree says and draws: every mark in words, names of any length, and levels without end. */
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Member, TreeRow as Row } from '../../../contract/organisation.ts';
import { indentOf, isDeep } from '../../../renderer/organisation/indent.ts';
import { circleWords, rowWords } from '../../../renderer/organisation/row-words.ts';
import { branchCount, cutRowsWords, peopleWords, totalsWords } from '../../../renderer/organisation/totals-words.ts';
import { TreeRow } from '../../../renderer/organisation/tree-row.tsx';
import { cardOf, idOf } from '../../renderer-double/people.ts';
import { memberOf } from './organisation-tree.ts';

const named = (number: number, name: string) => ({ id: idOf(number), name });
const row = (change: Partial<Member> = {}, isOpen: boolean | null = null): Row => ({
  kind: 'member',
  isOpen,
  spot: null,
  member: memberOf(1, change),
});
const ana = { ...cardOf(1, { name: 'Ana Silva' }), role: null };
const lead = { ...ana, role: { id: 'r', name: 'Team lead', namedBy: 'server' } } as const;

describe('a row says', () => {
  test.each<[string, Partial<Member>]>([
    ['Ana Silva, Team lead', { card: lead }],
    [
      'Ana Silva, Team lead, inactive, 47 below, 2 managers',
      {
        card: { ...lead, status: 'inactive' },
        ...{ direct: 5, below: 47, level: 2 },
        otherManagers: [{ manager: named(2, 'Bo'), seenAt: 1 }],
      },
    ],
    [
      'Ana Silva, at least 42 below, of them 1 not found, 3 not fetched yet, 2 could not be fetched',
      { card: ana, below: 42, notFetched: 5, failed: 2, notFound: 1 },
    ],
    ['Ana Silva, 47 below, and 5 through another manager', { card: ana, below: 47, throughOthers: 5 }],
    ['Ana Silva, 5 through another manager', { card: ana, throughOthers: 5 }],
    [
      'Ana Silva, deleted, 3 below, nearest manager who is there: Bo',
      { card: { ...ana, status: 'deleted' }, below: 3, nearestThere: named(2, 'Bo') },
    ],
    [
      'Ana Silva, in a circle, lists themselves',
      { card: ana, circle: { people: [named(1, 'Ana Silva')], more: 0 }, listsThemselves: true },
    ],
    [`${idOf(1)}, not fetched yet`, { card: null, missing: 'waiting' }],
    [`${idOf(1)}, not found`, { card: null, missing: 'not-found' }],
    [`${idOf(1)}, could not be fetched`, { card: null, missing: 'failed' }],
  ])('%s', (words, member) => {
    expect(rowWords(row(member))).toBe(words);
  });

  test('how many are listed by nobody and lead nobody', () => {
    const alone: Row = { kind: 'alone', count: 1500, of: 4, isOpen: false };
    expect(rowWords(alone)).toBe('Listed by nobody, leading nobody (1,500)');
  });

  test('who lists the next in a circle', () => {
    const people = [named(1, 'A'), named(2, 'B'), named(3, 'C')];
    expect(circleWords({ people, more: 0 })).toBe('A → B → C → A');
    expect(circleWords({ people, more: 4 })).toBe('A → B → C → 4 more → A');
  });
});

describe('a row draws', () => {
  const drawn = (data: Row | undefined) =>
    renderToStaticMarkup(
      <MantineProvider>
        <TreeRow id="row" place={7} row={data} isActive={false} />
      </MantineProvider>,
    );

  test('its level, its place and whether it is open for who hears it', () => {
    const markup = drawn(row({ card: ana, level: 3, nth: 2, of: 9, below: 12 }, false));
    expect(markup).toContain('role="treeitem"');
    for (const attribute of ['aria-level="3"', 'aria-posinset="2"', 'aria-setsize="9"', 'aria-expanded="false"'])
      expect(markup).toContain(attribute);
    expect(drawn(row({ card: ana }))).not.toContain('aria-expanded');
    expect(drawn({ kind: 'alone', count: 3, of: 5, isOpen: true })).toContain('aria-posinset="5"');
  });

  test('somebody who is alone under their block', () => {
    expect(drawn(row({ card: ana, level: 1 }))).toContain('aria-level="2"');
    expect(drawn(row({ card: ana, level: 1, below: 2 }, true))).toContain('aria-level="1"');
  });

  test.each([
    ['of 600 letters', 'Ana Beatriz '.repeat(50).trim()],
    ['from right to left', 'م'.repeat(40)],
    ['in Chinese', '石田恵美'],
  ])('a name %s apart from what is around it, whole in its tooltip', (_, name) => {
    expect(drawn(row({ card: { ...ana, name } }))).toMatch(new RegExp(`<bdi [^>]*title="${name}"[^>]*>${name}</bdi>`));
  });

  test('nothing of somebody on the way but their place', () => {
    const markup = drawn(undefined);
    expect(markup).toContain('aria-busy="true"');
    expect(markup).toContain('data-place="7"');
  });
});

test('each level is indented further, down to where the name would have no room', () => {
  const indents = Array.from({ length: 40 }, (_, nth) => indentOf(nth + 1));
  expect(indents.slice(0, 8)).toEqual([0, 16, 32, 48, 64, 80, 96, 98]);
  expect(indents.every((one, nth) => nth === 0 || one >= (indents[nth - 1] ?? 0))).toBe(true);
  expect(indents.at(-1)).toBe(120);
  expect([isDeep(7), isDeep(8)]).toEqual([false, true]);
});

test('a branch counts its people, and apart from them who is only listed', () => {
  const words = (change: Partial<Member>) => peopleWords(branchCount(memberOf(1, change)));
  expect(words({ card: ana, below: 1199, notFetched: 3, failed: 2, notFound: 4 })).toBe('1,193 people, 7 only listed');
  expect(words({ card: ana, below: 0 })).toBe('1 person');
  expect(words({ card: null, missing: 'failed', below: 0 })).toBe('0 people, 1 only listed');
});

test('how large it is is said in whole words', () => {
  const byStatus = { active: 0, inactive: 0, deleted: 0, unknown: 0, 'not-found': 0 };
  expect(totalsWords({ people: 1200, layers: 9, tops: 7, notFetched: 0, failed: 0, notFound: 0, byStatus })).toBe(
    '1,200 people · 9 layers · 7 tops',
  );
  expect(totalsWords({ people: 1, layers: 1, tops: 1, notFetched: 38, failed: 2, notFound: 6, byStatus })).toBe(
    '1 person · 1 layer · 1 top · 44 only listed (6 not found, 36 not fetched yet, 2 could not be fetched)',
  );
  expect(cutRowsWords(1_200_000, 1_047_552)).toMatch(/^The first 1,047,552 of 1,200,000 open rows are here/);
});
