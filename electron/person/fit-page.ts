/**
 * Keeps a page within one message to the page: of lists of people, as many are named as there is room for. A list of usual
 * people fits whole; the bounds are met by records that are long on purpose.
 */
import { longestMessage } from '../../contract/bounds.ts';
import type { PersonPage, ReportingLine } from '../../contract/person.ts';

/** What a page may take, with room for what the message itself adds. */
const pageBytes = longestMessage - 20_000;
const linesBytes = 100_000;
const peersBytes = 60_000;
const loopBytes = 40_000;

type Lists = Pick<PersonPage, 'lines' | 'loop' | 'peers' | 'reports'>;

/** The page with as many people in its lists as there is room for. Usual ones fit, and are looked through once. */
export function fitPage<P extends Lists>(page: P): P {
  if (bytesOf(page) <= pageBytes) return page;
  const { loop } = page;
  const members = fitting(loop?.people ?? [], loopBytes);
  const rest: P = {
    ...page,
    lines: fittingLines(page.lines, linesBytes),
    loop: loop && { people: members, more: loop.more + loop.people.length - members.length },
    peers: fitting(page.peers, peersBytes),
    reports: [],
  };
  return { ...rest, reports: fitting(page.reports, pageBytes - bytesOf(rest)) };
}

/** Of JSON in UTF-8. */
function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}

/** As many of the first as have no more bytes together. */
function fitting<T>(all: readonly T[], bytes: number): T[] {
  let left = bytes;
  const end = all.findIndex((one) => {
    left -= bytesOf(one) + 1;
    return left < 0;
  });
  return all.slice(0, end === -1 ? all.length : end);
}

/** The lines with the steps that there is room for: those next to the person go before those further up. */
function fittingLines(lines: readonly ReportingLine[], bytes: number): ReportingLine[] {
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
