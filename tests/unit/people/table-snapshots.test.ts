/** What a view shows while people keep changing: everybody of one moment, until it is another. */
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { usualView } from '../../../contract/people-view.ts';
import { TableColumn } from '../../../contract/table.ts';
import type { User } from '../../../contract/user.ts';
import { record, userOf, viewsOf } from '../storage/stored.ts';
import { ask, file, late, people, store, tableForEach, viewOf, whole } from './tabled.ts';

tableForEach();

describe('a snapshot', () => {
  const more = (count: number): User[] =>
    Array.from({ length: count }, (_, index) => userOf(`n${index}`, { name: `New ${index}` }));

  it('comes first without counts, straight from the names, then whole', () => {
    record(store, people);
    const first = ask(usualView, 0, 2);
    expect(first).toMatchObject({ total: 5, known: 5, counts: null, isOutdated: true });
    expect(first.rows.map(({ name }) => name)).toEqual(['Adam', 'Bo']);
    expect(ask(usualView, 0, 2)).toMatchObject({ total: 5, isOutdated: false, counts: { active: 2 } });
  });

  it('stays for a second whatever is written, says so, and then is another', () => {
    record(store, people);
    const before = whole();
    record(store, more(3));
    late.time += 999;
    expect(ask()).toMatchObject({ snapshot: before.snapshot, total: 5, known: 5, isOutdated: true });
    late.time += 1000;
    const after = ask();
    expect(after).toMatchObject({ total: 8, known: 8, isOutdated: false });
    expect(after.snapshot).toBeGreaterThan(before.snapshot);
    expect(late.behind).toEqual([]);
  });

  /** Does what is to be done behind, and says how often something was. */
  const doBehind = (): number => {
    let done = 0;
    for (let work = late.behind.shift(); work !== undefined; work = late.behind.shift()) {
      work();
      done += 1;
    }
    return done;
  };

  it('is replaced between questions while somebody scrolls, by one of the moment at which that began', () => {
    record(store, more(4500));
    const before = whole();
    record(store, people);
    late.time += 999;
    ask();
    late.time += 1;
    expect(ask()).toMatchObject({ snapshot: before.snapshot, total: 4500, isOutdated: true });
    const first = late.behind.splice(0);
    expect(first).toHaveLength(1);
    first[0]?.();
    expect(ask()).toMatchObject({ snapshot: before.snapshot, total: 4500 });
    const other = new DatabaseSync(file);
    other.exec('UPDATE people SET status = 3');
    other.close();
    expect(doBehind()).toBe(2);
    const after = ask();
    expect(after).toMatchObject({ total: 4505, known: 4505, isOutdated: true });
    expect(after.counts).toEqual({ active: 4502, inactive: 1, deleted: 1, 'not-found': 0, unknown: 1 });
    expect(after.snapshot).toBeGreaterThan(before.snapshot);
    // What was changed meanwhile is in the next one.
    late.time += 1000;
    expect(ask()).toMatchObject({ total: 4505, isOutdated: false, counts: { active: 0 } });
  });

  it('has the same people in the same order however it was computed', () => {
    record(store, more(30));
    whole();
    for (const by of TableColumn.options) {
      for (const descending of [false, true]) {
        const view = viewOf({}, { by, descending });
        late.time += 5000;
        ask(view);
        record(store, [userOf('late', { name: `Late ${by} ${descending}`, username: by })]);
        late.time += 999;
        ask(view);
        late.time += 1;
        ask(view);
        expect(doBehind()).toBe(1);
        const anew = viewsOf(store).window({ view, offset: 0, limit: 200, follow: [] });
        expect(ask(view).rows.map(({ id }) => id)).toEqual(anew.rows.map(({ id }) => id));
      }
    }
  });

  it('of a view that was left is not computed any further', () => {
    record(store, more(4500));
    whole();
    record(store, people);
    late.time += 999;
    ask();
    late.time += 1;
    ask();
    ask(viewOf({ text: 'zoe' }));
    expect(doBehind()).toBe(1);
    expect(ask(viewOf({ text: 'zoe' }))).toMatchObject({ total: 1 });
  });

  it('that cannot be computed behind is computed, and fails, where it is asked for', () => {
    record(store, people);
    whole();
    record(store, more(1));
    late.time += 999;
    ask();
    late.time += 1;
    ask();
    store.database.exec('ALTER TABLE claims RENAME TO gone; ALTER TABLE people RENAME TO missing');
    expect(doBehind()).toBe(1);
    expect(() => ask()).toThrow('no such table');
    store.database.exec('ALTER TABLE missing RENAME TO people; ALTER TABLE gone RENAME TO claims');
  });

  it('stays the same as long as nothing is written', () => {
    record(store, people);
    const { snapshot } = whole();
    late.time += 3_600_000;
    expect(ask().snapshot).toBe(snapshot);
  });

  it('notices what another connection wrote', () => {
    record(store, people);
    whole();
    const other = new DatabaseSync(file);
    other.exec("UPDATE people SET status = 3 WHERE name = 'zoe'");
    other.close();
    expect(ask().isOutdated).toBe(true);
  });

  it('has windows that fit together, also while people come', () => {
    record(store, more(60));
    whole();
    record(store, [userOf('a', { name: 'Aaron' })]);
    const all = [0, 20, 40].flatMap((offset) => ask(usualView, offset, 20).rows.map(({ id }) => id));
    expect(new Set(all).size).toBe(60);
  });

  it('keeps the status by which a row was counted', () => {
    record(store, people);
    whole(viewOf({ status: 'active' }));
    record(store, [userOf('1', { name: 'zoe', status: 'deleted' })]);
    const answer = ask(viewOf({ status: 'active' }));
    expect(answer.rows.map(({ status }) => status)).toEqual(['active', 'active']);
    expect(answer.counts?.active).toBe(2);
  });

  it('says where somebody stands now', () => {
    record(store, people);
    ask();
    expect(ask(usualView, 0, 1, ['1', '2']).places).toEqual([4, 3]);
    expect(ask(viewOf({ status: 'deleted' }), 0, 1, ['1', '2']).places).toEqual([null, 0]);
    expect(ask(usualView, 0, 1, ['never known']).places).toEqual([null]);
  });
});
