/** A page follows what is stored: at most once a second, however many people are stored, and the last change always. */
import { describe, expect, it } from 'vitest';
import type { EventData, EventName } from '../../../contract/events.ts';
import { failed } from '../../../contract/failures.ts';
import type { Announce } from '../../../electron/announce.ts';
import type { ApiClient } from '../../../electron/api/api-client.ts';
import { createInBackground } from '../../../electron/background.ts';
import { followNews } from '../../../electron/connection/follow-news.ts';
import { createFollowing, type Followed } from '../../../electron/person/following.ts';
import { createOpenPages } from '../../../electron/person/open-pages.ts';
import type { Pictures } from '../../../electron/picture/pictures.ts';
import { createNews } from '../../../electron/storage/news.ts';
import { createRecorder } from '../../../electron/storage/recorder.ts';
import { createFakeClock, settled } from '../fake-clock.ts';
import { freshFile, idOf, replyOf, strictLog, userOf } from '../storage/stored.ts';
import { openStore, writerInPlace } from '../storage/whole-store.ts';
import { unwrap } from '../sync/synced.ts';

const inBackground = createInBackground(strictLog);

/** A directory of which a window shows a page, while others store people. `told`: when the page was told, and what. */
function openPage() {
  const clock = createFakeClock();
  const { store } = unwrap(openStore({ file: freshFile(), clock, log: strictLog }));
  const news = createNews(strictLog);
  followNews(store, news);
  const recorder = createRecorder({ store, ask: writerInPlace(store), clock, inBackground, news });
  const told: { readonly at: number; readonly name: EventName; readonly data: EventData<EventName> }[] = [];
  const announce: Announce = (name, data) => void told.push({ at: clock.monotonic(), name, data });
  const pictures = { fetch: async () => failed({ kind: 'offline' }) } as unknown as Pictures;
  const api = { fetchUser: async () => failed({ kind: 'offline' }) } as unknown as ApiClient;
  const pages = createOpenPages({
    server: { origin: 'https://api.example.com', api, canFetch: () => true },
    local: { store, recorder },
    pictures,
    disk: { look: async () => null, known: () => null, untilRoom: async () => undefined },
    clock,
    news,
    sync: { growing: () => 'listing', isUnderWay: () => false, tooManyNamed: async () => null },
    inBackground,
  });
  const storeSome = async (...users: readonly ReturnType<typeof userOf>[]) =>
    unwrap(
      await recorder.users(
        users.map((user) => replyOf(user, clock.now())),
        'sync',
      ),
    );
  const page = pages.of({ window: 1, announce });
  return { clock, told, storeSome, page };
}

/** How many fall into any second. */
const mostInASecond = (times: readonly number[]) =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length));

describe('the page of a person', () => {
  it('is told at most once a second of a thousand people who are stored, and ends with what is stored', async () => {
    const { clock, told, storeSome, page } = openPage();
    const teams = ['t1', 't2', 't3', 't4'];
    const below = (team: string) => Array.from({ length: 250 }, (_, nth) => `${team}-${nth}`);
    await storeSome(userOf('boss', { reports: teams.map(idOf) }));
    const opened = unwrap(await page.open(idOf('boss'), 'known'));
    expect(opened.summary).toMatchObject({ direct: 4, total: 4, notFetched: 4 });
    told.length = 0;
    for (const team of teams) {
      await storeSome(userOf(team, { reports: below(team).map(idOf) }));
      for (const id of below(team)) {
        await storeSome(userOf(id));
        await clock.pass(10);
      }
    }
    await clock.pass(2000);
    const refreshes = told.filter(({ name }) => name === 'reports.arrived' || name === 'person.refreshed');
    // Ten seconds of it.
    expect(mostInASecond(refreshes.map(({ at }) => at))).toBe(1);
    expect(refreshes.length).toBeGreaterThanOrEqual(10);
    const last = refreshes.at(-1)?.data as EventData<'reports.arrived'>;
    expect(last.summary).toEqual({ direct: 4, total: 1004, notFetched: 0, notFound: 0, failed: 0, layers: 2 });
  });

  it('is told nothing where nothing of it changed, and nothing once it is left', async () => {
    const { clock, told, storeSome, page } = openPage();
    await storeSome(userOf('boss', { reports: [idOf('ann')] }), userOf('ann'));
    unwrap(await page.open(idOf('boss'), 'known'));
    told.length = 0;
    await storeSome(userOf('else'));
    await clock.pass(5000);
    expect(told).toEqual([]);
    await storeSome(userOf('ann', { reports: [idOf('bob')] }));
    await clock.pass(10);
    expect(told.map(({ name }) => name)).toEqual(['reports.arrived']);
    await storeSome(userOf('bob'));
    page.leave();
    await clock.pass(5000);
    expect(told).toHaveLength(1);
  });

  it('is told whole when somebody is stored who lists its person', async () => {
    const { clock, told, storeSome, page } = openPage();
    await storeSome(userOf('ann'));
    unwrap(await page.open(idOf('ann'), 'known'));
    told.length = 0;
    await storeSome(userOf('boss', { reports: [idOf('ann')] }));
    await clock.pass(1000);
    expect(told.map(({ name }) => name)).toEqual(['person.refreshed']);
    expect(told[0]?.data).toMatchObject({ lines: [{ steps: [{ id: 'boss' }] }] });
  });
});

describe('following', () => {
  function following(takesMs = 0) {
    const clock = createFakeClock();
    const told: { readonly at: number; readonly what: Followed }[] = [];
    const one = createFollowing({
      clock,
      inBackground,
      tell: async (what) => {
        told.push({ at: clock.monotonic(), what });
        if (takesMs > 0) await clock.sleep(takesMs);
      },
    });
    return { clock, told, one };
  }

  it('tells at once, then once a second, and the last change', async () => {
    const { clock, told, one } = following();
    one.begin(new AbortController().signal);
    for (let nth = 0; nth < 250; nth += 1) {
      one.want('counts');
      await clock.pass(10);
    }
    one.want('page');
    one.want('counts');
    await clock.pass(5000);
    expect(told).toEqual([
      { at: 0, what: 'counts' },
      { at: 1000, what: 'counts' },
      { at: 2000, what: 'counts' },
      { at: 3000, what: 'page' },
    ]);
  });

  it('takes no more than a twentieth of the time', async () => {
    const { clock, told, one } = following(100);
    one.begin(new AbortController().signal);
    for (let nth = 0; nth < 100; nth += 1) {
      one.want('counts');
      await clock.pass(50);
    }
    expect(told.map(({ at }) => at)).toEqual([0, 2000, 4000]);
  });

  it('lets the counts go along with something else where they are due, and tells them later where not', async () => {
    const { clock, told, one } = following();
    one.begin(new AbortController().signal);
    expect([one.countsAreDue(), one.countsAreDue()]).toEqual([true, false]);
    await clock.pass(1000);
    expect(told).toEqual([{ at: 1000, what: 'counts' }]);
  });

  it('tells nothing of a page that was left, and at once of the next one', async () => {
    const { clock, told, one } = following();
    const first = new AbortController();
    one.begin(first.signal);
    one.want('counts');
    await settled();
    one.want('counts');
    one.begin(null);
    first.abort();
    one.want('counts');
    one.begin(new AbortController().signal);
    one.want('page');
    await clock.pass(3000);
    expect(told.map(({ what }) => what)).toEqual(['counts', 'page']);
    expect(clock.sleepers()).toBe(0);
  });
});
