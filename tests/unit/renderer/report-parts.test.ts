/** A list of direct reports that is longer than one answer: its parts are asked for once, kept while near, and brought up to date. */
import { expect, test } from 'vitest';
import { mostReports } from '../../../contract/bounds.ts';
import type { Call, CallName } from '../../../contract/calls.ts';
import { failed, type Outcome, succeeded } from '../../../contract/failures.ts';
import type { ReportEntry } from '../../../contract/person.ts';
import { reportTally } from '../../../renderer/person/report-tally.ts';
import { createDirectoryStore } from '../../../renderer/store/store.ts';
import { createDouble } from '../../renderer-double/double.ts';
import { cardOf, idOf, lucia, pageOf, priya } from '../../renderer-double/people.ts';

type Asked = { readonly id: string; readonly status: string | null; readonly offset: number; readonly limit: number };

/** Who stands at a place of the list, not fetched yet. */
const waiting = (place: number): ReportEntry => ({ state: 'waiting', id: idOf(place) });

function listing(answer?: (asked: Asked) => Outcome<unknown> | Promise<Outcome<unknown>>) {
  const { bridge } = createDouble({ open: true });
  const asked: Asked[] = [];
  const usual = ({ offset }: Asked) =>
    succeeded({ entries: Array.from({ length: mostReports }, (_, nth) => waiting(offset + nth)), total: 5000 });
  const call = ((name: CallName, input: Asked) => {
    if (name !== 'people.reports') return bridge.call(name, input as never);
    asked.push(input);
    return Promise.resolve((answer ?? usual)(input));
  }) as unknown as Call;
  const { getState } = createDirectoryStore(call);
  return { getState, asked, parts: () => getState().reportParts };
}

test('a part is asked for once, also by two who see it at once', async () => {
  const { getState, asked, parts } = listing();
  const { readReportPart } = getState();
  await Promise.all([readReportPart(lucia.id, null, 3), readReportPart(lucia.id, null, 3)]);
  await readReportPart(lucia.id, null, 3);
  expect(asked).toEqual([{ id: lucia.id, status: null, offset: 3 * mostReports, limit: mostReports }]);
  expect(parts()).toMatchObject({ total: 5000, id: lucia.id });
  expect(parts()?.parts.get(3)?.[0]).toEqual(waiting(300));
});

test('parts far from the one that is seen are let go', async () => {
  const { getState, parts } = listing();
  for (let part = 0; part < 30; part += 1) await getState().readReportPart(lucia.id, null, part);
  expect(Math.min(...(parts()?.parts.keys() ?? []))).toBe(29 - 8);
});

test('another status, and another person, is another list; an answer for the list before is left out', async () => {
  const late: (() => void)[] = [];
  const { getState, parts } = listing(
    ({ status }) =>
      new Promise((resolve) => {
        const answer = () => resolve(succeeded({ entries: [waiting(1)], total: status === null ? 1 : 2 }));
        if (status === null) late.push(answer);
        else answer();
      }),
  );
  const first = getState().readReportPart(lucia.id, null, 0);
  await getState().readReportPart(lucia.id, 'deleted', 0);
  late[0]?.();
  await first;
  expect(parts()).toMatchObject({ status: 'deleted', total: 2 });
  await getState().readReportPart(priya.id, 'deleted', 0);
  expect(parts()).toMatchObject({ id: priya.id });
});

test('who arrives takes the place kept, and what is outdated is asked for once more', async () => {
  const { getState, asked, parts } = listing();
  const { readReportPart, mergeReportParts, reportPartsOutdated } = getState();
  await readReportPart(lucia.id, null, 0);
  const card = cardOf(5);
  mergeReportParts(new Map([[card.id, { state: 'known', id: card.id, card, isTheirs: true }]]));
  expect(parts()?.parts.get(0)?.[5]).toMatchObject({ state: 'known', card });
  reportPartsOutdated();
  expect(parts()?.parts.get(0)).toHaveLength(mostReports);
  await readReportPart(lucia.id, null, 0);
  await readReportPart(lucia.id, null, 0);
  expect(asked).toHaveLength(2);
});

test('a part that cannot be had is said so, and asked for when it is seen again', async () => {
  const { getState, asked, parts } = listing(() => failed({ kind: 'not-connected' }));
  await getState().readReportPart(lucia.id, null, 0);
  expect(getState().notice).toMatchObject({ isTrouble: true });
  expect(parts()?.parts.size).toBe(0);
  await getState().readReportPart(lucia.id, null, 0);
  expect(asked).toHaveLength(2);
});

test('the counts of a long list are those that came with it, not those of its beginning', () => {
  const byStatus = { active: 900, inactive: 50, deleted: 3, unknown: 0, 'not-found': 2 };
  const reportTotals = { entries: 1200, byStatus, notFound: 1, failed: 4, waiting: 240, living: 0 };
  const card = cardOf(7);
  const known: ReportEntry = { state: 'known', id: card.id, card, isTheirs: true };
  const page = pageOf(lucia, { reports: [known, waiting(8)] });
  expect(reportTally(page)).toEqual({ entries: 2, byStatus: { active: 1 }, waiting: 1, failed: 0, notFound: 0 });
  expect(reportTally({ ...page, reportTotals })).toEqual(reportTotals);
});
