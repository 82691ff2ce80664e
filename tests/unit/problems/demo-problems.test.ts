/**
 * The problems of the demo directory are exactly what opening each of its people finds: nobody is left out, and nobody is named
 * without a reason on their page.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mostProblemRows } from '../../../contract/bounds.ts';
import type { UserId } from '../../../contract/ids.ts';
import type { PersonPage } from '../../../contract/person.ts';
import { problemKinds } from '../../../contract/problem-kinds.ts';
import type { Problem, ProblemKind, ProblemRow } from '../../../contract/problems.ts';
import { type DemoServer, startDemoServer } from '../../../demo/server.ts';
import { isGone } from '../../../electron/reading/status.ts';
import { openSynced, type Synced, unwrap } from '../sync/synced.ts';

let demo: DemoServer;
let app: Synced;
const pages = new Map<UserId, PersonPage>();
const rows = new Map<ProblemKind, ProblemRow[]>();

beforeAll(async () => {
  demo = await startDemoServer({ offers: { users: true }, hardDeleted: true });
  app = await openSynced({ origin: demo.origin, token: demo.token });
  app.sync.resume();
  await app.done();
  for (const id of app.stored() as UserId[]) pages.set(id, unwrap(await app.page.open(id, 'known')));
  for (const kind of problemKinds) rows.set(kind, await allOf(kind));
}, 120_000);
afterAll(async () => {
  await app.end();
  await demo.close();
});

async function allOf(kind: ProblemKind): Promise<ProblemRow[]> {
  const found: ProblemRow[] = [];
  for (let total = 1; found.length < total; ) {
    const asked = {
      kind,
      filter: { which: 'open', role: null, team: null, text: '', below: null },
      sort: { by: 'name', descending: false },
      offset: found.length,
      limit: mostProblemRows,
    } as const;
    const window = unwrap(await app.workbench.rows(asked));
    total = window.total;
    found.push(...window.rows);
    if (window.rows.length === 0) break;
  }
  return found;
}

/** Of each person's page, what makes them a problem of the kind. */
const onPages: { readonly [K in ProblemKind]?: (page: PersonPage) => boolean } = {
  'left-behind': ({ leftBehind }) => leftBehind !== null,
  'gone-manager': ({ card, reports, user }) =>
    isGone(card.status) &&
    reports.some((one) => one.state === 'known' && one.isTheirs && one.id !== user.id && !isGone(one.card.status)),
  'still-available': ({ contradictions }) =>
    contradictions.includes('deleted-yet-available') || contradictions.includes('inactive-yet-available'),
  'deleted-active': ({ contradictions }) => contradictions.includes('deleted-yet-active'),
  'not-found': ({ notFoundSince, lines }) => notFoundSince !== null && lines.length > 0,
  'self-report': ({ contradictions }) => contradictions.includes('reports-to-self'),
  'too-many-reports': ({ card }) => card.reportCount > 500,
  alone: ({ card, lines, summary }) => lines.length === 0 && summary.direct === 0 && !isGone(card.status),
  'several-tops': ({ card, lines, summary }) => lines.length === 0 && summary.direct > 0 && !isGone(card.status),
  'several-managers': ({ lines }) => lines.length > 1,
  'owned-by-another': ({ contradictions }) => contradictions.includes('email-of-another-user'),
  'unverified-primary': ({ contradictions }) => contradictions.includes('primary-email-unverified'),
  'unlisted-primary': ({ contradictions }) => contradictions.includes('primary-email-not-listed'),
  'deleted-without-date': ({ contradictions }) => contradictions.includes('deleted-without-date'),
  'date-without-deletion': ({ contradictions }) => contradictions.includes('deletion-date-yet-not-deleted'),
  unreadable: ({ user }) => user.unread.length > 0,
  'not-an-id': ({ reports }) => reports.some(({ state }) => state === 'not-an-id'),
};
const personOf = (problem: Problem): UserId | null =>
  'id' in problem ? problem.id : 'person' in problem ? (problem.person?.id ?? null) : null;
const idsOf = (kind: ProblemKind) => (rows.get(kind) ?? []).map(({ problem }) => personOf(problem));

it.each(Object.keys(onPages) as ProblemKind[])('%s: who is named has it on their page, and nobody else', (kind) => {
  const has = onPages[kind] ?? (() => false);
  const onPage = [...pages].filter(([, page]) => has(page)).map(([id]) => id);
  const stored = idsOf(kind).filter((id) => id !== null && pages.has(id));
  expect(stored.sort()).toEqual(onPage.sort());
  // The demo directory has whatever goes wrong in real ones.
  if (kind !== 'too-many-reports') expect(stored).not.toEqual([]);
});

it('who is left behind is told on their page as among the problems, with who can be asked instead', () => {
  const found = rows.get('left-behind') ?? [];
  for (const { problem } of found) {
    if (problem.kind !== 'left-behind') throw new Error(`a ${problem.kind} among those left behind`);
    const { kind: _, person, ...behind } = problem;
    expect(pages.get(person.id)?.leftBehind).toEqual(behind);
    expect(problem.managers.every(({ status }) => isGone(status))).toBe(true);
  }
  const nearest = found.flatMap(({ problem }) => (problem.kind === 'left-behind' ? [problem.nearest] : []));
  expect(nearest.some((card) => card !== null && !isGone(card.status))).toBe(true);
});

it('circles are of people whose pages tell them, and each page that tells one is of somebody in one', () => {
  const circles = (rows.get('cycle') ?? []).flatMap(({ problem }) =>
    problem.kind === 'cycle' ? [problem.people] : [],
  );
  expect(circles.length).toBeGreaterThan(0);
  for (const { id } of circles.flat()) expect(pages.get(id)?.loop).not.toBeNull();
  const within = new Set(circles.flat().map(({ id }) => id));
  for (const { loop } of pages.values())
    if (loop !== null) expect(loop.people.some(({ id }) => within.has(id))).toBe(true);
});

it('each kind is counted as it is listed', async () => {
  const overview = unwrap(await app.workbench.overview());
  expect(overview.kinds.map(({ kind, count }) => [kind, count])).toEqual(
    problemKinds.map((kind) => [kind, rows.get(kind)?.length]),
  );
  expect(overview.rereading).toBeNull();
});
