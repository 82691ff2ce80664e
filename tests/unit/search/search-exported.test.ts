/** What stands in an export, apostrophes and all, pasted into search, filter or a list of ids: it means the person it came from. */
import { parse } from 'csv-parse/sync';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { usualView } from '../../../contract/people-view.ts';
import { loadVcard } from '../../../electron/export/load-vcard.ts';
import { findIds } from '../../../electron/pasted/find-ids.ts';
import type { PeopleViews } from '../../../electron/people/people-views.ts';
import { emailOf, freshFile, record, storeAt, userOf, viewsOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';

const people = [
  userOf('007', { name: 'James Bond', phones: [{ number: '0170 1234567', type: null, isPrimary: true }] }),
  userOf('12345678901234567890', { name: "Rien 't Hooft", username: 'mar1', emails: [emailOf('+rien@example.com')] }),
  userOf('1E5', { name: "'t Zand", username: '00042', emails: [emailOf('=zand@example.com')] }),
  userOf('1.10', {
    name: 'True',
    username: '3-2',
    phones: [{ number: '+34 91 555 01 27', type: null, isPrimary: true }],
  }),
  userOf('9763caa1-cef3-497f-b3b2-f551456b2831', { name: '5 Mar', emails: [emailOf('ann2@example.com')] }),
];

let store: DirectoryStore;
let views: PeopleViews;
beforeAll(loadVcard);
beforeEach(() => {
  ({ store } = storeAt(freshFile()));
  record(store, people);
  views = viewsOf(store);
});
afterEach(() => store.close());

type Row = Readonly<Record<string, string>>;

function exported(): Row[] {
  const { snapshot } = views.window({ view: usualView, offset: 0, limit: 100, follow: [] });
  const begun = views.beginWriting({ snapshot, which: 'all', format: { as: 'csv', withLocalTime: false } });
  const { text } = views.writePart({ writing: begun?.writing ?? 0, from: 0 });
  return parse(text, { bom: true, columns: true });
}

const found = (text: string) => store.find({ text, status: null, limit: 20 }).map(({ card }) => card.id as string);
const listed = (text: string) => {
  const view = { ...usualView, filter: { ...usualView.filter, text } };
  return views.window({ view, offset: 0, limit: 100, follow: [] }).rows.map(({ id }) => id as string);
};

it('finds everybody by each of their cells', () => {
  const rows = exported();
  expect(rows.map(({ Id }) => Id).toSorted()).toEqual([
    "'007",
    "'1.10",
    "'12345678901234567890",
    "'1E5",
    '9763caa1-cef3-497f-b3b2-f551456b2831',
  ]);
  for (const row of rows) {
    const id = (row.Id ?? '').replace(/^'/, '');
    for (const column of ['Id', 'Name', 'Username', 'Phones', 'E-mails']) {
      const cell = row[column] ?? '';
      if (cell === '') continue;
      expect(found(cell), cell).toContain(id);
      expect(listed(cell), cell).toContain(id);
    }
  }
});

it('finds them by the beginning of an id, too', () => {
  expect(found("'12345678")).toEqual(['12345678901234567890']);
  expect(listed("'12345678")).toEqual(['12345678901234567890']);
});

it.each([
  ['a column', (rows: readonly Row[]) => rows.map(({ Id }) => Id).join('\n')],
  [
    'rows of a sheet',
    (rows: readonly Row[]) => ['Name\tId', ...rows.map(({ Name, Id }) => `${Name}\t${Id}`)].join('\n'),
  ],
  ['one line', (rows: readonly Row[]) => rows.map(({ Id }) => Id).join('; ')],
])('gives its ids as %s', (_, pasted) => {
  const rows = exported().filter(({ Id }) => /^'\w+$/.test(Id ?? ''));
  expect(findIds(pasted(rows)).ids.toSorted()).toEqual(['007', '12345678901234567890', '1E5']);
});
