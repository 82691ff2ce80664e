/** Figures as they are printed: medians, and a ratio wherever two things stand side by side. */

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

export function heading(text: string): void {
  console.log(`\n${text}`);
}

export type Figure = { readonly what: string; readonly value: number; readonly unit: string; readonly note?: string };

export function print({ what, value, unit, note = '' }: Figure): void {
  console.log(`  ${what.padEnd(58)} ${format(value).padStart(9)} ${unit.padEnd(4)} ${note}`.trimEnd());
}

/** How ours compares to the plain way, in words. */
export function against(ours: number, plain: number): string {
  return ours > plain ? `${format(ours / plain)} times the plain way` : `1/${format(plain / ours)} of the plain way`;
}

function format(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(value >= 10 ? 3 : 2);
}
