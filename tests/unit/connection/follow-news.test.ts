/** What reads the local copy knows what was stored before any part that acts on it is told. */
import { afterEach, expect, it } from 'vitest';
import { createNews, type News, type Stored } from '../../../electron/storage/news.ts';
import { idOf, noon, strictLog } from '../storage/stored.ts';
import { type OrganisationServer, replyText, startOrganisationServer } from '../sync/organisation-server.ts';
import { openSynced, type Synced, unwrap } from '../sync/synced.ts';

const running: (Synced | OrganisationServer)[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await ('end' in one ? one.end() : one.close());
});

it('the first that is told of people who are stored is what is kept in memory of them', async () => {
  const told = createNews(strictLog);
  const first: ((stored: Stored) => void)[] = [];
  const news: News = {
    ...told,
    on: (name, listener) => {
      // The name decides the type of what is told.
      if (name === 'stored') first.push(listener as (stored: Stored) => void);
      return told.on(name, listener);
    },
  };
  const server = await startOrganisationServer({ people: new Map() });
  const app = await openSynced({ origin: server.origin, news });
  running.push(app, server);
  // `synced` subscribes before the directory is opened.
  const follow = first[1];
  const boss = idOf('boss');
  const store = async (reports: readonly string[], at: number) => {
    const bytes = new TextEncoder().encode(replyText('boss', reports));
    const url = 'https://api.example.com/v1/ext/user/boss';
    const reply = { id: boss, url, bytes, contentType: 'application/json', receivedAt: at };
    return unwrap(await app.ask('recordReplies', [[reply], []]));
  };
  const before = await store(['a'], noon);
  follow?.({ by: 'sync', recorded: before.recorded, missed: before.missed });
  expect(app.store.summaryOf(boss)).toMatchObject({ direct: 1 });
  const after = await store(['a', 'b', 'c'], noon + 1);
  follow?.({ by: 'sync', recorded: after.recorded, missed: after.missed });
  expect(app.store.summaryOf(boss)).toMatchObject({ direct: 3 });
});
