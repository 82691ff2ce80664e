/** Addresses of several people through the calls the page makes: what is on the clipboard, and the mail that is begun. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { longestMailLink, mostRecipients } from '../../../contract/bounds.ts';
import { succeeded } from '../../../contract/failures.ts';
import { usualView } from '../../../contract/people-view.ts';
import type { User } from '../../../contract/user.ts';
import { createAddressCalls } from '../../../electron/calls/addresses.ts';
import type { PeopleViewsElsewhere } from '../../../electron/people/people-views.ts';
import { emailOf, freshFile, idOf, record, storeAt, userOf, viewsOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';

let store: DirectoryStore;
let copied: string | null;
let begun: string[];
let kept: Map<string, unknown>;
let calls: ReturnType<typeof createAddressCalls>;
let views: ReturnType<typeof viewsOf>;

beforeEach(() => {
  store = storeAt(freshFile()).store;
  views = viewsOf(store);
  [copied, begun, kept] = [null, [], new Map()];
  const elsewhere = Object.fromEntries(
    Object.entries(views).map(([name, answer]) => [
      name,
      async (asked: never) => succeeded((answer as (given: never) => unknown)(asked)),
    ]),
  ) as unknown as PeopleViewsElsewhere;
  calls = createAddressCalls({
    views: () => elsewhere,
    copy: async (text) => {
      copied = text;
    },
    openExternal: async (url) => void begun.push(url),
    settings: {
      get: (name) => kept.get(name),
      put: (name, value) => {
        kept.set(name, value);
        return succeeded(null);
      },
    },
  });
});
afterEach(() => store.close());

const withMail = (id: string, name: string, ...addresses: readonly string[]) =>
  userOf(id, { name, emails: addresses.map((address, nth) => emailOf(address, { isPrimary: nth === 0 })) });
const gone = (user: User): User => ({ ...user, status: 'deleted' });
const everybody = () => {
  const asked = { view: usualView, offset: 0, limit: 100, follow: [] };
  views.window(asked);
  return { of: { snapshot: views.window(asked).snapshot, which: 'all' as const } };
};
const people = [
  withMail('1', 'Ann Lee', 'SMTP:Ann@acme.example', 'other@acme.example'),
  withMail('2', 'Lee, "Bo"', 'Bea Two <bo@acme.example>'),
  withMail('3', 'Cem'),
  withMail('4', 'Dee', 'bo@ACME.example'),
  withMail('5', 'Eve', 'ask the desk'),
  gone(withMail('6', 'Fay', 'fay@acme.example')),
];

describe('copied addresses', () => {
  it('are recipients by the primary address of each, once, and those without one or gone are counted', async () => {
    record(store, people);
    store.recordNotFound(idOf('5'), 1);
    expect(await calls['addresses.copy'](everybody())).toEqual(succeeded({ copied: 2, without: 1, gone: 2 }));
    expect(copied).toBe('Ann Lee <Ann@acme.example>, Dee <bo@ACME.example>');
  });

  it('have names in quotation marks where a mail program would part them', async () => {
    record(store, people.slice(0, 2));
    await calls['addresses.copy'](everybody());
    expect(copied).toBe('Ann Lee <Ann@acme.example>, "Lee, \\"Bo\\"" <bo@acme.example>');
  });

  it('are parted as was chosen, which is kept', async () => {
    record(store, people.slice(0, 2));
    expect(calls['addresses.separator'](null)).toEqual(succeeded({ separator: 'comma' }));
    await calls['addresses.setSeparator']({ separator: 'semicolon' });
    await calls['addresses.copy'](everybody());
    expect(copied).toBe('Ann Lee <Ann@acme.example>; "Lee, \\"Bo\\"" <bo@acme.example>');
    await calls['addresses.setSeparator']({ separator: 'line' });
    await calls['addresses.copy'](everybody());
    expect(copied).toBe('Ann@acme.example\nbo@acme.example\n');
    kept.set('addressSeparator', 'tabs');
    expect(calls['addresses.separator'](null)).toEqual(succeeded({ separator: 'comma' }));
  });

  it('of nobody who has one leave the clipboard as it is', async () => {
    record(store, [withMail('3', 'Cem'), gone(withMail('6', 'Fay', 'fay@acme.example'))]);
    expect(await calls['addresses.copy'](everybody())).toEqual(succeeded({ copied: 0, without: 1, gone: 1 }));
    expect(copied).toBeNull();
  });

  it('are as old as the table: a snapshot that is not kept gives none', async () => {
    expect(await calls['addresses.copy']({ of: { snapshot: 77, which: 'all' } })).toEqual({
      ok: false,
      failure: { kind: 'cancelled' },
    });
  });

  it('of everybody below somebody need no table', async () => {
    record(store, [
      ...people,
      userOf('h', { name: 'Head', reports: [idOf('m')] }),
      { ...withMail('m', 'Mid', 'mid@acme.example'), reports: [idOf('1')] },
    ]);
    const below = (which: 'all' | 'direct') => ({ of: { below: { id: idOf('h'), which } } });
    expect(views.countBelow({ id: idOf('h') })).toEqual({ all: 2, direct: 1 });
    await calls['addresses.copy'](below('direct'));
    expect(copied).toBe('Mid <mid@acme.example>');
    await calls['addresses.copy'](below('all'));
    expect(copied).toBe('Ann Lee <Ann@acme.example>, Mid <mid@acme.example>');
  });
});

describe('a mail to all', () => {
  const many = (count: number) =>
    record(
      store,
      Array.from({ length: count }, (_, nth) => withMail(`m${nth}`, `Person ${nth}`, `p${nth}@x.example`)),
    );

  it('has them in bcc, each encoded so that none brings a header, and copies nothing', async () => {
    record(store, [...people, withMail('7', 'Gil', '"a?b"@acme.example')]);
    expect(await calls['addresses.write'](everybody())).toEqual(
      succeeded({ copied: 3, without: 2, gone: 1, how: 'begun' }),
    );
    expect(begun).toEqual(['mailto:?bcc=Ann@acme.example,bo@ACME.example,%22a%3Fb%22@acme.example']);
    expect(copied).toBeNull();
  });

  it('is begun for the most recipients', async () => {
    many(mostRecipients);
    expect(await calls['addresses.write'](everybody())).toMatchObject({ value: { how: 'begun', copied: 50 } });
    expect([begun.length, copied]).toEqual([1, null]);
  });

  it('of one more copies the addresses and says why', async () => {
    many(mostRecipients + 1);
    expect(await calls['addresses.write'](everybody())).toMatchObject({ value: { how: 'too-many', copied: 51 } });
    expect(copied?.split(', ')).toHaveLength(51);
    expect(begun).toEqual([]);
  });

  it.each([
    [longestMailLink, 'begun'],
    [longestMailLink + 1, 'too-long'],
  ])('whose link has %i characters is %s', async (length, how) => {
    const domain = '@x.example';
    // Of 40 addresses as long as each other, with a comma behind each but the last, the first takes what is left.
    const usual = 48;
    const first = length - 'mailto:?bcc='.length - 39 * (usual + 1);
    record(
      store,
      Array.from({ length: 40 }, (_, nth) => {
        const local = `p${nth}`.padEnd((nth === 0 ? first : usual) - domain.length, 'x');
        return withMail(`m${nth}`, `P ${nth}`, local + domain);
      }),
    );
    expect(await calls['addresses.write'](everybody())).toMatchObject({ value: { how, copied: 40 } });
    expect(begun.map((link) => link.length)).toEqual(how === 'begun' ? [length] : []);
    expect(copied === null).toBe(how === 'begun');
  });

  it('of nobody begins none', async () => {
    record(store, [withMail('3', 'Cem')]);
    expect(await calls['addresses.write'](everybody())).toMatchObject({
      value: { how: 'begun', copied: 0, without: 1 },
    });
    expect([begun, copied]).toEqual([[], null]);
  });
});
