/** What the page holds of the organisation's tree, and how an answer changes it. Pure. */
import type { Failure } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { Named, OrganisationTotals, TreeRow, TreeRows } from '../../contract/organisation.ts';
import type { MapColour } from '../../contract/organisation-map.ts';
import type { Spotlight } from '../../contract/organisation-spotlight.ts';
import { type InView, inside, type RowWindows, rowAt, windowSize, withAnswer } from '../store/row-windows.ts';
import type { ChartPlace } from './view/chart-props.ts';
import type { MapPlace } from './view/map-props.ts';

/** The row that the keys act on. `data`: undefined while it is on its way. */
export type ActiveRow = { readonly row: number; readonly data: TreeRow | undefined };

/** Where a row is brought so that it is seen: so far below the upper edge in pixels, or where it is in view, or in the middle. */
export type RevealAt = number | 'near' | 'middle';

/** How a visit was left: whose row was active and how far that was below the tree's upper edge, in pixels; the chart, and the map. */
export type Left = {
  readonly tree: { readonly active: UserId; readonly top: number } | null;
  readonly chart: ChartPlace | null;
  readonly map: MapPlace | null;
};

/** Who is in the spotlight, and what they are called there. */
export type Shining = Spotlight & { readonly words: string };

export type Tree = {
  /** The moment of the past that is asked for, in milliseconds since 1970-01-01T00:00Z; null: now. `shownAsOf`: that of the rows. */
  readonly asOf: number | null;
  readonly shownAsOf: number | null;
  /** Null until the first answer. */
  readonly totals: OrganisationTotals | null;
  readonly shown: { readonly snapshot: number; readonly total: number } | null;
  readonly windows: RowWindows<TreeRow>;
  readonly active: ActiveRow | null;
  /** Who was gone to last, wherever the keys have led since; null: nobody since the page is shown. */
  readonly goneTo: UserId | null;
  /** They are on their way. */
  readonly isEntering: boolean;
  /** Who was asked for and is not in the organisation. */
  readonly missing: UserId | null;
  /** The way down to the active person, the top first. */
  readonly above: readonly Named[];
  /** Why nothing could be read. */
  readonly failure: Failure | null;
  /** By how many rows what is looked at was moved by the answers so far, all in all. */
  readonly moved: number;
  /** Brings a row into view, again with each `nth`. */
  readonly reveal: { readonly nth: number; readonly row: number; readonly at: RevealAt };
  /** By the keys of visits. */
  readonly left: ReadonlyMap<number, Left>;
  /** What the colours of the map say. */
  readonly mapColour: MapColour;
  /** Null: nobody is in it. */
  readonly spotlight: Shining | null;
  /** It is being chosen who is. */
  readonly isAiming: boolean;
  /** How many of everybody are in it, as far as that is known. */
  readonly matches: TreeRows['matches'];
};

export const noTree: Tree = {
  asOf: null,
  shownAsOf: null,
  totals: null,
  shown: null,
  windows: new Map(),
  active: null,
  goneTo: null,
  isEntering: false,
  missing: null,
  above: [],
  failure: null,
  moved: 0,
  reveal: { nth: 0, row: 0, at: 'near' },
  left: new Map(),
  mapColour: 'division',
  spotlight: null,
  isAiming: false,
  matches: null,
};

/** As a question has it. */
export function spotlightOf(spotlight: Shining | null): { readonly spotlight?: Spotlight } {
  return spotlight === null ? {} : { spotlight: { by: spotlight.by, value: spotlight.value } };
}

/** The person of a row; null: it is the block of those alone, or on its way. */
export function personOf(row: TreeRow | undefined): UserId | null {
  return row?.kind === 'member' ? row.member.id : null;
}

/** From 1. Those alone are shown under their block. */
export function shownLevel(row: TreeRow): number {
  if (row.kind === 'alone') return 1;
  const { level } = row.member;
  return level === 1 && row.isOpen === null ? 2 : level;
}

/** The row that the active one is shown under, as far as that is held; null: it is not, or there is none. */
export function rowAbove({ active, windows }: Pick<Tree, 'active' | 'windows'>): number | null {
  if (active?.data === undefined) return null;
  const level = shownLevel(active.data);
  for (let row = active.row - 1; row >= 0; row -= 1) {
    const data = rowAt(windows, row);
    if (data === undefined) return null;
    if (shownLevel(data) < level) return row;
  }
  return null;
}

/** Who is followed through the next answer: the active person, and, where they are out of view, the first who is in view. */
export type Followed = { readonly active: UserId | null; readonly first: UserId | null };

export function followed({ active, windows }: Pick<Tree, 'active' | 'windows'>, inView: InView): Followed {
  const id = personOf(active?.data);
  const isInView = active !== null && active.row >= inView.first && active.row <= inView.last;
  return { active: id, first: isInView && id !== null ? null : personOf(rowAt(windows, inView.first)) };
}

export type Asked = {
  readonly follow: Followed;
  /** What was active, and the first row in view. */
  readonly active: ActiveRow | null;
  readonly first: number;
  /** Rows were opened or closed since those that are held. */
  readonly isOther: boolean;
  /** The row that was closed by it, which stands for those it hides. Null: none was. */
  readonly closed: number | null;
};

/** With the rows of an answer: the active person keeps their row, and what is looked at its place on the screen. */
export function answered(tree: Tree, answer: TreeRows, inView: InView, asked: Asked): Partial<Tree> {
  const { snapshot, total, totals, matches, asOf: shownAsOf } = answer;
  const { follow } = asked;
  const windows = withAnswer(asked.isOther ? new Map() : tree.windows, answer, inView);
  const places = [...answer.places];
  const [activeAt = null, firstAt = null] = [follow.active, follow.first].map((id) =>
    id === null ? null : places.shift(),
  );
  const isStill = tree.active === asked.active;
  const by = follow.first === null ? (isStill ? moveOf(activeAt, asked.active?.row) : 0) : moveOf(firstAt, asked.first);
  return {
    totals,
    matches,
    shownAsOf,
    shown: { snapshot, total },
    windows,
    active: isStill
      ? stillActive(tree.active, windows, { total, at: activeAt, closed: asked.closed })
      : withRow(tree.active, windows, total),
    moved: tree.moved + by,
    failure: null,
  };
}

/** Gone to while the rows were on their way: nobody asks again for a row that is held, or for one that is there no more. */
function withRow(active: ActiveRow | null, windows: RowWindows<TreeRow>, total: number): ActiveRow | null {
  if (active === null || active.data !== undefined) return active;
  const row = inside(active.row, total) ?? 0;
  return { row, data: rowAt(windows, row) };
}

type Now = { readonly total: number; readonly at: number | null; readonly closed: number | null };

function stillActive(
  active: ActiveRow | null,
  windows: RowWindows<TreeRow>,
  { total, at, closed }: Now,
): ActiveRow | null {
  if (active === null || total === 0) return null;
  const id = personOf(active.data);
  const found = active.data?.kind === 'alone' ? rowOfAlone(windows) : id === null ? active.row : at;
  const row = inside(found ?? closed ?? active.row, total) ?? 0;
  const data = rowAt(windows, row);
  // Who is found is themselves where their row is not held; who is not found is looked for.
  const isKnown = id !== null && (found !== null || closed === null);
  return { row, data: isKnown && personOf(data) !== id ? active.data : data };
}

function moveOf(now: number | null, before: number | undefined): number {
  return now === null || before === undefined ? 0 : now - before;
}

function rowOfAlone(windows: RowWindows<TreeRow>): number | null {
  for (const [window, { rows }] of windows) {
    const at = rows.findIndex(({ kind }) => kind === 'alone');
    if (at >= 0) return window * windowSize + at;
  }
  return null;
}

/** As many as one can go back. */
const mostLeft = 200;

/** With how a visit is left, or what is new of it. */
export function leftWith(left: Tree['left'], visitKey: number, change: Partial<Left>): Tree['left'] {
  const before = left.get(visitKey) ?? { tree: null, chart: null, map: null };
  const others = [...left].filter(([key]) => key !== visitKey).slice(-mostLeft);
  return new Map([...others, [visitKey, { ...before, ...change }]]);
}
