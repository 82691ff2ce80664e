/** The filter "Below": what the organisation shows below somebody, in the table, its choices and its headcount. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Below } from '../../../contract/table.ts';
import { createReadForest } from '../../../electron/organisation/read-forest.ts';
import { createClaimsTable } from '../../../electron/storage/claims-table.ts';
import { createClaimsWatched } from '../../../electron/storage/claims-upward.ts';
import { answers } from '../reporting/random-answers.ts';
import { freshFile, idOf, noon, record, storeAt, userOf, viewsOf } from '../storage/stored.ts';
import { ask, late, store, tableForEach, viewOf, views, whole } from './tabled.ts';

tableForEach();

const below = (id: string, which: Below['which'] = 'all'): Below => ({ id: idOf(id), which });
const namesBelow = (id: string, which?: Below['which']) =>
  whole(viewOf({ below: below(id, which) })).rows.map(({ name }) => name);
const phone = (number: string) => [{ number, type: null, isPrimary: true }];

describe('below somebody', () => {
  beforeEach(() =>
    record(store, [
      userOf('head', { name: 'Head', reports: ['lead', 'aide', 'new'].map(idOf), team: 'board' }),
      userOf('lead', { name: 'Lead', reports: ['ann', 'bo'].map(idOf), team: 'a', role: 'lead' }),
      userOf('aide', { name: 'Aide', team: 'board', status: 'deleted' }),
      userOf('ann', { name: 'Ann', team: 'a', phones: phone('+49 89 12345') }),
      userOf('bo', { name: 'Bo', team: 'a', status: 'inactive', phones: phone('089 12345') }),
      userOf('other', { name: 'Other', team: 'b', phones: phone('+1 212 555 0100') }),
    ]),
  );

  it('are all on the way down, or those right below alone, but not the person', () => {
    expect(namesBelow('head')).toEqual(['Aide', 'Ann', 'Bo', 'Lead']);
    expect(namesBelow('head', 'direct')).toEqual(['Aide', 'Lead']);
    expect(namesBelow('ann')).toEqual([]);
    expect(namesBelow('nobody')).toEqual([]);
  });

  it('are counted by status, and narrowed by everything else', () => {
    const answer = whole(viewOf({ below: below('head') }));
    expect(answer).toMatchObject({ total: 4, known: 6, counts: { active: 2, inactive: 1, deleted: 1 } });
    expect(answer.below).toEqual({ id: 'head', name: 'Head' });
    expect(ask(viewOf({ below: below('head'), status: 'inactive' })).rows.map(({ name }) => name)).toEqual(['Bo']);
    expect(ask(viewOf({ below: below('head'), team: 'board' })).rows.map(({ name }) => name)).toEqual(['Aide']);
    expect(ask(viewOf({ below: below('nobody') })).below).toEqual({ id: 'nobody', name: 'nobody' });
    expect(ask().below).toBeNull();
  });

  it('are others once somebody lists others', () => {
    expect(namesBelow('lead')).toEqual(['Ann', 'Bo']);
    record(store, [userOf('lead', { name: 'Lead', reports: [idOf('ann'), idOf('other')] })], noon + 1);
    late.time += 60_000;
    expect(namesBelow('lead')).toEqual(['Ann', 'Other']);
    expect(namesBelow('head', 'direct')).toEqual(['Aide', 'Lead']);
  });

  it('are those whose teams and roles are offered', () => {
    const { filter } = viewOf({ below: below('lead') });
    expect(views.labels({ filter, kind: 'team', text: '' }).labels).toEqual([{ id: 'a', name: null, people: 2 }]);
  });

  it('are those whose heads are counted, the most first, whatever is chosen of the same kind', () => {
    const { filter } = viewOf({ below: below('head'), team: 'board' });
    expect(views.headcount({ filter, by: 'team' })).toEqual({
      rows: [
        { value: 'a', name: null, people: 3 },
        { value: 'board', name: null, people: 1 },
      ],
      people: 4,
      more: { values: 0, people: 0 },
    });
    const byStatus = views.headcount({ filter: viewOf({ below: below('head') }).filter, by: 'status' });
    expect(byStatus.rows.map(({ value, people }) => [value, people])).toEqual([
      ['active', 2],
      ['inactive', 1],
      ['deleted', 1],
    ]);
  });

  it('country codes are counted and chosen as the first number has them', () => {
    const { rows } = views.headcount({ filter: viewOf().filter, by: 'countryCode' });
    expect(rows.map(({ value, people }) => [value, people])).toEqual([
      ['', 4],
      ['1', 1],
      ['49', 1],
    ]);
    expect(whole(viewOf({ countryCode: '49' })).rows.map(({ name }) => name)).toEqual(['Ann']);
    expect(ask(viewOf({ countryCode: '' })).total).toBe(4);
  });
});

it('are exactly those that the organisation has below each person, however it goes round', () => {
  fc.assert(
    fc.property(answers, (some) => {
      const { store: other } = storeAt(freshFile());
      for (const one of some) {
        if ('missed' in one) other.recordNotFound(idOf(one.missed), one.at);
        else record(other, [userOf(one.manager, { reports: one.reports.map(idOf), status: one.status })], one.at);
      }
      const { database } = other;
      const claims = createClaimsTable(database);
      const { forest } = createReadForest({ database, claims, upward: createClaimsWatched(database, claims) })(null);
      const table = viewsOf(other);
      const idsOf = (filter: Parameters<typeof viewOf>[0]) =>
        table
          .window({ view: viewOf(filter), offset: 0, limit: 100, follow: [] })
          .rows.map(({ id }) => id)
          .sort();
      idsOf({});
      const known = idsOf({});
      for (let place = 1; place <= forest.people; place += 1) {
        const idAt = (at: number) => other.tables.ids.idOf(forest.keys[at] ?? 0);
        const range = Array.from({ length: (forest.size[place] ?? 1) - 1 }, (_, nth) => place + 1 + nth);
        const stored = (places: number[]) =>
          places
            .map(idAt)
            .filter((id) => known.includes(id))
            .sort();
        const id = idAt(place);
        expect(idsOf({ below: { id, which: 'all' } })).toEqual(stored(range));
        const right = range.filter((at) => forest.parent[at] === place);
        expect(idsOf({ below: { id, which: 'direct' } })).toEqual(stored(right));
      }
      other.close();
    }),
    { numRuns: 80 },
  );
});
