/**
 * Figures as they are printed: medians, and a ratio wherever two things stand side by side. Where `ROLODESK_FIGURES` names a
 * file, each is also added to it as a line of JSON, by which a machine can pair it with that of another run.
 */
import { appendFileSync } from 'node:fs';

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Milliseconds that the work takes. */
export function timed(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

/** Milliseconds of processor time that the work takes, whatever else the machine does meanwhile. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Milliseconds of work that is done several times: the medians of what went by, and of processor time. */
export function taken(work: () => void, times = 5): { readonly wall: number; readonly processor: number } {
  const walls: number[] = [];
  const processors = Array.from({ length: times }, () => processorTime(() => walls.push(timed(work))));
  return { wall: median(walls), processor: median(processors) };
}

/** The heading that figures stand under until the next one. */
let under = '';

export function heading(text: string): void {
  [under = ''] = text.split('\n');
  console.log(`\n${text}`);
}

export type Figure = { readonly what: string; readonly value: number; readonly unit: string; readonly note?: string };

export function print(figure: Figure): void {
  const { what, value, unit, note = '' } = figure;
  add(figure);
  console.log(`  ${what.padEnd(58)} ${format(value).padStart(9)} ${unit.padEnd(4)} ${note}`.trimEnd());
}

/** A line of the file of figures. */
export type NotedFigure = Pick<Figure, 'what' | 'value' | 'unit'> & { readonly heading: string };

/** Only for the file, where it is printed in another form. */
export function add({ what, value, unit }: Figure): void {
  const file = process.env.ROLODESK_FIGURES ?? '';
  const noted: NotedFigure = { heading: under, what, value, unit };
  if (file !== '') appendFileSync(file, `${JSON.stringify(noted)}\n`);
}

/** How ours compares to the plain way, in words. */
export function against(ours: number, plain: number): string {
  return ours > plain ? `${format(ours / plain)} times the plain way` : `1/${format(plain / ours)} of the plain way`;
}

export function format(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(value >= 10 ? 3 : 2);
}
