/** Who the keys reach from somebody on the map, in the order in which they are seen. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readItems } from '../../../contract/organisation-items.ts';
import { freshFile, idOf, noon, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';
import { organisationOf } from './organised.ts';

let store: DirectoryStore;
let organisation: ReturnType<typeof organisationOf>;
beforeEach(() => {
  store = storeAt(freshFile()).store;
  organisation = organisationOf(store);
});
afterEach(() => store.close());

const person = (id: string, reports: readonly string[] = []) => userOf(id, { reports: reports.map(idOf) });
const around = (id: string) => {
  const { around: found } = organisation.map({ find: idOf(id) });
  if (found === null) throw new Error(`${id} is not on the map`);
  const items = readItems(found.items);
  const ids = organisation.members(items.map(({ key }) => key)).map((member) => member.id as string);
  const { above, beside, nth } = found;
  return {
    items,
    nth,
    above: ids.slice(0, above),
    beside: ids.slice(above, above + beside),
    below: ids.slice(above + beside),
  };
};

it('has the way down to somebody, those beside them and their people, cards first', () => {
  record(store, [
    person('head', ['ann', 'bo', 'carl', 'dora']),
    person('ann', ['eve']),
    person('bo', ['finn', 'gus', 'hal']),
    ...['carl', 'dora', 'eve', 'finn', 'gus', 'hal'].map((id) => person(id)),
  ]);
  const ofBo = around('bo');
  expect(ofBo).toMatchObject({ above: ['head'], below: ['finn', 'gus', 'hal'] });
  expect(ofBo.beside.slice(0, 2)).toEqual(['carl', 'dora']);
  expect(ofBo.beside.slice(2).sort()).toEqual(['ann', 'bo']);
  expect(ofBo.beside[ofBo.nth]).toBe('bo');
  const ofEve = around('eve');
  expect(ofEve).toMatchObject({ above: ['head', 'ann'], beside: ['eve'], nth: 0, below: [] });
});

it('stands where the map draws them', () => {
  record(store, [person('head', ['ann', 'bo']), person('ann', ['eve']), person('bo'), person('eve')]);
  const drawn = readItems(organisation.map().items);
  for (const item of around('ann').items) expect(drawn).toContainEqual(item);
});

it('has the claims of other managers on somebody and on their own people, and theirs on people of others', () => {
  record(store, [
    person('head', ['ann', 'bo', 'carl']),
    person('ann', ['eve', 'finn']),
    ...['bo', 'carl', 'eve', 'finn', 'gus'].map((id) => person(id)),
  ]);
  // Seen later: who listed them first stays their manager.
  record(store, [person('bo', ['eve', 'ann', 'gus'])], noon + 1);
  record(store, [person('ann', ['eve', 'finn'])], noon + 2);
  const claims = (id: string) => {
    const { around: found } = organisation.map({ find: idOf(id) });
    const items = readItems(found?.claims ?? new Uint8Array());
    const drawn = readItems(organisation.map().items);
    for (const item of items) expect(drawn).toContainEqual(item);
    const idOfKey = (key: number) => organisation.members([key])[0]?.id;
    return items.flatMap(({ key }, nth) =>
      nth % 2 === 1 ? [] : [`${idOfKey(key)} by ${idOfKey(items[nth + 1]?.key ?? 0)}`],
    );
  };
  const managerOf = (id: string) => organisation.seek(id)?.above.at(-1)?.id;
  const [eves, anns] = [managerOf('eve'), managerOf('ann')];
  const other = (id: string, manager: string | undefined) =>
    `${id} by ${manager === 'bo' ? (id === 'eve' ? 'ann' : 'head') : 'bo'}`;
  expect(claims('eve')).toEqual([other('eve', eves)]);
  expect(claims('ann')).toEqual(expect.arrayContaining([other('ann', anns), other('eve', eves)]));
  expect(claims('bo')).toEqual(expect.arrayContaining([other('eve', eves)]));
  expect(claims('carl')).toEqual([]);
  expect(claims('gus')).toEqual([]);
});

it('is no more than can be told of at once', () => {
  const many = Array.from({ length: 300 }, (_, nth) => `p${String(nth).padStart(3, '0')}`);
  record(store, [person('head', many), ...many.map((id) => person(id))]);
  expect(around('head').below).toHaveLength(40);
  const { beside, nth } = around('p150');
  expect(beside).toEqual(many.slice(130, 171));
  expect(beside[nth]).toBe('p150');
  expect(around('p000').beside).toEqual(many.slice(0, 21));
});

it('ends upwards in a long line', () => {
  const line = Array.from({ length: 100 }, (_, nth) => `p${nth}`);
  record(
    store,
    line.map((id, nth) => person(id, nth === 99 ? [] : [`p${nth + 1}`])),
  );
  const { above } = around('p99');
  expect(above).toEqual(line.slice(61, 99));
});
