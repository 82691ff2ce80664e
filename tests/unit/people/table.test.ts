/** The table of people out of the database: its order, its rows, its filters, and who is selected. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { usualView, withoutLabel } from '../../../contract/people-view.ts';
import { type PeopleSort, type PeopleView, TableColumn } from '../../../contract/table.ts';
import { createOrders } from '../../../electron/people/order.ts';
import { emailOf, idOf, noon, record, storeAt, userOf } from '../storage/stored.ts';
import { ask, file, late, people, store, tableForEach, viewOf, views, whole } from './tabled.ts';

tableForEach();

const names = (view?: PeopleView) => whole(view).rows.map(({ name }) => name);

describe('the order', () => {
  beforeEach(() => record(store, people));

  it('is by name, whatever its case and accents', () => {
    expect(names()).toEqual(['Adam', 'Bo', 'Émile', 'Eva', 'zoe']);
    expect(names(viewOf({}, { by: 'name', descending: true }))).toEqual(['zoe', 'Eva', 'Émile', 'Bo', 'Adam']);
  });

  it('by name has who has none last, both ways, and wherever names decide', () => {
    record(store, [
      userOf('20', { name: 'aa@example.com', nameFrom: 'email' }),
      userOf('21', { name: 'ab.user', nameFrom: 'username' }),
      userOf('22', { name: '0c', nameFrom: 'id' }),
      userOf('23', { name: '🦊' }),
    ]);
    const last = ['0c', 'aa@example.com', 'ab.user'];
    expect(ask().rows.map(({ name }) => name)).toEqual(['Adam', 'Bo', 'Émile', 'Eva', 'zoe', '🦊', ...last]);
    expect(names()).toEqual(['Adam', 'Bo', 'Émile', 'Eva', 'zoe', '🦊', ...last]);
    expect(names(viewOf({}, { by: 'name', descending: true }))).toEqual([
      ...['🦊', 'zoe', 'Eva', 'Émile', 'Bo', 'Adam'],
      ...last,
    ]);
    expect(names(viewOf({}, { by: 'team', descending: false }))).toEqual([
      ...['Eva', 'Adam', 'Bo', 'Émile', 'zoe', '🦊'],
      ...last,
    ]);
  });

  it.each<[PeopleSort['by'], string[], string[]]>([
    ['status', ['Émile', 'zoe', 'Bo', 'Adam', 'Eva'], ['Eva', 'Adam', 'Bo', 'Émile', 'zoe']],
    ['availability', ['Eva', 'Adam', 'Bo', 'Émile', 'zoe'], ['Eva', 'Adam', 'Bo', 'Émile', 'zoe']],
    ['role', ['zoe', 'Adam', 'Émile', 'Bo', 'Eva'], ['Adam', 'Émile', 'zoe', 'Bo', 'Eva']],
    ['manager', ['Émile', 'zoe', 'Adam', 'Bo', 'Eva'], ['zoe', 'Émile', 'Adam', 'Bo', 'Eva']],
    ['reports', ['Bo', 'Émile', 'zoe', 'Eva', 'Adam'], ['Adam', 'Eva', 'Bo', 'Émile', 'zoe']],
    ['changed', ['zoe', 'Bo', 'Adam', 'Émile', 'Eva'], ['Bo', 'zoe', 'Adam', 'Émile', 'Eva']],
    ['id', ['zoe', 'Eva', 'Émile', 'Adam', 'Bo'], ['Bo', 'Adam', 'Émile', 'Eva', 'zoe']],
  ])('by %s has what is not set last, both ways, and names between equals', (by, up, down) => {
    expect(names(viewOf({}, { by, descending: false }))).toEqual(up);
    expect(names(viewOf({}, { by, descending: true }))).toEqual(down);
  });

  it('by role goes by the names of the roles, where there are any', () => {
    store.setLabels({
      roles: new Map([
        ['lead', 'Aide'],
        ['agent', 'Zoologist'],
      ]),
      teams: new Map(),
    });
    expect(names(viewOf({}, { by: 'role', descending: false }))).toEqual(['Adam', 'Émile', 'zoe', 'Bo', 'Eva']);
    expect(names(viewOf({}, { by: 'role', descending: true }))).toEqual(['zoe', 'Adam', 'Émile', 'Bo', 'Eva']);
    expect(whole().rows[0]?.role).toEqual({ id: 'lead', name: 'Aide', namedBy: 'server' });
  });

  it.each<[PeopleSort['by'], (text: string) => object]>([
    ['username', (username) => ({ username })],
    ['email', (text) => ({ emails: [emailOf(`${text}@example.com`)] })],
    ['availability', (availability) => ({ availability })],
  ])('by %s goes by the letters, whatever their case and accents', (by, made) => {
    const texts = ['zac', 'Élodie', 'øse', 'Amy', 'eva', 'Ömer', "o'neil", 'olaf'];
    record(
      store,
      texts.map((text, nth) =>
        userOf(String(10 + nth), { name: text, username: null, availability: null, ...made(text) }),
      ),
    );
    const shown = names(viewOf({}, { by, descending: false })).filter((name) => texts.includes(name));
    expect(shown).toEqual(['Amy', 'Élodie', 'eva', 'olaf', 'Ömer', "o'neil", 'øse', 'zac']);
    expect(names(viewOf({}, { by, descending: true })).filter((name) => texts.includes(name))).toEqual(
      shown.toReversed(),
    );
  });

  it('by team goes by numbers as numbers, and so does the list of teams', () => {
    const teams = ['Team 10', 'team 9', 'Team 2b', 'Team 2', 'Team 010a', 'Teams'];
    record(
      store,
      teams.map((team, nth) => userOf(String(10 + nth), { name: team, team })),
    );
    const order = ['Team 2', 'Team 2b', 'team 9', 'Team 10', 'Team 010a', 'Teams'];
    expect(names(viewOf({}, { by: 'team', descending: false })).filter((name) => order.includes(name))).toEqual(order);
    const { labels } = views.labels({ filter: usualView.filter, kind: 'team', text: 'team' });
    expect(labels.map(({ id }) => id)).toEqual(order);
  });

  it('is total: the same people, many of one name, always stand in the same order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 10, max: 999 }), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(...TableColumn.options),
        fc.boolean(),
        (ids, by, descending) => {
          record(
            store,
            ids.map((id) => userOf(String(id), { name: `Name ${id % 3}`, role: id % 2 ? 'r' : null })),
          );
          late.time += 60_000;
          const view = viewOf({}, { by, descending });
          const first = whole(view).rows.map(({ id }) => id);
          late.time += 60_000;
          // Written again in another order, the people are the same.
          record(store, people, noon + late.time);
          expect(
            whole(view)
              .rows.map(({ id }) => id)
              .filter((id) => Number(id) > 9),
          ).toEqual(first.filter((id) => Number(id) > 9));
          expect(new Set(first).size).toBe(first.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('time zones', () => {
  const at = (id: string, timezone: string | null, more = {}) => userOf(id, { name: `P${id}`, timezone, ...more });
  const ids = (by: 'timeZone' | 'localTime', descending: boolean) =>
    whole(viewOf({}, { by, descending })).rows.map(({ id }) => id);

  beforeEach(() =>
    record(store, [
      at('1', 'Asia/Kolkata'),
      at('2', '+0530', { status: 'deleted' }),
      at('3', null),
      at('4', 'Atlantis'),
      at('5', 'W. Europe Standard Time'),
      at('6', '-03:30'),
      at('7', 'Z'),
      at('8', '+0530'),
    ]),
  );

  it('are in the order of their offsets, then by name; who has none comes last, both ways, after those not known', () => {
    expect(ids('timeZone', false)).toEqual(['6', '7', '5', '1', '2', '8', '4', '3']);
    expect(ids('timeZone', true)).toEqual(['1', '2', '8', '5', '7', '6', '4', '3']);
  });

  it('give local times the same order, but for those who are gone, who have none', () => {
    expect(ids('localTime', false)).toEqual(['6', '7', '5', '1', '8', '4', '2', '3']);
    expect(ids('localTime', true)).toEqual(['1', '8', '5', '7', '6', '4', '2', '3']);
  });

  it('are sorted a part at a time in the same order', () => {
    const parts = createOrders({
      database: store.database,
      findKeys: () => [],
      managerPlaces: { now: () => expect.fail('by manager'), inParts: () => expect.fail('by manager') },
      now: () => noon,
    });
    for (const by of ['timeZone', 'localTime'] as const) {
      const sort = { by, descending: true };
      const part = parts.computeInParts(usualView.filter, sort).next();
      expect(part).toEqual({ done: true, value: parts.compute(usualView.filter, sort) });
    }
  });

  it('stand in rows as the record writes them, with what they mean', () => {
    const zones = new Map(whole().rows.map(({ id, timeZone }) => [String(id), timeZone]));
    expect(zones.get('8')).toEqual({ text: '+0530', zone: { kind: 'offset', minutes: 330 } });
    expect(zones.get('5')).toMatchObject({ text: 'W. Europe Standard Time', zone: { zone: 'Europe/Berlin' } });
    expect(zones.get('4')).toEqual({ text: 'Atlantis', zone: null });
    expect(zones.get('3')).toBeNull();
  });
});

describe('a row', () => {
  it('has the names of now, be they written over this connection or another', () => {
    record(store, people);
    const row = () => whole().rows.find(({ id }) => id === '3');
    expect(row()).toMatchObject({ manager: { name: 'Adam' }, role: { id: 'lead', name: null } });
    store.nameLabel('role', 'lead', 'Team lead');
    expect(row()?.role).toEqual({ id: 'lead', name: 'Team lead', namedBy: 'person' });
    const writer = storeAt(file).store;
    record(writer, [userOf('4', { name: 'Ada', status: 'inactive', reports: [idOf('3')] })]);
    writer.nameLabel('role', 'lead', 'Lead');
    writer.close();
    expect(row()).toMatchObject({ manager: { id: '4', name: 'Ada' }, role: { name: 'Lead' } });
  });

  it('names the manager whose claim was seen last, never the person, and says how many more there are', () => {
    record(store, people, noon);
    record(store, [userOf('2', { name: 'Eva', status: 'deleted', reports: [idOf('1')] })], noon + 5);
    const rows = new Map(whole().rows.map((row) => [row.name, row]));
    expect(rows.get('zoe')).toMatchObject({ manager: { id: '2', name: 'Eva' }, otherManagers: 1, phone: '+34' });
    expect(rows.get('Émile')).toMatchObject({ manager: { id: '4', name: 'Adam' }, otherManagers: 0 });
    expect(rows.get('Adam')).toMatchObject({ manager: null, otherManagers: 0 });
  });

  it('no longer names one who has let the person go', () => {
    record(store, people, noon);
    record(store, [userOf('4', { name: 'Adam', reports: [] })], noon + 5);
    expect(whole().rows.find(({ name }) => name === 'Émile')?.manager).toBeNull();
  });
});

describe('filters', () => {
  beforeEach(() => record(store, people));

  it('show those who fit, and count by status what each status would show', () => {
    const lead = whole(viewOf({ role: 'lead' }));
    expect(lead.rows.map(({ name }) => name)).toEqual(['Adam', 'Émile']);
    expect(lead).toMatchObject({ total: 2, known: 5, counts: { active: 1, inactive: 1, deleted: 0, unknown: 0 } });
    const active = ask(viewOf({ role: 'lead', status: 'active' }));
    expect(active).toMatchObject({ total: 1, counts: lead.counts });
    expect(ask(viewOf({ role: withoutLabel })).rows.map(({ name }) => name)).toEqual(['Bo', 'Eva']);
    expect(ask(viewOf({ role: 'lead', team: 't' })).total).toBe(0);
  });

  it('find text in names and usernames', () => {
    expect(names(viewOf({ text: 'emi' }))).toEqual(['Émile']);
    expect(names(viewOf({ text: '  ' }))).toHaveLength(5);
    expect(whole(viewOf({ text: 'nobody' }))).toMatchObject({ total: 0, known: 5 });
  });

  it('offer the roles that somebody has, with how many the other filters leave', () => {
    store.setLabels({ roles: new Map([['lead', 'Team lead']]), teams: new Map() });
    const labels = (filter: Partial<PeopleView['filter']>, text = '') =>
      views.labels({ filter: viewOf(filter).filter, kind: 'role', text }).labels;
    expect(labels({ role: 'agent' })).toEqual([
      { id: 'lead', name: 'Team lead', people: 2 },
      { id: 'agent', name: null, people: 1 },
      { id: withoutLabel, name: null, people: 2 },
    ]);
    expect(labels({ status: 'inactive' })).toEqual([{ id: 'lead', name: 'Team lead', people: 1 }]);
    expect(labels({}, 'TÉAM')).toEqual([{ id: 'lead', name: 'Team lead', people: 2 }]);
  });

  it('count exactly what is shown, whatever is asked', () => {
    const statuses = ['active', 'inactive', 'deleted', 'unknown'] as const;
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.integer({ min: 10, max: 60 }), fc.constantFrom(...statuses), fc.constantFrom('lead', 'x', null)),
          { maxLength: 30 },
        ),
        fc.constantFrom(null, ...statuses),
        fc.constantFrom(null, 'lead', withoutLabel),
        (some, status, role) => {
          record(
            store,
            some.map(([id, is, has]) => userOf(String(id), { status: is, role: has })),
          );
          late.time += 60_000;
          const answer = whole(viewOf({ status, role }));
          expect(answer.isOutdated).toBe(false);
          expect(answer.total).toBe(answer.rows.length);
          if (status !== null) expect(answer.counts?.[status]).toBe(answer.rows.length);
          for (const one of statuses) {
            expect(answer.counts?.[one]).toBe(
              ask(viewOf({ status: one, role })).rows.filter((row) => row.status === one).length,
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the selection', () => {
  const select = (snapshot: number, changes: [number, number, boolean][], anew = false) =>
    views.select({
      snapshot,
      anew,
      changes: changes.map(([from, to, selected]) => ({ from, to, selected })),
      range: null,
    });
  const extend = (snapshot: number, range: number, from: number, to: number) =>
    views.select({ snapshot, anew: false, changes: [{ from, to, selected: true }], range });
  const selected = (view?: PeopleView) =>
    ask(view)
      .rows.filter((row) => row.selected)
      .map(({ name }) => name);

  it('is of people, not of places', () => {
    record(store, people);
    expect(select(whole().snapshot, [[1, 3, true]])).toBe(2);
    expect(selected()).toEqual(['Bo', 'Émile']);
    expect(selected(viewOf({}, { by: 'name', descending: true }))).toEqual(['Émile', 'Bo']);
    record(store, [userOf('0', { name: 'Aaron' })]);
    late.time += 60_000;
    expect(selected()).toEqual(['Bo', 'Émile']);
  });

  it('counts only whom the view shows, and gives the others back with the view', () => {
    record(store, people);
    select(whole().snapshot, [[0, 5, true]]);
    expect(ask()).toMatchObject({ selected: 5, selectedElsewhere: 0 });
    expect(ask(viewOf({ status: 'active' })).selected).toBe(2);
    expect(ask(viewOf({ status: 'active' })).selectedElsewhere).toBe(3);
    expect(ask().selected).toBe(5);
  });

  it('changes by ranges of a snapshot, one after the other, also of an older one', () => {
    record(store, people);
    const { snapshot } = whole();
    expect(
      select(snapshot, [
        [0, 5, true],
        [1, 3, false],
      ]),
    ).toBe(3);
    record(store, [userOf('0', { name: 'Aaron' })]);
    late.time += 60_000;
    ask();
    expect(select(snapshot, [[0, 1, false]])).toBe(2);
    expect(selected()).toEqual(['Eva', 'zoe']);
    expect(select(snapshot, [], true)).toBe(0);
  });

  it('lets go of whom a range has added where it shrinks, and of nobody who was selected before', () => {
    record(store, people);
    const { snapshot } = whole();
    select(snapshot, [[2, 3, true]]);
    expect(extend(snapshot, 7, 0, 5)).toBe(5);
    expect(extend(snapshot, 7, 0, 2)).toBe(3);
    expect(extend(snapshot, 7, 0, 1)).toBe(2);
    expect(selected()).toEqual(['Adam', 'Émile']);
    // Another range leaves the one before as it is, and so does one that follows something else.
    expect(extend(snapshot, 8, 3, 5)).toBe(4);
    expect(extend(snapshot, 8, 3, 4)).toBe(3);
    select(snapshot, [[4, 5, true]]);
    expect(extend(snapshot, 8, 3, 4)).toBe(4);
  });

  it('lets go of people, wherever they stand by then', () => {
    record(store, people);
    const { snapshot } = whole();
    extend(snapshot, 7, 0, 3);
    record(store, [userOf('0', { name: 'Aaron' })]);
    late.time += 60_000;
    const later = whole().snapshot;
    expect(later).not.toBe(snapshot);
    expect(extend(later, 7, 1, 2)).toBe(1);
    expect(selected()).toEqual(['Adam']);
  });

  it('unselects those shown, and leaves those selected whom the view hides', () => {
    record(store, people);
    select(whole().snapshot, [[0, 5, true]]);
    const active = ask(viewOf({ status: 'active' }));
    expect(select(active.snapshot, [[0, active.total, false]])).toBe(0);
    expect(ask().selected).toBe(5 - active.total);
  });

  it('refuses a snapshot that is no longer kept, or never was one', () => {
    record(store, people);
    const first = ask(usualView, 0, 2);
    expect(first.snapshot).toBe(1);
    const { snapshot } = ask();
    for (const by of TableColumn.options) ask(viewOf({}, { by, descending: true }));
    expect(select(snapshot, [[0, 1, true]])).toBeNull();
    expect(select(99_999, [[0, 1, true]])).toBeNull();
  });
});
