/** A chart of what is stored: whom it shows, by whom somebody is listed besides, and that it is of the organisation as it is now. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Chart } from '../../../contract/organisation.ts';
import { type ItemKind, readItems } from '../../../contract/organisation-items.ts';
import { freshFile, idOf, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';
import { type Late, organisationOf } from './organised.ts';

let store: DirectoryStore;
let late: Late;
let organisation: ReturnType<typeof organisationOf>;
beforeEach(() => {
  store = storeAt(freshFile()).store;
  late = { time: 0 };
  organisation = organisationOf(store, late);
});
afterEach(() => store.close());

const person = (id: string, reports: readonly string[] = []) => userOf(id, { reports: reports.map(idOf) });
const idsIn = (chart: Chart | null, kind: ItemKind) => {
  const keys = readItems(chart?.items ?? new Uint8Array()).filter((item) => item.kind === kind);
  return organisation.members(keys.map(({ key }) => key)).map(({ id }) => id);
};

describe('a chart', () => {
  it('is of the centre, with the way up and those below', () => {
    record(store, [person('head', ['ann', 'bo']), person('ann', ['carl']), person('bo'), person('carl')]);
    const chart = Chart.parse(organisation.chart('ann'));
    expect(chart).toMatchObject({
      centre: organisation.seek('ann')?.member.key,
      cards: 3,
      isCut: false,
    });
    expect(idsIn(chart, 'card')).toEqual(['head', 'ann', 'carl']);
    expect(idsIn(chart, 'beside')).toEqual(['ann']);
    const unfolded = organisation.chart('ann', { beside: [organisation.seek('ann')?.member.key ?? 0] });
    expect(idsIn(unfolded, 'card')).toEqual(['head', 'ann', 'carl', 'bo']);
  });

  it('has the other managers of its centre beside it, and no others', () => {
    record(store, [person('one', ['ann']), person('two', ['ann']), person('ann', ['carl']), person('carl')]);
    const others = organisation.seek('ann')?.member.otherManagers.map(({ manager }) => manager.id);
    expect(others).toHaveLength(1);
    expect(idsIn(organisation.chart('ann'), 'other')).toEqual(others);
    expect(idsIn(organisation.chart('carl'), 'other')).toEqual([]);
  });

  it('has room for the circle at whose member it begins', () => {
    record(store, [person('ann', ['bo']), person('bo', ['ann', 'carl']), person('carl')]);
    const first = organisation.seek('carl')?.above[0]?.id;
    expect(idsIn(organisation.chart('carl'), 'circle')).toEqual([first]);
  });

  it('is null of somebody who is not in it, until they are', () => {
    record(store, [person('head', ['ann'])]);
    expect(organisation.chart('carl')).toBeNull();
    expect(idsIn(organisation.chart('ann'), 'card')).toEqual(['head', 'ann']);
    record(store, [person('ann', ['carl'])]);
    late.time += 60_000;
    organisation.rows();
    expect(idsIn(organisation.chart('carl'), 'card')).toEqual(['head', 'ann', 'carl']);
  });

  it('is of the moment that the tree beside it shows, as what is said of its people is', () => {
    record(store, [person('head', ['ann'])]);
    const shown = organisation.rows().snapshot;
    const key = organisation.seek('head')?.member.key ?? 0;
    const below = () => [organisation.members([key])[0]?.below, organisation.seek('head')?.member.below];
    record(store, [person('ann', ['carl'])]);
    late.time += 60_000;
    expect(organisation.chart('head')).toMatchObject({ snapshot: shown });
    expect(below()).toEqual([1, 1]);
    const next = organisation.rows().snapshot;
    expect(next).not.toBe(shown);
    expect(organisation.chart('head')).toMatchObject({ snapshot: next });
    expect(below()).toEqual([2, 2]);
  });
});
