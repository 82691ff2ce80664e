/** Each oddity of the demo directory is met in its organisation once everybody was fetched, and is told as what it is. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UserId } from '../../../contract/ids.ts';
import { personExtra, readItems } from '../../../contract/organisation-items.ts';
import { marks, statusInMarks } from '../../../contract/organisation-marks.ts';
import { type Anomalies, anomaliesOf } from '../../../demo/anomalies.ts';
import { type DemoServer, startDemoServer } from '../../../demo/server.ts';
import { openSynced, type Synced, unwrap } from '../sync/synced.ts';

const usual = { open: [], closed: [], beside: [], more: [], whole: [] };

let demo: DemoServer;
let app: Synced;
let odd: Anomalies;
beforeAll(async () => {
  demo = await startDemoServer({ offers: { users: true }, hardDeleted: true });
  odd = anomaliesOf(demo.organisation);
  app = await openSynced({ origin: demo.origin, token: demo.token });
  app.sync.resume();
  await app.done();
});
afterAll(async () => {
  await app.end();
  await demo.close();
});

const first = (kind: keyof Anomalies) => odd[kind][0] as UserId;
const nameOf = (id: string) => demo.organisation.recordOf(demo.organisation.indexOf(id) ?? 0).displayName;
const ask = () => app.organisation.ask;

async function sought(id: UserId) {
  const found = unwrap(await ask()('seek', [{ id }]));
  if (found === null) throw new Error(`${id} is not in the organisation`);
  return found;
}

/** The marks of somebody's card in the chart of their manager, or where nobody is above them in their own. */
async function marksOf(id: UserId): Promise<number> {
  const { member, above } = await sought(id);
  const centre = above.at(-1)?.id ?? id;
  const chart = unwrap(await ask()('chart', [{ centre, shape: { ...usual, whole: [member.key] } }]));
  const card = readItems(chart?.items ?? new Uint8Array()).find(
    ({ kind, key }) => kind === 'card' && key === member.key,
  );
  if (card === undefined) throw new Error(`${id} has no card`);
  return personExtra(card).marks;
}

it('several tops stand beside each other, and those who lead nobody in one block behind them', async () => {
  const { rows, totals } = unwrap(await ask()('rows', [{ offset: 0, limit: 200, follow: [] }]));
  const level = rows.filter((row) => row.kind === 'alone' || row.member.level === 1);
  expect(level.map(({ kind }) => kind)).toEqual(['member', 'member', 'member', 'member', 'alone']);
  const alone = odd.unlisted.filter(
    (id) => demo.organisation.recordOf(demo.organisation.indexOf(id) ?? 0).reportees.length === 0,
  );
  expect(level.at(-1)).toMatchObject({ kind: 'alone', count: alone.length, isOpen: false });
  expect(totals).toMatchObject({ people: 1200, tops: 4 + alone.length, notFetched: 1 });
});

it('a circle is cut at one of its people, whose card says so, and names the others in order', async () => {
  const [one, other] = odd['closed-circle'].slice(0, 2) as UserId[];
  const { member } = await sought(one as UserId);
  expect(member).toMatchObject({ level: 1, circle: { more: 0 } });
  expect(member.circle?.people.map(({ id }) => id)).toEqual([one, other]);
  expect((await marksOf(one as UserId)) & marks.circle).toBe(marks.circle);
  expect((await sought(other as UserId)).above.map(({ id }) => id)).toEqual([one]);
});

it('somebody who lists themselves stands under their manager, marked', async () => {
  const { member } = await sought(first('self-report'));
  expect(member).toMatchObject({ listsThemselves: true, circle: null });
  expect(member.level).toBeGreaterThan(1);
  expect((await marksOf(member.id)) & marks.listsThemselves).toBe(marks.listsThemselves);
});

it('somebody with two managers stands under one of them, marked, and the other is named', async () => {
  const { member, above } = await sought(first('two-managers'));
  const listers = Array.from({ length: 1200 }, (_, index) => demo.organisation.recordOf(index)).filter(
    ({ reportees }) => reportees.includes(member.id),
  );
  const told = [above.at(-1)?.id, ...member.otherManagers.map(({ manager }) => manager.id)];
  expect(told.toSorted()).toEqual(listers.map(({ id }) => id).toSorted());
  expect(told).toHaveLength(2);
  expect((await marksOf(member.id)) & marks.severalManagers).toBe(marks.severalManagers);
});

it('a deleted manager leads their people still, and the nearest manager who is there is named', async () => {
  const { member } = await sought(first('deleted-manager'));
  expect(member.card?.status).toBe('deleted');
  expect(member.direct).toBeGreaterThanOrEqual(3);
  expect(member.nearestThere?.name).toBe(nameOf(member.nearestThere?.id ?? ''));
  expect(statusInMarks(await marksOf(member.id))).toBe('deleted');
});

it('somebody the server refuses could not be fetched, and the managers above say that one is missing', async () => {
  const { member, above } = await sought(first('withheld-id'));
  expect(member).toMatchObject({ card: null, missing: 'failed', level: 2 });
  expect(above.map(({ id }) => id)).toEqual([first('withheld-report')]);
  expect((await sought(first('withheld-report'))).member).toMatchObject({
    below: 5,
    notFetched: 1,
    failed: 1,
    notFound: 0,
  });
  const all = marks.notFetched | marks.failed;
  expect((await marksOf(member.id)) & (all | marks.notFound)).toBe(all);
  expect(await app.problems()).toContainEqual(expect.objectContaining({ id: member.id }));
});

it('an id that nobody has is not found, and those above count it apart', async () => {
  const { member, above } = await sought(first('dangling-id'));
  expect(member).toMatchObject({ card: null, missing: 'not-found' });
  const { member: manager } = await sought(above.at(-1)?.id as UserId);
  expect(manager).toMatchObject({ notFetched: 0 });
  expect(manager.notFound).toBeGreaterThan(0);
  expect((await marksOf(member.id)) & marks.notFound).toBe(marks.notFound);
});

it('somebody listed by nobody who leads people is a top with a branch of their own', async () => {
  const leads = odd.unlisted.find((id) => id === first('withheld-report')) as UserId;
  expect((await sought(leads)).member).toMatchObject({ level: 1, direct: 5, circle: null });
});
