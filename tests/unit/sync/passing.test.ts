/** What goes wrong with one request in ten loses nobody in the end; who was given up is tried again the next day. */
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { treeOf } from './organisation-server.ts';
import { cut, openThroughClient, refusal } from './through-client.ts';

const day = 24 * 60 * 60 * 1000;
const asJson = (body: BodyInit | null) => new Response(body, { headers: { 'content-type': 'application/json' } });
const noGzip = () => new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'Z_DATA_ERROR' }) });
const kinds: readonly (readonly [string, () => Response | Error | 'silence'])[] = [
  ['a cut reply', () => asJson('{"_data":{"id":"p')],
  ['a reply cut before its first byte', () => asJson(null)],
  ['a reply that is not UTF-8', () => asJson(new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22]))],
  ['a reply that cannot be decompressed', noGzip],
  ['a cut connection', cut],
  ['silence', () => 'silence'],
  ['500', () => refusal(500)],
  ['502', () => refusal(502)],
  ['503', () => refusal(503)],
  ['504', () => refusal(504)],
  ['503 with Retry-After', () => refusal(503, { 'retry-after': '2' })],
  ['429', () => refusal(429)],
  ['429 with Retry-After', () => refusal(429, { 'retry-after': '2' })],
  ['a page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
];

let app: ReturnType<typeof openThroughClient>;
afterEach(() => app.close());

const until = async (status: string) => {
  for (let minute = 0; minute < 600 && app.sync.state().status !== status; minute += 1) await app.clock.pass(60_000);
  expect(app.sync.state().status).toBe(status);
};

describe('a server that answers one request in ten with', () => {
  it.each(kinds)('%s gives everybody in the end', async (name, answer) => {
    const people = treeOf(600, 6);
    app = openThroughClient({
      people,
      instead: (id, nth) => {
        const [drawn = 0] = createHash('sha256').update(`${name} ${id} ${nth}`).digest();
        return id.startsWith('p') && drawn < 25.6 ? answer() : null;
      },
    });
    await app.start(['p0']);
    await until('done');
    expect(app.sync.state()).toMatchObject({ found: 600, fetched: 600, failed: 0, notFound: 0 });
    expect(app.sent.length).toBeGreaterThan(600 * 1.05);
    expect(app.sent.length).toBeLessThanOrEqual(600 * 1.5);
    expect(await app.problems()).toEqual([]);
  });
});

describe('somebody who is given up', () => {
  const people = new Map([
    ['top', ['m', 'late']],
    ['m', ['m1', 'm2']],
    ['m1', []],
    ['m2', []],
  ]);

  it.each<readonly [string, () => Response, tries: number, aDay: number]>([
    ['cut replies', () => asJson('{"_data":'), 5, 1],
    ['a refusal', () => refusal(403), 1, 1],
    ['no such user', () => refusal(404), 1, 1],
    // What a cache might say of everybody is asked once more, after a witness.
    ['somebody else', () => asJson('{"_data":{"id":"other"}}'), 2, 2],
  ])('after %s is tried again once a day, and the people below are found', async (_, answer, tries, aDay) => {
    let isMended = false;
    app = openThroughClient({ people, instead: (id) => (id === 'm' && !isMended ? answer() : null) });
    await app.start(['top']);
    await until('done');
    expect(app.timesAsked('m')).toBe(tries);
    expect(app.sync.state()).toMatchObject({ found: 3, fetched: 1 });
    await app.clock.pass(day - 60_000);
    expect(app.timesAsked('m')).toBe(tries);
    await app.clock.pass(3 * day);
    expect(app.timesAsked('m')).toBe(tries + 3 * aDay);
    isMended = true;
    await app.clock.pass(day + 60_000);
    expect(app.sync.state()).toMatchObject({ status: 'done', found: 5, fetched: 4, failed: 0, notFound: 1 });
  });

  it('is tried again within the budget of the day', async () => {
    app = openThroughClient({ people });
    app.sync.setBudget(0);
    await app.start(['top']);
    await until('done');
    await app.clock.pass(3 * day);
    expect(app.timesAsked('late')).toBe(1);
    app.sync.setBudget(1000);
    await app.clock.pass(60_000);
    expect(app.timesAsked('late')).toBe(2);
  });
});

describe('somebody who did not exist when they were asked for', () => {
  const people = new Map([['top', ['late', 'later']]]);
  const opened = async () => {
    const grown = new Map(people);
    app = openThroughClient({ people: grown });
    await app.start(['top']);
    await until('done');
    expect(app.sync.state()).toMatchObject({ found: 3, fetched: 1, notFound: 2 });
    grown.set('late', []).set('later', []);
  };

  it('is asked for again when everything is tried once more', async () => {
    await opened();
    app.sync.begin();
    await app.clock.pass(60_000);
    expect(app.sync.state()).toMatchObject({ status: 'done', fetched: 3, notFound: 0 });
  });

  it('is asked for again when the id is given again, and nobody else is', async () => {
    await opened();
    await app.sync.addIds('rolodesk://user/late');
    await app.clock.pass(60_000);
    expect(app.sync.state()).toMatchObject({ status: 'done', fetched: 2, notFound: 1 });
    expect(app.timesAsked('later')).toBe(1);
    expect(app.timesAsked('top')).toBe(1);
  });

  it('stays not found since the first time where they still do not exist', async () => {
    await opened();
    await app.sync.addIds('nobody-1');
    await app.clock.pass(60_000);
    const first = (await app.problems()).find((problem) => problem.kind === 'not-found' && problem.id === 'nobody-1');
    expect(first).toBeDefined();
    await app.sync.addIds('nobody-1');
    await app.clock.pass(60_000);
    expect(app.timesAsked('nobody-1')).toBe(2);
    expect(await app.problems()).toContainEqual(first);
  });
});
