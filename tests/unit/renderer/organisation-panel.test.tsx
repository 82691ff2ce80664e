/** What the panels of the organisation say and draw: every relation in words, names of any length, numbers that may grow. */
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import type { Member } from '../../../contract/organisation.ts';
import type { Approver, Relation, WayDown } from '../../../contract/organisation-relation.ts';
import type { Layer, Spans } from '../../../contract/organisation-spans.ts';
import { RelationAnswer } from '../../../renderer/organisation/panel/relation-answer.tsx';
import {
  approvalWords,
  circlePartsOf,
  passedWhy,
  relationText,
  textOf,
  waysWords,
} from '../../../renderer/organisation/panel/relation-words.ts';
import { SpansAnswer } from '../../../renderer/organisation/panel/spans-answer.tsx';
import {
  atLeast,
  layerCount,
  layerParts,
  layerWords,
  leadingWords,
  meanSpan,
} from '../../../renderer/organisation/panel/spans-words.ts';
import { currentVisit } from '../../../renderer/store/history.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { createDouble } from '../../renderer-double/double.ts';
import { cardOf, idOf } from '../../renderer-double/people.ts';
import { memberOf } from './organisation-tree.ts';

// Nothing is asked while it is drawn.
vi.mock('../../../renderer/bridge/call.ts', () => ({ call: () => undefined, listen: () => () => undefined }));
// The clock ticks in a browser alone.
vi.mock('../../../renderer/time/now.ts', () => ({ useNow: () => Date.UTC(2026, 8, 20) }));

const page = { view: 'organisation', id: idOf(1), form: 'chart' } as const;
const member = (number: number, name: string, more: Partial<Member> = {}): Member =>
  memberOf(number, { card: { ...cardOf(number, { name }), role: null }, ...more });
const named = (number: number, name: string) => ({ id: idOf(number), name });
const [ana, bo, cem] = [member(1, 'Ana'), member(2, 'Bo'), member(3, 'Cem')];
const way = (levels: number, steps: Member[] = [], skipped = 0): WayDown => {
  return { levels, steps, skipped, skippedAfter: skipped === 0 ? 0 : 1 };
};
const approver = (number: number, name: string, more: Partial<Approver> = {}): Approver => ({
  person: named(number, name),
  ...{ status: 'active', availability: 'AVAILABLE', seenAt: Date.UTC(2026, 8, 17), ...more },
});
const noApproval = { above: 0, nearest: null, passed: [], morePassed: 0 };
type Found = NonNullable<Relation['found']>;
const found = (more: Partial<Found> = {}): Found => ({
  ...{ common: cem, toA: way(1, [ana]), toB: way(1, [bo]), shorter: null, approval: noApproval, circles: [], ...more },
});

describe('two people', () => {
  test.each<[string, Partial<Found>]>([
    ['Ana stands 3 below Cem, Bo 2', { toA: way(3), toB: way(2) }],
    ['Ana leads Bo directly', { common: ana, toA: way(0) }],
    ['Bo leads Ana, 2 levels', { common: bo, toA: way(2), toB: way(0) }],
    ['Ana and Bo have no manager in common', { common: null }],
  ])('%s', (words, more) => {
    expect(textOf(waysWords(named(1, 'Ana'), named(2, 'Bo'), found(more)))).toBe(words);
  });

  test('who are one are said to be', () => {
    expect(textOf(waysWords(named(1, 'Ana'), named(1, 'Ana'), found({ common: ana })))).toBe(
      'The same person twice: Ana',
    );
  });

  test.each([
    [{ status: null }, 'not fetched yet'],
    [{ status: 'deleted' }, 'deleted'],
    [{ status: 'not-found' }, 'not found'],
    [{ status: 'unknown' }, 'status unknown'],
    [{ availability: 'ON_LEAVE' }, 'on leave'],
    [{ availability: null }, 'availability not told'],
  ] as const)('a manager with %o could not approve: %s', (more, words) => {
    expect(passedWhy(approver(4, 'Dee', more))).toBe(words);
  });

  test.each<[string, NonNullable<Found['approval']>, Member | null]>([
    ['Cem, active and available', { ...noApproval, above: 1, nearest: approver(3, 'Cem') }, cem],
    ['Nobody: they have no manager in common', noApproval, null],
    ['Nobody: no manager is above both', noApproval, ana],
    [
      'Nobody above both is active and available: Cem (away), Dee (inactive) and 4 more',
      {
        ...{ above: 6, nearest: null, morePassed: 4 },
        passed: [approver(3, 'Cem', { availability: 'AWAY' }), approver(4, 'Dee', { status: 'inactive' })],
      },
      cem,
    ],
  ])('%s', (words, approval, common) => {
    expect(textOf(approvalWords(approval, common))).toBe(words);
  });

  test.each([
    [true, true, 'Both stand in a circle, so each is above the other too: A → B → 2 more → A'],
    [false, true, 'Bo stands in a circle: A → B → 2 more → A'],
    [false, false, 'The managers above stand in a circle: A → B → 2 more → A'],
  ])('in a circle (%s, %s) are told', (hasA, hasB, words) => {
    const circle = { people: [named(8, 'A'), named(9, 'B')], more: 2, hasA, hasB };
    expect(textOf(circlePartsOf(circle, named(1, 'Ana'), named(2, 'Bo')))).toBe(words);
  });

  test('are copied as text, a line for each thing, with what was left out counted', () => {
    const dee = member(4, 'Dee');
    const claims = [{ manager: named(5, 'Eva'), person: named(2, 'Bo'), seenAt: Date.UTC(2026, 8, 16, 14, 5) }];
    const text = relationText(
      ana,
      bo,
      found({
        ...{ toA: way(9, [dee, ana], 7), toB: way(1, [bo]) },
        shorter: { common: ana, toA: way(0), toB: way(2), claims },
        approval: {
          above: 2,
          nearest: approver(3, 'Cem'),
          passed: [approver(4, 'Dee', { status: 'deleted' })],
          morePassed: 0,
        },
      }),
    );
    expect(text.split('\n').map((line) => line.replace(/(of|seen) .*$/, '$1 …'))).toEqual([
      'Ana stands 9 below Cem, Bo 1',
      'Down to Ana: 9 levels (Cem → Dee → 7 more → Ana)',
      'Down to Bo: 1 level (Cem → Bo)',
      'Shorter through another manager: Ana leads Bo, 2 levels',
      'Eva lists Bo, seen …',
      'Could approve for both now: Cem, active and available, as of …',
      'Nearer, but not: Dee (deleted)',
      '',
    ]);
  });
});

const drawn = (element: React.ReactNode) => renderToStaticMarkup(<MantineProvider>{element}</MantineProvider>);
const words = (markup: string) => markup.replace(/<style[^>]*>.*?<\/style>/gs, '').replace(/<[^>]*>/g, ' ');

describe('the panel of two', () => {
  const answer = (of: Partial<Relation>) =>
    drawn(
      <RelationAnswer
        page={page}
        asked={{ a: idOf(1), b: idOf(2) }}
        relation={{ snapshot: 1, a: ana, b: bo, found: found(), ...of }}
      />,
    );

  test.each([
    ['of 600 letters', 'Ana Beatriz '.repeat(50).trim()],
    ['from right to left', 'م'.repeat(40)],
  ])('has a name %s apart from what is around it, whole in its tooltip', (_, name) => {
    const markup = answer({ a: member(1, name), found: found({ toA: way(1, [member(1, name)]) }) });
    expect(markup).toMatch(new RegExp(`title="${name}"[^>]*><bdi>${name}</bdi>`));
  });

  test('says how old the knowledge of who could approve is, and what it was passed over for', () => {
    const passed = [approver(4, 'Dee', { availability: 'BUSY' })];
    const text = words(
      answer({ found: found({ approval: { above: 2, nearest: approver(3, 'Cem'), passed, morePassed: 0 } }) }),
    );
    expect(text).toMatch(/Last told by the server\s+3 days ago/);
    expect(text).toMatch(/Nearer, but not:\s+Dee\s+\(busy\)/);
  });

  test('of no common manager has the way through another one, which is not shorter than any', () => {
    const shorter = { common: cem, toA: way(1), toB: way(1), claims: [] };
    const told = (common: Member | null) => words(answer({ found: found({ common, shorter }) }));
    expect(told(null)).toMatch(/no manager in common.*\s Through another manager/s);
    expect(told(cem)).toMatch(/\sShorter through another manager/);
  });

  test('says nothing of now where the organisation is shown as of a date', () => {
    const past = found({ approval: null });
    expect(words(answer({ found: past }))).toMatch(/is told of now, and not of a date/);
    expect(relationText(ana, bo, past)).not.toMatch(/approve/);
  });

  test('says who is not in the organisation', () => {
    expect(words(answer({ a: null, found: null }))).toMatch(/is not in the organisation/);
  });
});

const layer = (more: Partial<Layer> = {}): Layer => ({
  byStatus: { active: 0, inactive: 0, deleted: 0, unknown: 0, 'not-found': 0 },
  ...{ notFetched: 0, failed: 0, notFound: 0, leaders: 0, ...more },
});
const spans = (more: Partial<Spans> = {}): Spans => ({
  ...{ snapshot: 1, of: ana, people: 48, notFetched: 0, failed: 0, notFound: 0, leaders: 6, led: 47, widest: bo },
  ...{ leadingOne: 0, leadingMany: 0, layers: [layer()], layersInAll: 1, ...more },
});

describe('spans and layers', () => {
  test('are numbers that may be larger where people are not fetched', () => {
    expect([meanSpan({ led: 47, leaders: 6 }), meanSpan({ led: 0, leaders: 0 })]).toEqual(['7.8', null]);
    expect([atLeast(1200, false), atLeast(1200, true)]).toEqual(['1,200', '≥ 1,200']);
    const text = words(drawn(<SpansAnswer page={page} spans={spans({ notFetched: 5, failed: 2 })} />));
    expect(text).toMatch(/People\s+≥ 43 .*Only listed\s+≥ 5/);
    expect(text).toMatch(/5 who are only listed may lead others: 3 not fetched yet, 2 could not be fetched/);
    expect(words(drawn(<SpansAnswer page={page} spans={spans()} />))).not.toMatch(/≥|not fetched/);
  });

  test('of who leads nobody say so', () => {
    const text = words(
      drawn(<SpansAnswer page={page} spans={spans({ leaders: 0, led: 0, widest: null, people: 1 })} />),
    );
    expect(text).toMatch(/Nobody in it leads anybody/);
    expect(text).toMatch(/Mean span\s+–/);
  });

  test('a layer is parted by status, and said in words', () => {
    const byStatus = { active: 10, inactive: 1, deleted: 2, unknown: 0, 'not-found': 1 };
    const one = layer({ byStatus, notFetched: 3, failed: 1, notFound: 2 });
    expect(layerWords(one)).toBe('10 active, 1 inactive, 1 not found, 2 deleted, 5 only listed');
    expect(layerCount(one)).toEqual({ people: 14, onlyListed: 5 });
    expect(layerWords(layer({ notFetched: 3 }))).toBe('3 only listed');
    expect(layerParts(layer())).toEqual([]);
  });

  test('more layers than are told are counted', () => {
    expect(words(drawn(<SpansAnswer page={page} spans={spans({ layersInAll: 20_001 })} />))).toMatch(
      /20,000 more layers/,
    );
  });

  test('who leads one or many is counted in words', () => {
    expect(leadingWords('one', 1)).toBe('1 person leads one person');
    expect(leadingWords('many', 1200)).toBe('1,200 people lead more than 15');
  });
});

describe('which panel is open', () => {
  const opened = () => {
    const store = createDirectoryStore(createDouble({ open: true }).bridge.call);
    const state = () => store.getState();
    const panel = () => {
      const { page: shown } = currentVisit(state().history);
      return shown.view === 'organisation' ? shown.panel : undefined;
    };
    return { state, panel };
  };
  const spansOf = { kind: 'spans', isWhole: false } as const;

  test('is part of the visit, goes along to the next person and comes back with each', () => {
    const { state, panel } = opened();
    state().openPage(page);
    state().showPanel(spansOf);
    state().openPage({ ...page, panel: spansOf, id: idOf(2) });
    state().showPanel(null);
    expect(panel()).toBeUndefined();
    state().goBack();
    expect(panel()).toEqual(spansOf);
    state().goForward();
    expect(panel()).toBeUndefined();
    expect(state().history.visits).toHaveLength(3);
  });

  test('gives it the focus as it opens, and not where another person is chosen in it', () => {
    const { state } = opened();
    state().showPanel(spansOf);
    expect(state().givenFocus.panel).toBe(0);
    state().openPage(page);
    state().showPanel({ kind: 'relation', a: idOf(1), b: null });
    state().showPanel({ kind: 'relation', a: idOf(1), b: idOf(2) });
    expect(state().givenFocus.panel).toBe(1);
    state().showPanel(spansOf);
    expect(state().givenFocus.panel).toBe(2);
  });
});
