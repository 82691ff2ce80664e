/**
 * Keeps a page within one message to the page: of lists of people, as many are named as there is room for. A list of usual
 * people fits whole; the bounds are met by records that are long on purpose.
 */
import { longestMessage } from '../../contract/bounds.ts';
import type { ReportingLine } from '../../contract/person.ts';

/** What a page may take, with room for what the message itself adds. */
export const pageBytes = longestMessage - 20_000;
export const linesBytes = 100_000;
export const peersBytes = 60_000;
export const loopBytes = 40_000;

/** Of JSON in UTF-8. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}

/** As many of the first as have no more bytes together. */
export function fitting<T>(all: readonly T[], bytes: number): T[] {
  let left = bytes;
  const end = all.findIndex((one) => {
    left -= bytesOf(one) + 1;
    return left < 0;
  });
  return all.slice(0, end === -1 ? all.length : end);
}

/** The lines with the steps that there is room for: those next to the person go before those further up. */
export function fittingLines(lines: readonly ReportingLine[], bytes: number): ReportingLine[] {
  let left = bytes;
  const fitted: ReportingLine[] = [];
  for (const line of lines) {
    const upward = fitting(line.steps.toReversed(), left);
    if (upward.length === 0) break;
    const isCut = upward.length < line.steps.length;
    fitted.push({ ...line, steps: upward.reverse(), end: isCut ? 'cut' : line.end });
    left -= bytesOf(fitted.at(-1));
  }
  return fitted;
}
