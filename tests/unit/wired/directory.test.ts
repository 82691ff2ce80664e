import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../../electron/clock.ts';
import { systemClock } from '../../../electron/clock.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { type Fault, faults, reply } from '../../fault-server/faults.ts';
import { sampleList, sampleReply } from '../../fault-server/sample-user.ts';
import { id, unwrap, type Wired, wire } from './wired.ts';

const token = 'a-token';
let server: FaultServer;
let app: Wired;
let later = 0;
/** Real time, moved on by the test. */
const clock: Clock = { ...systemClock, now: () => Date.now() + later };

/** Answers with the sample user, changed. */
function person(who: string, fields: Record<string, unknown>): Fault {
  const body = sampleReply(who);
  return reply(
    200,
    { 'content-type': 'application/json' },
    JSON.stringify({ ...body, _data: { ...(body._data as object), ...fields } }),
  );
}

beforeEach(async () => {
  later = 0;
  server = await startFaultServer({ token });
  app = await wire({ clock });
  await app.account.restore();
  server.answer('/v1/ext/users', reply(200, { 'content-type': 'application/json' }, sampleList(['listed-1'])));
  unwrap(await app.account.connect({ server: server.origin, token, startFrom: '', name: '' }));
  server.forget();
});
afterEach(async () => {
  await app.end();
  await server.close();
});

const asked = () => server.requests.map((request) => request.target.split('/').at(-1));

describe('opening a person', () => {
  it('asks the server once, then answers from the local copy while it is young', async () => {
    const first = unwrap(await app.open('ada'));
    expect([first.source, first.trouble, first.user.name]).toEqual(['server', null, 'Asha Rao']);
    const second = unwrap(await app.open('ada'));
    expect([second.source, second.fetchedAt]).toEqual(['local', first.fetchedAt]);
    expect(asked()).toEqual(['ada']);
  });

  it('tells every window how many are known once somebody was stored, and soon for many', async () => {
    const known = app.account.current()?.store.peopleCount() ?? 0;
    const told = () => app.announced.filter(({ name }) => name === 'people.stored').length;
    const ids = ['a1', 'a2', 'a3', 'a4', 'a5'];
    for (const one of ids) server.answer(one, person(one, {}));
    await Promise.all(
      ids.map((one) =>
        app.account
          .current()
          ?.pages.of({ ...app.caller, window: one.charCodeAt(1) })
          .open(id(one), 'known'),
      ),
    );
    await app.heard('people.stored', ({ people }) => people === known + ids.length);
    expect(told()).toBeLessThan(ids.length);
  });

  it('opens an old copy at once and brings it up to date behind it', async () => {
    unwrap(await app.open('ada'));
    later = 10 * 60_000;
    server.answer('ada', person('ada', { displayName: 'Ada Newer' }));
    const old = unwrap(await app.open('ada'));
    expect([old.source, old.user.name]).toEqual(['local', 'Asha Rao']);
    const fresh = await app.heard('person.refreshed');
    expect([fresh.source, fresh.user.name]).toEqual(['server', 'Ada Newer']);
  });

  it('makes nothing fresh when the clock is set back', async () => {
    unwrap(await app.open('ada'));
    later = -24 * 3600_000;
    unwrap(await app.open('ada'));
    await app.heard('person.refreshed');
    expect(asked()).toEqual(['ada', 'ada']);
  });

  it('shows the local copy, with why, when the server cannot be had', async () => {
    unwrap(await app.open('ada'));
    server.answer('ada', faults.html);
    const page = unwrap(await app.open('ada', 'fresh'));
    expect([page.source, page.trouble?.kind, page.user.name]).toEqual(['local', 'not-the-api', 'Asha Rao']);
  });

  it('fails, with why, where there is no copy', async () => {
    server.answer('eve', reply(403, { 'content-type': 'application/json' }, '{"_data":null,"_errors":[]}'));
    expect(await app.open('eve')).toEqual({ ok: false, failure: { kind: 'forbidden' } });
  });

  it('keeps a person whom the server no longer finds, and says since when', async () => {
    unwrap(await app.open('ada'));
    server.answer('ada', reply(404, { 'content-type': 'application/json' }, '{"_data":null,"_errors":[]}'));
    const gone = unwrap(await app.open('ada', 'fresh'));
    expect([gone.user.name, gone.trouble?.kind]).toEqual(['Asha Rao', 'not-found']);
    expect(gone.notFoundSince).toBeGreaterThan(Date.now() - 60_000);
    server.forget();
    expect(unwrap(await app.open('ada', 'fresh')).notFoundSince).toBeNull();
  });

  it('remembers who was opened, newest first', async () => {
    for (const who of ['ada', 'bob', 'cy', 'ada']) {
      later += 1000;
      unwrap(await app.open(who));
    }
    const open = app.account.current();
    expect(open?.recorder.recent(12).map((card) => card.id)).toEqual(['ada', 'cy', 'bob']);
    // Written behind: whatever the thread is asked for now, it answers after that.
    await open?.ask('progress', []);
    expect(open?.store.recent(12).map((card) => card.id)).toEqual(['ada', 'cy', 'bob']);
  });
});

describe('direct reports', () => {
  it.each([2, 40 * 365])('are not fresh because the clock was set back, be it %i days', async (days) => {
    server.answer('boss', person('boss', { reportees: ['ann'] }));
    unwrap(await app.open('boss'));
    await app.heard('reports.arrived', ({ summary }) => summary?.notFetched === 0);
    later = -days * 24 * 3600_000;
    server.forget();
    server.answer('boss', person('boss', { reportees: ['ann'] }));
    app.announced.length = 0;
    unwrap(await app.open('boss', 'fresh'));
    await app.heard('reports.arrived', ({ entries }) => entries.some((one) => one.state === 'known'));
    expect(asked()).toEqual(['boss', 'ann']);
  });

  it('arrive as they come, each known, failed with why, or no id at all', async () => {
    server.answer('boss', person('boss', { reportees: ['ann', 'ben', 'gone', '../admin', 'ann'] }));
    server.answer('gone', reply(404, { 'content-type': 'application/json' }, '{"_data":null,"_errors":[]}'));
    const page = unwrap(await app.open('boss'));
    expect(page.reports).toEqual([
      { state: 'waiting', id: 'ann' },
      { state: 'waiting', id: 'ben' },
      { state: 'waiting', id: 'gone' },
      { state: 'not-an-id', text: '../admin' },
    ]);
    expect(page.summary).toEqual({ direct: 3, total: 3, notFetched: 3, notFound: 0, failed: 0, layers: 1 });
    await app.heard('reports.arrived', ({ summary }) => summary?.notFetched === 0 && summary?.notFound === 1);
    const entries = app.announced.flatMap((event) =>
      event.name === 'reports.arrived' && event.data !== null && 'entries' in event.data ? event.data.entries : [],
    );
    const states = new Map(entries.flatMap((entry) => (entry.state === 'not-an-id' ? [] : [[entry.id, entry.state]])));
    expect(Object.fromEntries(states)).toMatchObject({ ann: 'known', ben: 'known' });
    await app.heard('reports.arrived', ({ entries: some }) =>
      some.some((entry) => entry.state === 'not-found' && entry.id === 'gone'),
    );
    expect(asked().sort()).toEqual(['ann', 'ben', 'boss', 'gone']);
    const line = unwrap(await app.open('ann')).lines[0];
    expect([line?.end, line?.steps.map((step) => step.id)]).toEqual(['top', ['boss']]);
  });

  it('are not asked for more than six at a time, nor once the page was left', async () => {
    const reports = Array.from({ length: 30 }, (_, index) => `r${index}`);
    server.answer('boss', person('boss', { reportees: reports }));
    server.answer('other', person('other', {}));
    for (const report of reports) server.answer(report, faults.hangBeforeHeaders);
    unwrap(await app.open('boss'));
    await server.seen(7);
    expect(server.requests).toHaveLength(7);
    unwrap(await app.open('other'));
    // The next page's cards come, and nothing more of the page that was left.
    server.answer('chief', person('chief', { reportees: ['ann'] }));
    unwrap(await app.open('chief'));
    const { manager } = await app.heard('reports.arrived');
    expect(manager).toBe('chief');
    expect(asked().slice(7)).toEqual(['other', 'chief', 'ann']);
  });

  it('that failed are asked for again when told to', async () => {
    server.answer('boss', person('boss', { reportees: ['ann'] }));
    server.answer(
      'ann',
      reply(403, { 'content-type': 'application/json' }, '{"_data":null,"_errors":[]}'),
      faults.none,
    );
    unwrap(await app.open('boss'));
    await app.heard('reports.arrived', ({ entries }) => entries[0]?.state === 'failed');
    app.account.current()?.pages.of(app.caller).retryReports(id('boss'));
    const { entries } = await app.heard('reports.arrived', (event) => event.entries[0]?.state === 'known');
    expect(entries).toHaveLength(1);
  });

  it('that failed for a passing reason are asked for again when the page is opened, those not found are not', async () => {
    server.answer('boss', person('boss', { reportees: ['ann', 'gone'] }));
    server.answer('ann', faults.html);
    server.answer('gone', reply(404, { 'content-type': 'application/json' }, '{"_data":null,"_errors":[]}'));
    unwrap(await app.open('boss'));
    for (const [who, state] of [
      ['ann', 'failed'],
      ['gone', 'not-found'],
    ] as const) {
      await app.heard('reports.arrived', ({ entries }) => entries.some((one) => one.state === state && one.id === who));
    }
    unwrap(await app.open('other'));
    app.announced.length = 0;
    server.forget();
    const again = unwrap(await app.open('boss'));
    expect(again.reports).toEqual([
      { state: 'waiting', id: 'ann' },
      { state: 'not-found', id: 'gone', since: expect.any(Number) },
    ]);
    await app.heard('reports.arrived', ({ entries }) => entries[0]?.state === 'known');
    expect(asked()).toEqual(['ann']);
  });

  it('that wait for the token say so, and are asked for once it is there', async () => {
    server.answer('boss', person('boss', { reportees: ['ann'] }));
    unwrap(await app.open('boss'));
    await app.heard('reports.arrived', ({ summary }) => summary?.notFetched === 0);
    server.answer('boss', person('boss', { reportees: ['ann', 'ben'] }));
    unwrap(await app.open('boss', 'fresh'));
    await app.heard('reports.arrived', ({ entries }) =>
      entries.some((entry) => entry.state === 'known' && entry.id === 'ben'),
    );
    server.answer('boss', person('boss', { reportees: ['ann', 'ben', 'cy'] }));
    server.answer('cy', faults.hangBeforeHeaders);
    unwrap(await app.open('boss', 'fresh'));
    const connection = app.account.overview().open?.connection.id;
    if (connection === undefined) throw new Error('nothing is open');
    app.tokens.release(connection);
    const without = unwrap(await app.open('boss'));
    expect(without.reports[2]).toEqual({ state: 'failed', id: 'cy', failure: { kind: 'token-needed' } });
    app.announced.length = 0;
    app.account.current()?.pages.of(app.caller).retryReports(id('boss'));
    const { entries } = await app.heard('reports.arrived');
    expect(entries).toEqual([{ state: 'failed', id: 'cy', failure: { kind: 'token-needed' } }]);
    server.answer('cy', faults.none);
    unwrap(await app.account.renewToken(token));
    app.account.current()?.pages.of(app.caller).retryReports(id('boss'));
    await app.heard('reports.arrived', (event) =>
      event.entries.some((entry) => entry.state === 'known' && entry.id === 'cy'),
    );
  });

  it('survive a self-report and a cycle', async () => {
    server.answer('a', person('a', { reportees: ['a', 'b'] }));
    server.answer('b', person('b', { reportees: ['a'] }));
    unwrap(await app.open('a'));
    await app.heard('reports.arrived', ({ summary }) => summary?.notFetched === 0);
    const page = unwrap(await app.open('a'));
    expect(page.contradictions).toContain('reports-to-self');
    expect(page.lines.map((line) => [line.end, line.steps.map((step) => step.id)])).toEqual([['loop', ['b']]]);
    expect(page.summary.total).toBe(1);
  });
});
