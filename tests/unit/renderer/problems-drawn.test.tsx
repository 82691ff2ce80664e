/** What the page of all problems says as it is drawn: how far everybody is read once more, that others were found, and rows that keep their places. */
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { problemKinds } from '../../../contract/problem-kinds.ts';
import type { ProblemRow, ProblemsOverview } from '../../../contract/problems.ts';
import { KindRegion } from '../../../renderer/problems/kind-region.tsx';
import { OverviewLine } from '../../../renderer/problems/overview-line.tsx';
import { problems } from '../../../renderer/problems/use-problems.ts';
import { What } from '../../../renderer/problems/what.tsx';
import { problemRows } from '../../renderer-double/problem-rows.ts';

// The clock ticks in a browser alone.
vi.mock('../../../renderer/time/now.ts', () => ({ useNow: () => Date.now() }));

const drawn = (element: React.ReactNode) => renderToStaticMarkup(<MantineProvider>{element}</MantineProvider>);
/** Without the elements. */
const words = (markup: string) =>
  markup
    .replace(/<style[^>]*>.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#x27;', "'");

const overview = (change: Partial<ProblemsOverview> = {}): ProblemsOverview => ({
  version: 1,
  kinds: problemKinds.map((kind) => ({ kind, count: 0, fresh: 0, aside: 0, first: [] })),
  fresh: 0,
  rereading: null,
  ...change,
});
const left = problemRows.filter(({ problem }) => problem.kind === 'left-behind');

describe('below the head', () => {
  const line = (change: Partial<ProblemsOverview>, isLaidOut = true) => {
    const newest = overview(change);
    // Without a browser, what is drawn is the store's first state.
    vi.spyOn(problems, 'getInitialState').mockReturnValue({
      ...problems.getState(),
      drawn: isLaidOut ? newest : overview(),
      newest,
    });
    return drawn(<OverviewLine />);
  };
  beforeEach(() => vi.restoreAllMocks());

  test('stands how far everybody is read once more', () => {
    const markup = line({ rereading: { done: 3200, total: 100_000 } });
    expect(words(markup)).toBe('Reading everybody once more: 3,200 of 100,000');
    expect(markup).toMatch(/<progress[^>]*value="3200"[^>]*max="100000"/);
  });

  test('stands that other kinds were found, before how far anything is', () => {
    expect(words(line({ rereading: { done: 1, total: 2 } }, false))).toBe(
      'Other kinds of problems were found since.Show them',
    );
  });

  test('stands nothing where there is nothing to say, and what is new can be marked as looked at', () => {
    expect(words(line({}))).toBe('');
    const kinds = overview().kinds.map((one, nth) => (nth === 0 ? { ...one, count: 3, fresh: 2 } : one));
    expect(words(line({ kinds, fresh: 2 }))).toBe('Mark all as looked at');
  });
});

describe('a kind', () => {
  const region = (first: readonly ProblemRow[], rows: number) =>
    drawn(<KindRegion of={{ kind: 'left-behind', count: 31, fresh: 8, aside: 0, first: [...first] }} rows={rows} />);
  const rowsIn = (markup: string) => [...markup.matchAll(/<li/g)].length;
  const kept = (markup: string) => /height:calc\((\d) \* var\(--row\)\)/.exec(markup)?.[1];

  test('keeps as many places for rows as it was laid out with, whatever comes', () => {
    expect([rowsIn(region(left.slice(0, 3), 3)), kept(region(left.slice(0, 3), 3))]).toEqual([3, '0']);
    expect([rowsIn(region(left.slice(0, 1), 3)), kept(region(left.slice(0, 1), 3))]).toEqual([1, '2']);
    expect([rowsIn(region(left.slice(0, 3), 2)), kept(region(left.slice(0, 3), 2))]).toEqual([2, '0']);
  });

  test('is named by its heading, says how many are new, and of each person to ask instead', () => {
    const markup = region(left.slice(0, 1), 1);
    const id = /<section aria-labelledby="([^"]+)"/.exec(markup)?.[1] ?? 'none';
    expect(markup).toContain(`<h2 id="${id}">Reports to somebody who has left</h2>`);
    const text = words(markup);
    expect(text).toContain('8 new');
    expect(text).toContain('Show all 31');
    expect(text).toMatch(/Reports to .+, deleted \d+ \w+ \d{4}\. Nearest manager who is there: \S+/);
  });

  test('every problem says what is wrong in a few words, and its people are no stops of Tab', () => {
    for (const { problem } of problemRows.slice(0, 80)) {
      const markup = drawn(<What problem={problem} />);
      expect(words(markup).length, problem.kind).toBeGreaterThan(5);
      for (const [link] of markup.matchAll(/<a [^>]*>/g)) expect(link).toContain('tabindex="-1"');
    }
  });
});
