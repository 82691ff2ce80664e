/** A list that comes in pages is followed where it leads: on the same host, at its own path, with GET, and to an end. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mostPages } from '../../../electron/api/fetch-list.ts';
import { elementsOf } from '../../../electron/api/list-batches.ts';
import { readPageTold } from '../../../electron/api/list-pages.ts';
import { checkedOrigin, nextPageUrl, usersUrl } from '../../../electron/api/request.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { reply } from '../../fault-server/faults.ts';
import { sampleElement } from '../../fault-server/sample-user.ts';
import { apiOf, quickLimits, token } from './api-under-test.ts';

const path = '/v1/ext/users';
const json = { 'content-type': 'application/json' };

describe('what a list says of its pages', () => {
  const read = (text: string) => readPageTold(new TextEncoder().encode(text));
  test.each<readonly [string, string | null, number | null]>([
    ['{}', null, null],
    ['{"next":null,"total":3}', null, 3],
    ['{"next":"","total":"1200"}', null, 1200],
    ['{"next":false,"total":null}', null, null],
    ['{"next":"/v1/ext/users?page=2","total":0}', '/v1/ext/users?page=2', 0],
    ['{"next":{"href":"?page=2"}}', '?page=2', null],
    ['{"next":{"url":"?page=2"}}', '?page=2', null],
    ['{"next":{}}', '', null],
    ['{"next":2}', '', null],
    ['{"next":true,"total":-1}', '', null],
    ['{"next":["?page=2"],"total":1.5}', '', null],
    ['{"total":1e300}', null, null],
    ['{"total":{"value":3}}', null, null],
    // That there is more is understood in the words that servers use; where it is, only of `next`.
    ['{"totalCount":5000,"page":1}', null, 5000],
    ['{"total_count":"5000"}', null, 5000],
    ['{"totalItems":7,"total_pages":1}', null, 7],
    ['{"hasMore":true}', '', null],
    ['{"has_more":"true","total":9}', '', 9],
    ['{"hasNextPage":false,"has_next":false}', null, null],
    ['{"nextCursor":"abc"}', '', null],
    ['{"next_page_token":"abc","next":null}', '', null],
    ['{"nextPage":null,"next_cursor":"","nextOffset":false}', null, null],
    ['{"next_page":2}', '', null],
    ['{"nextPage":"?page=2"}', '', null],
    ['{"next_cursor":0,"nextOffset":"0"}', null, null],
    ['{"page":1,"totalPages":40}', '', null],
    ['{"page":0,"total_pages":"2"}', '', null],
    ['{"page":0,"totalPages":1,"pageCount":0}', null, null],
    ['{"page":2,"totalPages":2,"next":null}', null, null],
    ['{"pagination":{"total":5000,"next":"?page=2"}}', '?page=2', 5000],
    ['{"page":{"hasMore":true,"totalElements":5}}', '', 5],
    ['{"paging":{"next":null},"total":3}', null, 3],
    // Where the addresses stand by themselves, as in HAL, JSON:API and the pages of Laravel.
    ['{"links":{"first":"?page=1","next":"?page=2"}}', '?page=2', null],
    ['{"_links":{"self":{"href":"?page=1"},"next":{"href":"?page=2"}}}', '?page=2', null],
    ['{"pagination":{"total":40,"links":{"next":"?page=2"}}}', '?page=2', 40],
    ['{"Pagination":{"Next":"?page=2"}}', '?page=2', null],
    ['{"links":{"prev":"?page=1","next":null}}', null, null],
    ['{"next":{"href":null}}', null, null],
    ['{"_links":{"next":{"href":null}}}', null, null],
    ['{"links":["?page=2"],"_links":null}', null, null],
    // One that is the last of them says so in other words.
    ['{"nextCursor":-1,"next_cursor":"-1"}', null, null],
    ['{"nextPageToken":"null"}', null, null],
    ['{"hasMore":"True"}', '', null],
    ['{"hasMore":1}', '', null],
    ['{"isLast":false}', '', null],
    ['{"page":{"last":false}}', '', null],
    ['{"page":{"first":0,"last":0}}', null, null],
    ['{"isLastPage":true,"last":true,"lastPage":"no"}', null, null],
    ['{"requestId":"next","hasMore":"no","pages":true}', null, null],
    ['[]', null, null],
    ['null', null, null],
    ['{', null, null],
  ])('%s', (text, next, total) => {
    expect(read(text)).toStrictEqual({ next, total });
  });
});

describe('the address of the next page', () => {
  const origin = checkedOrigin('https://api.example.com');
  if (!origin.ok) throw new Error('no origin');
  const first = usersUrl(origin.value);
  if (!first.ok) throw new Error('no address');
  const base = `https://api.example.com${path}`;
  test.each<readonly [string, string | null]>([
    ['?page=2', `${base}?page=2`],
    ['/v1/ext/users?cursor=a%2Fb', `${base}?cursor=a%2Fb`],
    ['users?page=2', `${base}?page=2`],
    [`${base}?page=2#top`, `${base}?page=2`],
    ['http://api.example.com/v1/ext/users?page=2', `${base}?page=2`],
    ['//api.example.com/v1/ext/users?page=2', `${base}?page=2`],
    ['/v1/ext/x/../users?page=2', `${base}?page=2`],
    ['', null],
    ['https://evil.example/v1/ext/users?page=2', null],
    ['//evil.example/v1/ext/users', null],
    ['\\\\evil.example/v1/ext/users', null],
    ['https://api.example.com:8443/v1/ext/users', null],
    ['https://api.example.com.evil.example/v1/ext/users', null],
    ['https://ada:secret@api.example.com/v1/ext/users', null],
    ['https://api.example.com@evil.example/v1/ext/users', null],
    ['ftp://api.example.com/v1/ext/users', null],
    ['javascript:alert(1)', null],
    ['/v1/ext/user/ada-1', null],
    ['/v1/ext/users/page/2', null],
    ['/v1/ext/users%2f..%2fadmin', null],
    ['eyJjdXJzb3IiOjJ9', null],
    ['http://[', null],
    [`?${'x'.repeat(3000)}`, null],
  ])('%j is %j', (next, url) => {
    expect(nextPageUrl(origin.value, first.value, next)).toBe(url);
  });
});

type Page = { readonly ids: readonly string[]; readonly next?: unknown; readonly total?: unknown };
const text = ({ ids, next, total }: Page, metaFirst = false) => {
  const meta = `"_meta":${JSON.stringify({ next, total })}`;
  const data = `"_data":[${ids.map(sampleElement).join(',')}]`;
  return `{${metaFirst ? `${meta},${data}` : `${data},${meta}`}}`;
};
const ids = (from: number, count: number) => Array.from({ length: count }, (_, nth) => `u-${from + nth}`);

/** A network in which the list answers by its query; what it asked for is remembered. */
function listing(pages: Readonly<Record<string, Page>> | ((query: string) => Page | Response), limits = quickLimits) {
  const asked: string[] = [];
  const given: string[] = [];
  const urls = new Set<string>();
  const fetch = async (url: string) => {
    const query = new URL(url).search;
    asked.push(url);
    const page = typeof pages === 'function' ? pages(query) : pages[query];
    if (page instanceof Response) return page;
    return page === undefined ? new Response('{}', { status: 404 }) : new Response(text(page), { headers: json });
  };
  const api = apiOf('https://api.example.com', { fetch, limits });
  const all = () =>
    api.fetchUsers({
      onBatch: (batch, url) => {
        urls.add(url);
        for (const bytes of elementsOf(batch)) given.push(JSON.parse(Buffer.from(bytes).toString()).id);
      },
    });
  return { asked, given, urls, all };
}

describe('a list', () => {
  const base = `https://api.example.com${path}`;
  const value = (count: number, part: object | null = null) => ({ ok: true, value: { count, url: base, part } });

  test('in three pages is given whole, each page by its own address', async () => {
    const { asked, given, urls, all } = listing({
      '': { ids: ids(0, 120), next: '?page=2', total: 300 },
      '?page=2': { ids: ids(120, 120), next: `${base}?page=3`, total: 300 },
      '?page=3': { ids: ids(240, 60), next: null, total: 300 },
    });
    expect(await all()).toStrictEqual(value(300));
    expect(given).toStrictEqual(ids(0, 300));
    expect(asked).toStrictEqual([base, `${base}?page=2`, `${base}?page=3`]);
    expect([...urls]).toStrictEqual(asked);
  });

  test.each<readonly [string, unknown, unknown, object | null]>([
    ['says nothing', undefined, undefined, null],
    ['has as many as it says', null, 3, null],
    ['has more than it says', null, 2, null],
    ['has fewer than it says', null, 1200, { listed: 3, total: 1200 }],
    ['has no next page that can be asked for', 2, undefined, { listed: 3, total: null }],
    ['points to another host', 'https://evil.example/v1/ext/users?page=2', 9, { listed: 3, total: 9 }],
    ['points to another path', '/v1/ext/user/ada-1', undefined, { listed: 3, total: null }],
    ['points to itself', '/v1/ext/users', undefined, { listed: 3, total: null }],
    ['points to itself and is whole', '/v1/ext/users', 3, null],
  ])('that %s', async (_what, next, total, part) => {
    const { asked, all } = listing({ '': { ids: ids(0, 3), next, total } });
    expect(await all()).toStrictEqual(value(3, part));
    expect(asked).toStrictEqual([base]);
  });

  test('that goes round is left where it begins again, and nobody is given twice', async () => {
    const round = listing({
      '': { ids: ids(0, 3), next: '?page=2' },
      '?page=2': { ids: ids(3, 3), next: '?page=3' },
      '?page=3': { ids: ids(6, 3), next: '?page=2' },
    });
    expect(await round.all()).toStrictEqual(value(9, { listed: 9, total: null }));
    expect(round.given).toStrictEqual(ids(0, 9));
    // One that takes no notice of the page and counts it up.
    const same = listing((query) => ({
      ids: ids(0, 250),
      next: `?page=${Number(query.slice(6) || 1) + 1}`,
      total: 250,
    }));
    expect(await same.all()).toStrictEqual(value(250));
    expect(same.given).toStrictEqual(ids(0, 250));
    expect(same.asked).toHaveLength(2);
  });

  test('whose pages are empty from somewhere on is left there', async () => {
    const { asked, all } = listing((query) => {
      const page = Number(query.slice(6) || 1);
      return { ids: page < 3 ? ids(page * 3, 3) : [], next: `?page=${page + 1}` };
    });
    expect(await all()).toStrictEqual(value(6, { listed: 6, total: null }));
    expect(asked).toHaveLength(3);
  });

  test.each<readonly [string, Response]>([
    ['404', new Response('{}', { status: 404 })],
    ['403', new Response(null, { status: 403 })],
    ['500', new Response(null, { status: 500 })],
    ['a page of HTML', new Response('<h1>', { headers: { 'content-type': 'text/html' } })],
    ['one user', new Response('{"_data":{}}', { headers: json })],
  ])('whose second page answers %s is a part', async (_what, answer) => {
    const { all } = listing((query) => (query === '' ? { ids: ids(0, 3), next: '?page=2', total: 6 } : answer.clone()));
    expect(await all()).toStrictEqual(value(3, { listed: 3, total: 6 }));
  });

  test('whose second page is refused the token, or cut off, fails as that does', async () => {
    const refused = (query: string) =>
      query === '' ? { ids: ids(0, 3), next: '?page=2' } : new Response(null, { status: 401 });
    expect(await listing(refused).all()).toStrictEqual({ ok: false, failure: { kind: 'unauthorized' } });
    const gone = listing((query) => {
      if (query === '') return { ids: ids(0, 3), next: '?page=2' };
      throw new Error('net::ERR_CONNECTION_RESET');
    });
    expect(await gone.all()).toStrictEqual({ ok: false, failure: { kind: 'offline' } });
    expect(gone.given).toStrictEqual(ids(0, 3));
  });

  test('is no larger in pages than in one piece', async () => {
    const limits = { ...quickLimits, list: { ...quickLimits.list, replyBytes: 40_000 } };
    const { all, asked } = listing((query) => {
      const page = Number(query.slice(6) || 1);
      return { ids: ids(page * 5, 5), next: `?page=${page + 1}` };
    }, limits);
    expect(await all()).toStrictEqual({ ok: false, failure: { kind: 'too-large', limitBytes: 40_000 } });
    expect(asked.length).toBeLessThan(15);
  });

  test('has an end, however many pages it counts up', async () => {
    const { all, asked } = listing((query) => {
      const page = Number(query.slice(6) || 1);
      const body = `{"_data":[{"id":"u-${page}"}],"_meta":{"next":"?page=${page + 1}"}}`;
      return new Response(body, { headers: json });
    });
    expect(await all()).toStrictEqual(value(mostPages, { listed: mostPages, total: null }));
    expect(asked).toHaveLength(mostPages);
  });
});

describe('what really is asked for', () => {
  let server: FaultServer;
  beforeAll(async () => {
    server = await startFaultServer();
  });
  beforeEach(() => server.forget());
  afterAll(() => server.close());

  test('is each page with GET and the token, whatever stands first in a reply and however it is cut', async () => {
    const pages = [
      text({ ids: ids(0, 3), next: `http://${new URL(server.origin).host}${path}?page=2`, total: 6 }, true),
      text({ ids: ids(3, 3), total: 6 }),
    ];
    const pieces = pages.map((body) => ({ does: 'pieces', body, bytes: 7, everyMs: 0, last: 'end' }) as const);
    server.answer(path, ...pieces);
    expect(await apiOf(server.origin).fetchUsers({ onBatch: () => undefined })).toMatchObject({
      ok: true,
      value: { count: 6, part: null },
    });
    expect(server.requests.map(({ target }) => target)).toStrictEqual([path, `${path}?page=2`]);
    for (const { method, bodyBytes, headers } of server.requests) {
      expect([method, bodyBytes, headers.authorization]).toStrictEqual(['GET', 0, `Bearer ${token}`]);
    }
  });

  test('is nothing of another host, which hears nothing', async () => {
    const other = await startFaultServer();
    server.answer(path, reply(200, json, text({ ids: ids(0, 3), next: `${other.origin}${path}?page=2` })));
    expect(await apiOf(server.origin).fetchUsers({ onBatch: () => undefined })).toMatchObject({
      value: { count: 3, part: { listed: 3, total: null } },
    });
    expect(other.requests).toStrictEqual([]);
    await other.close();
  });
});
