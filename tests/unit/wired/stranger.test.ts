/** What answers in a directory's place, as plain servers on this computer: nobody is connected to it, and nobody is marked for it. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { connectFailureWords } from '../../../renderer/words/connect-words.ts';
import { allProblems } from '../problems/all-problems.ts';
import { listText, recordOf, replyText } from '../sync/organisation-server.ts';
import { unwrap, type Wired, wire } from './wired.ts';

type Answer = { readonly status: number; readonly type?: string; readonly body?: string };

const strangers: readonly (readonly [string, Answer])[] = [
  [
    '404 with JSON',
    { status: 404, type: 'application/json', body: '{"message":"no Route matched with those values"}' },
  ],
  ['404 with nothing', { status: 404 }],
  ['404 with a page', { status: 404, type: 'text/html', body: '<h1>Not Found</h1>' }],
  ['403 with a block page', { status: 403, type: 'text/html', body: '<h1>Access denied</h1>' }],
  ['403 with JSON', { status: 403, type: 'application/json', body: '{"error":"forbidden","_meta":{}}' }],
  ['403 with nothing', { status: 403 }],
];
const gone: Answer = { status: 404, type: 'application/json', body: '{"_data":null,"_errors":[{"message":"gone"}]}' };

const people = new Map([
  ['boss-1', ['ann-2', 'ben-3', 'cle-4']],
  ['ann-2', []],
  ['ben-3', []],
  ['cle-4', []],
]);

const servers: Server[] = [];
const running: Wired[] = [];
afterEach(async () => {
  for (const app of running.splice(0)) await app.end();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

/** A server whose answers can be changed: `answer` gives what is said at a path, or null for what the API would say. */
async function serve(options: { readonly lists?: boolean } = {}) {
  const state: { answer: (path: string) => Answer | null } = { answer: () => null };
  const paths: string[] = [];
  const server = createServer((request, response) => {
    request.resume();
    const path = request.url ?? '';
    paths.push(path);
    const { status, type, body = '' } = state.answer(path) ?? ofApi(path, options.lists === true);
    response.writeHead(status, type === undefined ? {} : { 'content-type': type }).end(body);
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { state, paths, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function ofApi(path: string, lists: boolean): Answer {
  const [, , , what, who = ''] = path.split('/');
  const reportees = people.get(who);
  const ok = (body: string): Answer => ({ status: 200, type: 'application/json', body });
  if (what === 'users' && lists) return ok(listText([...people].map(([one, reports]) => recordOf(one, reports))));
  return what === 'user' && reportees !== undefined ? ok(replyText(who, reportees)) : gone;
}

async function start(syncs = false): Promise<Wired> {
  const app = await wire({ syncs });
  running.push(app);
  await app.account.restore();
  return app;
}

const form = (server: string, startFrom: string) => ({ server, token: 'a-token', startFrom, name: '' });

const notFoundCount = (app: Wired) => app.account.current()?.store.counts()['not-found'];
const problemsOf = async (app: Wired) => {
  const current = app.account.current();
  if (current === null) throw new Error('nothing is open');
  return allProblems(current.workbench.rows);
};

describe.each(strangers)('a stranger who answers %s', (_what, no) => {
  it.each(['ann-2', 'ann-2, ben-3', ''])('is not connected to, from %j', async (startFrom) => {
    const { state, origin } = await serve();
    state.answer = () => no;
    const app = await start();
    const told = await app.account.connect(form(origin, startFrom));
    expect(told).toMatchObject({ ok: false, failure: { kind: 'not-the-api', status: no.status } });
    if (told.ok) return;
    const { title, detail } = connectFailureWords(told.failure);
    expect(`${title} ${detail}`).toContain('nothing shows that the token was accepted');
    expect(app.account.overview()).toMatchObject({ remembered: [], open: null });
  });

  it('marks nobody whose page is opened, known or not', async () => {
    const { state, origin } = await serve();
    const app = await start();
    unwrap(await app.account.connect(form(origin, 'boss-1')));
    for (const one of people.keys()) unwrap(await app.open(one));
    state.answer = () => no;
    for (const one of people.keys()) {
      const page = unwrap(await app.open(one, 'fresh'));
      expect(page).toMatchObject({ source: 'local', trouble: { kind: 'not-the-api' }, notFoundSince: null });
      expect(page.card.status).toBe('active');
    }
    expect(await app.open('new-5')).toMatchObject({ ok: false, failure: { kind: 'not-the-api' } });
    expect(app.account.overview().open?.reachability.state).toBe('offline');
    expect(notFoundCount(app)).toBe(0);
    expect(await problemsOf(app)).toEqual([]);
    // The next person asked for shows that the server is back, and an id of nobody is said to be so again.
    state.answer = () => null;
    expect(unwrap(await app.open('ann-2', 'fresh')).source).toBe('server');
    expect(await app.open('new-5')).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
    expect(app.account.overview().open?.reachability.state).toBe('online');
  });

  it('half-way of a sync marks nobody, and the sync goes on when the server is back', async () => {
    const { state, origin, paths } = await serve();
    const app = await start(true);
    state.answer = (path) => (/ann|ben|cle/.test(path) || paths.includes('/v1/ext/config') ? no : null);
    unwrap(await app.account.connect(form(origin, 'boss-1')));
    const current = app.account.current();
    if (current === null) throw new Error('nothing is open');
    await vi.waitFor(() => expect(current.sync.state().why).toMatchObject({ kind: 'not-the-api' }), 20_000);
    expect(current.sync.state()).toMatchObject({ status: 'waiting', failed: 0, notFound: 0 });
    expect(notFoundCount(app)).toBe(0);
    expect(await problemsOf(app)).toEqual([]);
    expect(paths.length).toBeLessThan(20);
    state.answer = () => null;
    current.sync.begin();
    await vi.waitFor(() => expect(current.sync.state()).toMatchObject({ status: 'done', fetched: 4 }), 30_000);
    expect(await problemsOf(app)).toEqual([]);
  });
});

describe('an API that says no without a word', () => {
  const wordless = (path: string): Answer | null => (ofApi(path, false).status === 404 ? { status: 404 } : null);

  it('is connected to, and says of an unknown id that there is no such user', async () => {
    const { state, origin } = await serve();
    state.answer = wordless;
    const app = await start();
    const connected = unwrap(await app.account.connect(form(origin, 'gone-8, gone-9, boss-1')));
    expect(connected.start).toBe('boss-1');
    expect(await app.open('new-5')).toEqual({ ok: false, failure: { kind: 'not-found', id: 'new-5' } });
    expect(app.account.overview().open?.reachability.state).toBe('online');
    // Somebody who is known and is removed later.
    unwrap(await app.open('ann-2'));
    state.answer = (path) => (path.endsWith('/ann-2') ? { status: 404 } : wordless(path));
    expect(unwrap(await app.open('ann-2', 'fresh')).card.status).toBe('not-found');
    expect(notFoundCount(app)).toBe(1);
  });

  it('with a wrong id to start from is told from a stranger by its list', async () => {
    const { state, origin } = await serve({ lists: true });
    state.answer = (path) => (path.endsWith('/users') ? null : wordless(path));
    const app = await start();
    expect(await app.account.connect(form(origin, 'gone-8'))).toEqual({
      ok: false,
      failure: { kind: 'not-found', id: null },
    });
    expect(unwrap(await app.account.connect(form(origin, ''))).start).toBeNull();
  });
});

describe('a first id to start from that is answered with', () => {
  it.each([400, 410, 422])('%i does not keep the second from being connected with', async (status) => {
    const { state, origin } = await serve();
    for (const answer of [{ ...gone, status }, { status }]) {
      state.answer = (path) => (path.endsWith('/odd-9') ? answer : null);
      const app = await start();
      expect(unwrap(await app.account.connect(form(origin, 'odd-9, ann-2'))).start).toBe('ann-2');
    }
  });
});

describe('another token', () => {
  it.each([
    ['401', { status: 401 }, 'unauthorized'],
    ['403 in the form of the API', { ...gone, status: 403 }, 'forbidden'],
    ['404 of a gateway', { status: 404, type: 'application/json', body: '{}' }, 'not-the-api'],
    ['403 of a gateway', { status: 403 }, 'not-the-api'],
  ])('that is answered with %s is not kept', async (_what, no, kind) => {
    const { state, origin } = await serve();
    const app = await start();
    unwrap(await app.account.connect(form(origin, 'boss-1')));
    for (const one of people.keys()) unwrap(await app.open(one));
    state.answer = () => no;
    expect(await app.account.renewToken('another-token')).toMatchObject({ ok: false, failure: { kind } });
    state.answer = () => null;
    expect(unwrap(await app.account.renewToken('another-token')).open).toMatchObject({ canFetch: true });
  });

  it('is kept where the one who was opened last is gone, or may not be read by it', async () => {
    for (const status of [404, 403, 410, 400, 401]) {
      const { state, origin } = await serve();
      const app = await start();
      unwrap(await app.account.connect(form(origin, 'boss-1')));
      for (const one of people.keys()) unwrap(await app.open(one));
      for (const answer of [{ ...gone, status }, { status }]) {
        state.answer = (path) => (path.endsWith('/cle-4') ? answer : null);
        expect(unwrap(await app.account.renewToken(`token-${status}`)).open?.reachability.state).toBe('online');
      }
    }
  });

  it('is kept where everybody who is known is gone, which the API says itself', async () => {
    const { state, origin } = await serve();
    const app = await start();
    unwrap(await app.account.connect(form(origin, 'boss-1')));
    state.answer = () => gone;
    expect(unwrap(await app.account.renewToken('another-token')).open).toMatchObject({ canFetch: true });
  });
});
