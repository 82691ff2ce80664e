import { describe, expect, it } from 'vitest';
import { longestSearchText } from '../../../contract/bounds.ts';
import { callChannel, eventChannel } from '../../../contract/bridge.ts';
import { type CallName, calls, type HandlersFor } from '../../../contract/calls.ts';
import { failed, succeeded } from '../../../contract/failures.ts';
import { usualView } from '../../../contract/people-view.ts';
import { createTokenGuard } from '../../../electron/account/token-leak-check.ts';
import type { Caller } from '../../../electron/announce.ts';
import type { Log } from '../../../electron/log.ts';
import { type CallEvent, serve } from '../../../electron/shell/serve.ts';

const origin = 'app://bundle';
const heldToken = 'held+Token/0123=';
const sender: CallEvent['sender'] = { id: 7, isDestroyed: () => false, send: () => undefined };
const ownPage: CallEvent = { senderFrame: { url: `${origin}/index.html`, parent: null }, sender };

/** Handlers that must not be reached, but for those given. */
function handlersWith(some: Partial<HandlersFor<Caller>>): HandlersFor<Caller> {
  const unreached = Object.fromEntries(
    (Object.keys(calls) as CallName[]).map((name) => [
      name,
      () => {
        throw new Error(`${name} was reached`);
      },
    ]),
  );
  // The test names only what it uses; the table says what the rest is.
  return { ...unreached, ...some } as HandlersFor<Caller>;
}

function served(some: Partial<HandlersFor<Caller>>, log: Log = quietLog()) {
  let door: ((event: CallEvent, name: unknown, input: unknown) => Promise<unknown>) | null = null;
  serve({
    port: {
      handle: (channel, listener) => {
        expect(channel).toBe(callChannel);
        door = listener;
      },
    },
    handlers: handlersWith(some),
    origin,
    guard: createTokenGuard(() => [heldToken]),
    log,
  });
  if (door === null) throw new Error('nothing was registered');
  return door as (event: CallEvent, name: unknown, input: unknown) => Promise<unknown>;
}

function quietLog(written: unknown[] = []): Log {
  return {
    info: () => undefined,
    defect: (event, error) => {
      written.push([event, error]);
      return 'ref-1';
    },
  };
}

/** A view of the table as the page says that it shows it. */
const shownWith = (text: string) => ({
  connection: '00000000-0000-4000-8000-000000000000',
  page: { view: 'people', table: { ...usualView, filter: { ...usualView.filter, text } } },
  scrollTop: 0,
});

const about = { version: '1', runtime: 'electron', platform: 'linux' } as const;

describe('the door from the page', () => {
  it('answers a call of the app’s own page', async () => {
    const call = served({ 'app.about': () => succeeded(about) });
    expect(await call(ownPage, 'app.about', null)).toEqual({ ok: true, value: about });
  });

  it.each([
    ['a frame that has gone', null],
    ['another origin', { url: 'https://evil.example/index.html', parent: null }],
    ['an origin that only begins alike', { url: 'app://bundle.evil.example/', parent: null }],
    ['a frame inside the page', { url: `${origin}/index.html`, parent: {} }],
  ])('refuses %s', async (_who, senderFrame) => {
    const call = served({ 'app.about': () => succeeded(about) });
    expect(await call({ senderFrame, sender }, 'app.about', null)).toEqual({
      ok: false,
      failure: { kind: 'refused-caller' },
    });
  });

  it.each(['app.nothing', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 7, null, {}])(
    'refuses a name that is not in the table: %s',
    async (name) => {
      const call = served({});
      expect(await call(ownPage, name, null)).toEqual({
        ok: false,
        failure: { kind: 'bad-input', where: 'call', reason: 'not-known' },
      });
    },
  );

  it.each([
    ['people.open', { id: '../admin', want: 'known' }, 'id', 'not-an-id'],
    ['people.open', { id: 'a', want: 'stale' }, 'want', 'malformed'],
    ['people.find', { text: 'x'.repeat(longestSearchText + 1), limit: 5 }, 'text', 'too-long'],
    ['account.renewToken', { token: '' }, 'token', 'empty'],
    ['account.renewToken', { token: 'a\nb' }, 'token', 'malformed'],
    ['account.renewToken', { token: 'x'.repeat(8193) }, 'token', 'too-long'],
    ['app.about', { surprising: true }, 'input', 'malformed'],
  ])('names the field that does not fit: %s %o', async (name, input, where, reason) => {
    const call = served({});
    expect(await call(ownPage, name, input)).toEqual({ ok: false, failure: { kind: 'bad-input', where, reason } });
  });

  it('tells a handler which window asks, and lets it speak to that one alone', async () => {
    const sent: unknown[] = [];
    let isGone = false;
    const asking = { id: 9, isDestroyed: () => isGone, send: (...said: unknown[]) => void sent.push(said) };
    let told: Caller | null = null;
    const call = served({
      'people.leave': (_input, caller) => {
        told = caller;
        caller.announce('labels.changed', null);
        isGone = true;
        // Its contents would throw now.
        caller.announce('labels.changed', null);
        return succeeded(null);
      },
    });
    expect(await call({ ...ownPage, sender: asking }, 'people.leave', null)).toEqual({ ok: true, value: null });
    expect(told).toMatchObject({ window: 9 });
    expect(sent).toEqual([[eventChannel, { name: 'labels.changed', data: null }]]);
  });

  it('gives bytes as bytes, and lets nothing else stand for them', async () => {
    const chart = { snapshot: 1, centre: 7, cards: 1, isCut: false };
    const items = Uint8Array.of(1, 2, 255);
    const asked = { centre: 'a', shape: { open: [], closed: [], beside: [], more: [], whole: [] } };
    const answering = (given: unknown, log?: Log) =>
      served({ 'organisation.chart': () => succeeded({ ...chart, items: given as typeof items }) }, log);
    const answer = await answering(items)(ownPage, 'organisation.chart', asked);
    expect(answer).toEqual({ ok: true, value: { ...chart, items: Uint8Array.of(1, 2, 255) } });
    for (const other of [[1, 2, 255], items.buffer, new Int8Array(3), { 0: 1, length: 1 }])
      expect(await answering(other)(ownPage, 'organisation.chart', asked)).toMatchObject({
        failure: { kind: 'unexpected' },
      });
  });

  it('lets nothing out that the contract does not name', async () => {
    const leaking = { ...about, token: 'secret' };
    const call = served({ 'app.about': () => succeeded(leaking) });
    expect(JSON.stringify(await call(ownPage, 'app.about', null))).not.toContain('secret');
  });

  it('lets nothing out with a failure either', async () => {
    const leaking = { kind: 'unauthorized', token: 'secret' } as const;
    const call = served({ 'app.about': () => ({ ok: false, failure: leaking }) });
    expect(await call(ownPage, 'app.about', null)).toEqual({ ok: false, failure: { kind: 'unauthorized' } });
  });

  it('survives a frame that goes away while it is looked at', async () => {
    const going = {
      get url(): string {
        throw new Error('Render frame was disposed');
      },
      parent: null,
    };
    const call = served({});
    expect(await call({ senderFrame: going, sender }, 'app.about', null)).toMatchObject({
      failure: { kind: 'unexpected' },
    });
  });

  it.each([
    ['throws', () => Promise.reject(new Error('the token is secret'))],
    ['answers what the contract forbids', () => succeeded({ ...about, runtime: 'unheard-of' as 'electron' })],
  ])('turns a handler that %s into a reference to the log', async (_how, handler) => {
    const written: unknown[] = [];
    const call = served({ 'app.about': handler }, quietLog(written));
    expect(await call(ownPage, 'app.about', null)).toEqual({
      ok: false,
      failure: { kind: 'unexpected', reference: 'ref-1' },
    });
    expect(written).toHaveLength(1);
  });
});

describe('a token that is typed where none belongs', () => {
  const typed = 'typed-Token_4567';
  const base64 = Buffer.from(`x${heldToken}y`).toString('base64');
  const find = (text: string) => ['people.find', { text, status: null, limit: 20 }, 'text'] as const;
  const connect = (more: object, where: string) =>
    [
      'account.connect',
      { server: 'https://x.example', token: typed, startFrom: '', name: '', ...more },
      where,
    ] as const;
  it.each<readonly [string, unknown, string]>([
    find(heldToken),
    find(`Bearer ${heldToken} `),
    find(encodeURIComponent(heldToken)),
    find(JSON.stringify(heldToken).replaceAll('/', '\\/').replaceAll('=', '\\u003d')),
    find(base64),
    find(`${heldToken.slice(0, 8)}\n  ${heldToken.slice(8)}`),
    find(`${heldToken.slice(0, 8)}\u200b${heldToken.slice(8)}`),
    ['people.open', { id: 'held-id', want: 'known' }, ''],
    ['sync.addIds', { text: `a ${heldToken}` }, 'text'],
    [
      'people.labels',
      { filter: { status: null, role: heldToken, team: null, text: '' }, kind: 'role', text: '' },
      'role',
    ],
    ['account.renewToken', { token: heldToken }, ''],
    ['account.rename', { connection: '00000000-0000-4000-8000-000000000000', name: heldToken }, 'name'],
    ['page.shown', shownWith(heldToken), 'text'],
    connect({ startFrom: `me: ${typed}` }, 'startFrom'),
    connect({ startFrom: heldToken }, 'startFrom'),
    // Reading a list of ids makes the token of it.
    connect({ startFrom: typed.replace('-', '\u2011') }, 'startFrom'),
    connect({ startFrom: `${typed.slice(0, 4)}\u00ad${typed.slice(4)}` }, 'startFrom'),
    connect({ server: `https://${typed}.example` }, 'server'),
    connect({ server: `https://x.example/?t=${typed}` }, 'server'),
    connect({ name: typed }, 'name'),
    connect({}, ''),
  ])('%s with %j is refused there, and reaches no handler: %s', async (name, input, where) => {
    const reached: unknown[] = [];
    const written: unknown[] = [];
    const handler = (given: unknown) => {
      reached.push(given);
      return failed({ kind: 'cancelled' });
    };
    const call = served({ [name]: handler } as Partial<HandlersFor<Caller>>, quietLog(written));
    const answer = await call(ownPage, name, input);
    expect(written).toEqual([]);
    if (where === '') {
      expect(reached).toHaveLength(1);
      return;
    }
    expect(reached).toEqual([]);
    expect(answer).toEqual({ ok: false, failure: { kind: 'bad-input', where, reason: 'holds-token' } });
  });
});
