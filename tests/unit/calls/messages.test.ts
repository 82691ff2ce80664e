/**
 * No answer to the page is longer than a message may be, whatever was stored: here records with the longest fields there
 * can be, as an older reader filed them too, and a head of twenty thousand.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  longestMessage,
  mostEntries,
  mostMarks,
  mostProblemRows,
  mostReports,
  mostRows,
} from '../../../contract/bounds.ts';
import { type CallName, type CallOutput, calls } from '../../../contract/calls.ts';
import { failed } from '../../../contract/failures.ts';
import { usualView } from '../../../contract/people-view.ts';
import type { PersonPage } from '../../../contract/person.ts';
import { problemKinds } from '../../../contract/problem-kinds.ts';
import { fitPage } from '../../../electron/person/fit-page.ts';
import { assemblePage } from '../../../electron/person/page.ts';
import { createReportParts } from '../../../electron/person/report-parts.ts';
import { createProblemsStore } from '../../../electron/problems/problems-store.ts';
import { readUser } from '../../../electron/reading/read-user.ts';
import type { Reader } from '../../../electron/storage/reader.ts';
import { emailOf, freshFile, idOf, plainReader, record, replyOf, storeAt, userOf, viewsOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';

const wide = '界'.repeat(20_000);
const filed = wide.slice(0, 1500);
const marked = `Zoe${'\u0301'.repeat(1500)}`;
const reports = Array.from({ length: 20_000 }, (_, nth) => `r${nth}`);
/** Everything in them is as long as it was once filed. */
const long = Array.from({ length: 210 }, (_, nth) =>
  userOf(`long${nth}`, {
    name: `${nth % 2 === 0 ? filed : marked} ${nth}`,
    username: filed,
    availability: filed,
    role: filed,
    team: filed,
    emails: [emailOf(`${filed}@x.example`)],
    phones: [{ number: `+49 89 ${nth}${'1'.repeat(1000)}`, type: null, isPrimary: false }],
    reports: Array.from({ length: 12 }, (_, far) => idOf(`long${(nth + far + 1) % 210}`)),
    notIds: Array.from({ length: 1000 }, () => 'n'.repeat(200)),
  }),
);
const everything = {
  id: 'everything',
  isActive: true,
  isDeleted: false,
  ...Object.fromEntries(
    ['displayName', 'firstName', 'middleName', 'lastName', 'username', 'bio', 'availabilityStatus'].map((field) => [
      field,
      wide,
    ]),
  ),
  ...Object.fromEntries(reports.slice(0, 500).map((field) => [`other-${field}`, wide.slice(0, 5000)])),
  emails: reports.slice(0, 3000).map((nth) => ({ id: nth, email: `${wide.slice(0, 900)}${nth}@x` })),
  phones: reports.slice(0, 3000).map((nth) => `${wide.slice(0, 300)}${nth}`),
  reportees: long.map(({ id }) => id),
};

/** Of those who are long as they were filed, the reply cannot be read any more. */
const reader: Reader = {
  version: 1,
  read: (body, asked) => {
    if (asked === everything.id) return readUser(body, asked);
    if (asked?.startsWith('long') === true) return failed({ kind: 'bad-reply', where: 'data', detail: '' });
    return plainReader.read(body, asked);
  },
};

let store: DirectoryStore;
let failures: Map<ReturnType<typeof idOf>, { kind: 'forbidden' }>;
beforeAll(() => {
  ({ store } = storeAt(freshFile(), { reader }));
  failures = new Map();
  record(store, long);
  record(store, [
    userOf('head', { reports: reports.map(idOf), notIds: ['n/a', '?'] }),
    ...reports.slice(0, 30).map((id, nth) => userOf(id, { status: nth < 10 ? 'inactive' : 'active' })),
  ]);
  const user = readUser({ _data: everything }, null);
  if (!user.ok) throw new Error('not read');
  const text = JSON.stringify({ _data: everything });
  store.recordUsers([{ ...replyOf(user.value), text }]);
});
afterAll(() => store.close());

const sent = <N extends CallName>(name: N, output: CallOutput<N>): CallOutput<N> => {
  const parsed = calls[name].output.parse(output) as CallOutput<N>;
  expect(Buffer.byteLength(JSON.stringify(parsed))).toBeLessThanOrEqual(longestMessage);
  expect(listsIn(parsed)).toBeLessThanOrEqual(mostEntries);
  expect(JSON.stringify(parsed)).not.toMatch(new RegExp(`\\p{M}{${mostMarks + 1}}`, 'u'));
  return parsed;
};
/** The longest of all lists within. */
const listsIn = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const within = Math.max(0, ...Object.values(value).map(listsIn));
  return Array.isArray(value) ? Math.max(value.length, within) : within;
};
const parts = () => createReportParts({ store, failures, canFetch: () => true });
const pageOf = (id: string): PersonPage => {
  const needs = { store, server: 'https://x.example', reading: () => null, failures, canFetch: () => true };
  const page = assemblePage({ ...needs, totalsOf: parts().totals }, idOf(id), { source: 'local', trouble: null });
  if (page === null) throw new Error('not stored');
  return sent('people.open', page);
};

describe('one message has room for', () => {
  it('the page of somebody all of whose fields are as long as they can be, and whose reports are too', () => {
    const page = pageOf('everything');
    expect(page.user.cut.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['displayName', 'firstName', 'bio', 'emails', 'phones']),
    );
    expect(page.reports.length).toBeGreaterThan(0);
  });

  it('as much of each list of people as fits, those next to the person before those further up', () => {
    const steps = [...store.cards(long.slice(0, 200).map(({ id }) => id)).values()];
    const line = { steps, seenAt: 1, end: 'top' } as const;
    const reports = steps.map((card) => ({ state: 'known', id: card.id, card, isTheirs: true }) as const);
    const page = {
      lines: [line, { ...line, end: 'loop' } as const],
      loop: { people: steps, more: 3 },
      peers: steps,
      beside: { before: null, after: null },
      reports: [...reports, ...reports, ...reports, ...reports, ...reports],
    };
    const fitted = fitPage(page);
    expect(Buffer.byteLength(JSON.stringify(fitted))).toBeLessThanOrEqual(longestMessage);
    const [first] = fitted.lines;
    expect(first?.end).toBe('cut');
    expect(first?.steps.at(-1)).toBe(steps.at(-1));
    expect((fitted.loop?.people.length ?? 0) + (fitted.loop?.more ?? 0)).toBe(steps.length + 3);
    for (const list of [fitted.lines, first?.steps, fitted.loop?.people, fitted.peers, fitted.reports])
      expect(list?.length).toBeGreaterThan(0);
    const short = { ...page, lines: [line], reports: reports.slice(0, 10) };
    expect(fitPage(short)).toBe(short);
  });

  it('the page of somebody filed by an older reader, with a line of such people', () => {
    expect(pageOf('long0').lines[0]?.steps.length).toBeGreaterThan(0);
  });

  it('as many rows of the table as are asked for', () => {
    const window = () => viewsOf(store).window({ view: usualView, offset: 0, limit: mostRows, follow: [] });
    expect(sent('people.list', window()).rows).toHaveLength(mostRows);
  });

  it('as many people as a search finds', () => {
    for (const text of ['zoe', '89', '界界', 'long1']) {
      const { found, counts } = store.findCounted({ text, status: null, limit: 50 });
      sent('people.find', { found, known: 300, fetchable: null, listed: null, counts });
    }
    expect(store.find({ text: 'zoe', status: null, limit: 50 })).toHaveLength(50);
  });

  it('as many problems as are asked for', () => {
    const problems = createProblemsStore(store.storeFile);
    const filter = { which: 'open', role: null, team: null, text: '', below: null } as const;
    const asked = { filter, sort: { by: 'weight', descending: true }, offset: 0, limit: mostProblemRows } as const;
    const kinds = problemKinds.filter((kind) => {
      const window = problems.problemRows({ ...asked, kind });
      if (!window.ok) throw new Error(window.failure.kind);
      return sent('problems.rows', window.value).rows.length > 0;
    });
    expect(kinds).toEqual(expect.arrayContaining(['cycle', 'not-an-id', 'several-tops']));
    const overview = problems.problemsOverview();
    if (!overview.ok) throw new Error(overview.failure.kind);
    expect(sent('problems.overview', overview.value).kinds).toHaveLength(problemKinds.length);
  });
});

describe('a long list of direct reports', () => {
  it('is claimed whole, and the page holds its beginning with the counts of all', () => {
    const page = pageOf('head');
    expect(store.summaryOf(idOf('head')).direct).toBe(20_000);
    expect(page.reports).toHaveLength(mostEntries);
    expect(page.reportTotals).toEqual({
      entries: 20_002,
      byStatus: { active: 20, inactive: 10, deleted: 0, unknown: 0, 'not-found': 0 },
      notFound: 0,
      failed: 0,
      waiting: 19_970,
      living: 0,
    });
  });

  it('comes in parts, in its order, none left out, what is no id at its end', () => {
    const asked = { id: idOf('head'), status: null, limit: mostReports };
    const one = parts();
    const all = Array.from({ length: 201 }, (_, nth) =>
      sent('people.reports', one.part({ ...asked, offset: nth * mostReports })),
    );
    const entries = all.flatMap((part) => part.entries);
    expect(entries.map((entry) => (entry.state === 'not-an-id' ? entry.text : entry.id))).toEqual([
      ...reports,
      'n/a',
      '?',
    ]);
    expect(new Set(all.map(({ total }) => total))).toEqual(new Set([20_002]));
  });

  it('comes by status, and counts who is not found, who failed, and who stayed under somebody who is gone', () => {
    store.recordNotFound(idOf('r40'), 1);
    failures.set(idOf('r41'), { kind: 'forbidden' });
    store.recordNotFound(idOf('head'), 1);
    const one = parts();
    expect(one.totals(idOf('head'))).toMatchObject({ notFound: 1, failed: 1, waiting: 19_968, living: 30 });
    const some = (status: 'inactive' | 'not-found', offset = 0) =>
      one.part({ id: idOf('head'), status, offset, limit: 8 });
    expect(some('inactive').entries).toHaveLength(8);
    expect(some('inactive', 8)).toMatchObject({ total: 10, entries: [{ id: 'r8' }, { id: 'r9' }] });
    expect(some('not-found')).toMatchObject({ total: 1, entries: [{ state: 'not-found', id: 'r40' }] });
  });
});
