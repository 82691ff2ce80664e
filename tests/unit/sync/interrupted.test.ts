/** However a sync is interrupted, it goes on where it was: nobody who is stored is fetched again, and nobody is lost. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OrganisationServer, startOrganisationServer, treeOf } from './organisation-server.ts';
import { openSynced, type Synced } from './synced.ts';

const people = treeOf(400, 4);
const everybody = [...people.keys()].sort();

let server: OrganisationServer;
let app: Synced;
beforeEach(async () => {
  server = await startOrganisationServer({ people });
  app = await openSynced({ origin: server.origin });
});
afterEach(async () => {
  await app.end();
  await server.close();
  expect(app.defects).toEqual([]);
});

const countsOf = (ids: readonly string[]) => ids.map((id) => [id, server.asked.get(id)]);

/** Expects that from here on nobody is asked for who is stored now, and everybody else is fetched. */
async function goesOn(resume: () => unknown): Promise<void> {
  const stored = app.stored();
  expect(stored.length).toBeGreaterThan(0);
  expect(stored.length).toBeLessThan(400);
  const before = countsOf(stored);
  await resume();
  await app.done();
  expect(app.stored()).toEqual(everybody);
  expect(countsOf(stored)).toEqual(before);
  expect(app.sync.state()).toMatchObject({ found: 400, fetched: 400, failed: 0, notFound: 0, why: null });
}

const begun = async () => {
  await app.sync.addIds('p0');
  await server.seen(150);
};
/** Resolves once what was under way is stored. */
const settled = () => app.ask('progress', []);

describe('a sync that is paused', () => {
  it('asks for nobody until it is told to, and then goes on', async () => {
    await begun();
    expect(app.sync.pause()).toMatchObject({ status: 'paused', why: null });
    await settled();
    await goesOn(async () => {
      const requests = app.sent.length;
      await app.sync.addIds('p0');
      await app.ask('progress', []);
      expect(app.sent.length).toBe(requests);
      expect(app.sync.begin()).toMatchObject({ status: 'running', why: null });
    });
  });

  it('stays so, whenever that was', async () => {
    await app.sync.addIds('p0');
    // It is just finding out whether there is anything to do.
    app.sync.pause();
    await settled();
    expect(app.sync.state().status).toBe('paused');
    expect(app.announced.at(-1)?.status).toBe('paused');
    await app.end();
    app = await openSynced({ origin: server.origin, file: app.file });
    expect(app.sync.state().status).toBe('paused');
  });

  it('fetches nobody twice where it goes on before what it had is stored', async () => {
    await begun();
    const received = new Set(app.received);
    const sent = app.sent.length;
    app.sync.pause();
    app.sync.begin();
    await app.done();
    expect(app.stored()).toEqual(everybody);
    expect(app.sent.slice(sent).filter(({ id }) => received.has(id))).toEqual([]);
  });

  it('stores what it had, also where the app quits at once', async () => {
    await begun();
    app.sync.pause();
    const { file } = app;
    await app.end();
    expect(app.defects).toEqual([]);
    app = await openSynced({ origin: server.origin, file });
    // All but those who were being asked for.
    expect(app.stored().length).toBeGreaterThanOrEqual(150 - 32);
    await goesOn(() => app.sync.begin());
  });
});

describe('a sync that is stopped', () => {
  it('stays so after a restart, and goes on when it is begun', async () => {
    await begun();
    expect(app.sync.stop().status).toBe('stopped');
    await app.end();
    app = await openSynced({ origin: server.origin, file: app.file });
    const requests = server.requests();
    app.sync.resume();
    await app.ask('progress', []);
    expect(app.sync.state()).toMatchObject({ status: 'stopped', found: app.sync.state().found });
    expect(server.requests()).toBe(requests);
    await goesOn(() => app.sync.begin());
  });
});

describe('an app that quits', () => {
  it('goes on by itself when it starts again, as often as it is', async () => {
    await app.sync.addIds('p0');
    for (const requests of [60, 140, 200, 290]) {
      await server.seen(requests);
      await app.end();
      expect(app.defects).toEqual([]);
      app = await openSynced({ origin: server.origin, file: app.file });
      expect(app.sync.state().status).toBe('running');
      const stored = app.stored();
      const before = countsOf(stored);
      app.sync.resume();
      await server.seen(server.requests() + 10);
      expect(countsOf(stored)).toEqual(before);
    }
    await goesOn(() => undefined);
  });
});

describe('a token that is revoked half-way', () => {
  it('pauses it with one message, loses nothing, and a new one makes it go on', async () => {
    await begun();
    server.accept('the-new-token-of-some-length');
    await app.until(({ status }) => status === 'paused');
    await settled();
    const told = app.announced.map(({ status, why }) => `${status} ${why?.kind}`);
    const turns = told.filter((state, nth) => state !== told[nth - 1]);
    expect(turns).toEqual(['never undefined', 'running undefined', 'paused unauthorized']);
    expect(app.sync.state()).toMatchObject({ failed: 0, notFound: 0, lookAgainAt: null });
    const { file } = app;
    await app.end();
    app = await openSynced({ origin: server.origin, file });
    app.sync.resume();
    await app.until(({ status }) => status === 'paused');
    await goesOn(() => app.renewToken('the-new-token-of-some-length'));
  });

  it('goes on with the new one without a restart', async () => {
    await begun();
    server.accept('the-new-token-of-some-length');
    await app.until(({ status, why }) => status === 'paused' && why?.kind === 'unauthorized');
    await app.ask('progress', []);
    await goesOn(() => app.renewToken('the-new-token-of-some-length'));
  });
});
