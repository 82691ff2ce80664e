/** Where directories were left: what is kept of it for the next run, and what cannot spoil it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { CheckId } from '../../../contract/check.ts';
import { ConnectionId, UserId } from '../../../contract/ids.ts';
import { usualView } from '../../../contract/people-view.ts';
import { createPlaces, type Place } from '../../../electron/account/places.ts';
import { createFakeClock, type FakeClock } from '../fake-clock.ts';
import { hasModeBits } from '../systems.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const [work, play] = [1, 2].map((n) => ConnectionId.parse(`00000000-0000-4000-8000-00000000000${n}`)) as [
  ConnectionId,
  ConnectionId,
];
const ann: Place = { page: { view: 'person', id: UserId.parse('ann'), tab: 'raw' }, scrollTop: 480 };
const organisation: Place = { page: { view: 'organisation', id: UserId.parse('ann'), form: 'map' }, scrollTop: 0 };
const problems: Place = { page: { view: 'problems' }, scrollTop: 3 };

let file: string;
let clock: FakeClock;
beforeEach(() => {
  clock = createFakeClock();
  file = join(temporaryFolder(), 'places.json');
});

test('each is there in the next run, whether it was written in time or at the end', async () => {
  const first = createPlaces(file, clock);
  expect(first.of(work)).toBeNull();
  first.keep(work, problems);
  first.keep(work, ann);
  await clock.pass(1000);
  first.keep(play, organisation);
  expect(createPlaces(file, clock).of(play)).toBeNull();
  first.flush();
  const next = createPlaces(file, clock);
  expect([next.of(work), next.of(play)]).toEqual([ann, organisation]);
});

test('one that is forgotten is out of the file at once, and the one kept last can be', async () => {
  const places = createPlaces(file, clock);
  places.keep(work, ann);
  places.keep(play, problems);
  places.forget(work);
  expect(readFileSync(file, 'utf8')).not.toContain('ann');
  places.forgetLast();
  expect([places.of(work), places.of(play)]).toEqual([null, null]);
  await clock.pass(1000);
  expect(createPlaces(file, clock).of(play)).toBeNull();
});

test('what was typed as a filter stays out of the file, and the rest of the filter is kept', () => {
  const filter = { ...usualView.filter, status: 'deleted', role: 'r1', text: 'ann@example.com' } as const;
  const table = { ...usualView, filter };
  const places = createPlaces(file, clock);
  places.keep(work, { page: { view: 'people', table }, scrollTop: 900 });
  places.flush();
  expect(places.of(work)).toMatchObject({ page: { table }, scrollTop: 900 });
  expect(readFileSync(file, 'utf8')).not.toContain('ann');
  const plain = { ...table, filter: { ...filter, text: '' } };
  expect(createPlaces(file, clock).of(work)).toEqual({ page: { view: 'people', table: plain }, scrollTop: 0 });
});

test('what was typed to narrow a check stays out of the file, and the heap that is shown is kept', () => {
  const filter = { show: 'gone', answer: null, text: 'ann@example.com' } as const;
  const page = { view: 'check', id: CheckId.parse(3), filter } as const;
  const places = createPlaces(file, clock);
  places.keep(work, { page, scrollTop: 900 });
  places.flush();
  expect(places.of(work)).toMatchObject({ page, scrollTop: 900 });
  expect(readFileSync(file, 'utf8')).not.toContain('ann');
  expect(createPlaces(file, clock).of(work)).toEqual({
    page: { ...page, filter: { ...filter, text: '' } },
    scrollTop: 0,
  });
});

test('what was typed to narrow problems stays out of the file, and their kind and the rest of the filter are kept', () => {
  const filter = { which: 'aside', role: 'r1', team: null, below: null, text: 'ann@example.com' } as const;
  const list = { kind: 'left-behind', filter, sort: { by: 'since', descending: true } } as const;
  const places = createPlaces(file, clock);
  places.keep(work, { page: { view: 'problems', list }, scrollTop: 900 });
  places.flush();
  expect(places.of(work)).toMatchObject({ page: { list }, scrollTop: 900 });
  expect(readFileSync(file, 'utf8')).not.toContain('ann');
  expect(createPlaces(file, clock).of(work)).toEqual({
    page: { view: 'problems', list: { ...list, filter: { ...filter, text: '' } } },
    scrollTop: 0,
  });
});

test.each([
  ['no JSON', '{"version":1,'],
  ['another form', '[1, 2]'],
  ['an older form', JSON.stringify({ [work]: ann })],
  [
    'a place that cannot be',
    JSON.stringify({ version: 1, places: { [work]: { page: { view: 'map' }, scrollTop: 1 } } }),
  ],
  ['an id that is none', JSON.stringify({ version: 1, places: { [work]: { ...ann, page: { ...ann.page, id: '' } } } })],
])('a file with %s has no place, and takes one', (_, text) => {
  writeFileSync(file, text);
  const places = createPlaces(file, clock);
  expect(places.of(work)).toBeNull();
  places.keep(work, ann);
  places.flush();
  expect(createPlaces(file, clock).of(work)).toEqual(ann);
});

test('one damaged place takes no other away', () => {
  writeFileSync(file, JSON.stringify({ version: 1, places: { [work]: { page: 7 }, [play]: problems } }));
  expect(createPlaces(file, clock).of(play)).toEqual(problems);
});

test('a file of a newer version is left as it is', () => {
  const text = JSON.stringify({ version: 2, somewhere: true, places: {} });
  writeFileSync(file, text);
  const places = createPlaces(file, clock);
  places.keep(work, ann);
  places.flush();
  expect(places.of(work)).toEqual(ann);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test.skipIf(!hasModeBits)('a folder that cannot be written to is no trouble', () => {
  const places = createPlaces(join(file, 'is', 'no', 'folder'), clock);
  writeFileSync(file, '');
  places.keep(work, ann);
  expect(() => places.flush()).not.toThrow();
  expect(places.of(work)).toEqual(ann);
});
