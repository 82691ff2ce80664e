/** Pairs the figures of several runs of two builds by their names, and says what is slower. Pure. */
import { median, type NotedFigure } from './figures.ts';

export type Compared = {
  readonly heading: string;
  readonly what: string;
  readonly unit: string;
  /** Medians; null where that build has no such figure. */
  readonly old: number | null;
  readonly new: number | null;
  /** New to old; null where either is missing, or the old one is nothing. */
  readonly ratio: number | null;
  /** The least and the most of the old build's own runs. */
  readonly spread: readonly [least: number, most: number] | null;
  /** By more than 5 %, and beyond what the old build did in any of its runs. */
  readonly isWorse: boolean;
};

const allowed = 1.05;

/** One list of figures for each run. Ordered as in the newest run, then what only the old build has. */
export function compare(old: readonly NotedFigure[][], now: readonly NotedFigure[][]): Compared[] {
  const before = gathered(old);
  const after = gathered(now);
  const names = new Set([...after.keys(), ...before.keys()]);
  return Array.from(names, (name) => one(before.get(name), after.get(name))).filter((pair) => pair !== null);
}

type Gathered = { readonly figure: NotedFigure; readonly values: readonly number[] };

/** A name that stands several times under a heading is told apart by its place. */
function gathered(runs: readonly NotedFigure[][]): Map<string, Gathered> {
  const all = new Map<string, Gathered>();
  for (const run of runs) {
    const seen = new Map<string, number>();
    for (const figure of run) {
      const name = JSON.stringify([figure.heading, figure.what, figure.unit]);
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      const key = `${name} ${nth}`;
      all.set(key, { figure, values: [...(all.get(key)?.values ?? []), figure.value] });
    }
  }
  return all;
}

function one(before: Gathered | undefined, after: Gathered | undefined): Compared | null {
  const figure = after?.figure ?? before?.figure;
  if (figure === undefined) return null;
  const { heading, what, unit } = figure;
  const was = before === undefined ? null : median(before.values);
  const is = after === undefined ? null : median(after.values);
  const spread = before === undefined ? null : ([Math.min(...before.values), Math.max(...before.values)] as const);
  const ratio = was === null || is === null || was === 0 ? null : is / was;
  return { heading, what, unit, old: was, new: is, ratio, spread, isWorse: isWorse(unit, is, ratio, spread) };
}

function isWorse(unit: string, is: number | null, ratio: number | null, spread: Compared['spread']): boolean {
  if (is === null || ratio === null || spread === null) return false;
  // Of rates and shares more is better, of everything else less.
  return unit === '/s' || unit === '%' ? ratio < 1 / allowed && is < spread[0] : ratio > allowed && is > spread[1];
}
