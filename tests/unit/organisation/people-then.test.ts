/** Who is found as of a moment of the past: in the spotlight, by name, by what is typed, and among the roles and teams to choose from. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Spotlight } from '../../../contract/organisation-spotlight.ts';
import { withoutLabel } from '../../../contract/people-view.ts';
import type { User } from '../../../contract/user.ts';
import { createPeopleThen } from '../../../electron/organisation/people-then.ts';
import { createWriteMark } from '../../../electron/sqlite/write-mark.ts';
import { createCardsAsOf } from '../../../electron/storage/cards-as-of.ts';
import { createWhoseIds } from '../../../electron/storage/whose-ids.ts';
import { answers } from '../reporting/random-answers.ts';
import { emailOf, freshFile, idOf, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';
import { type Late, organisationOf } from './organised.ts';

const day = 86_400_000;
let store: DirectoryStore;
let late: Late;
let organisation: ReturnType<typeof organisationOf>;
beforeEach(() => {
  store = storeAt(freshFile()).store;
  late = { time: 0 };
  organisation = organisationOf(store, late);
  says(1, 'ann', ['bo', 'cy'], { role: 'lead' });
  says(1, 'bo', [], { name: 'Bo Before', role: 'lead', team: 'one', emails: [emailOf('before@x.example')] });
  says(1, 'cy', []);
  store.setLabels({ roles: new Map([['lead', 'Team lead']]), teams: new Map([['two', 'Second']]) });
  says(3, 'bo', [], { name: 'Bo After', role: 'guest', team: 'two', emails: [emailOf('after@x.example')] });
  says(3, 'dee', [], { name: 'Dee Before', role: 'lead' });
});
afterEach(() => store.close());

const says = (days: number, id: string, reports: readonly string[], more: Partial<User> = {}) =>
  record(store, [userOf(id, { reports: reports.map(idOf), ...more })], days * day);
const show = (days: number | null) => organisation.look(null, false, days === null ? null : days * day);
const role = (value: string): Spotlight => ({ by: 'role', value });
const team = (value: string): Spotlight => ({ by: 'team', value });
const text = (value: string): Spotlight => ({ by: 'text', value });
/** Ids of those in the spotlight. */
const lit = (spotlight: Spotlight, of = organisation): string[] => {
  const { count = 0 } = of.rows(0, 1, [], spotlight).matches ?? {};
  const ids: string[] = [];
  for (let from: string | null = null; ids.length < count; ids.push(from ?? '')) {
    from = of.match(spotlight, from, false)?.id ?? '';
  }
  return ids.sort();
};

describe('in the spotlight of a moment of the past is', () => {
  it('who had that role or team then', () => {
    expect([lit(role('lead')), lit(role('guest')), lit(team('two'))]).toEqual([['ann', 'dee'], ['bo'], ['bo']]);
    show(2);
    expect([lit(role('lead')), lit(role('guest')), lit(team('two'))]).toEqual([['ann', 'bo'], [], []]);
    expect(lit(team('one'))).toEqual(['bo']);
    expect(lit(team(withoutLabel))).toEqual(['ann', 'cy']);
    expect(organisation.rows(0, 1, [], role('lead')).matches).toEqual({ count: 2, of: 3, isByToday: false });
    show(null);
    expect(lit(role('lead'))).toEqual(['ann', 'dee']);
  });

  it('who is found by a text then: a name, an address, a role, a slip of the finger', () => {
    show(2);
    expect(
      ['before', 'after', 'before@x.example', 'team lead', 'bo befroe', 'dee'].map((one) => lit(text(one))),
    ).toEqual([['bo'], [], ['bo'], ['ann', 'bo'], ['bo'], []]);
    expect(lit(text('  '))).toEqual([]);
    show(null);
    expect([lit(text('bo after')), lit(text('bo before'))]).toEqual([['bo'], []]);
  });

  it('the same on the map, whose counts are of then', () => {
    show(2);
    expect(organisation.map({ spotlight: role('lead') }).shares?.whole).toEqual({ count: 2, of: 3 });
    show(null);
    expect(organisation.map({ spotlight: role('lead') }).shares?.whole).toEqual({ count: 2, of: 4 });
  });
});

describe('as of a moment of the past', () => {
  const found = (typed: string) => organisation.find(typed)?.found.map(({ name }) => name);

  it('people of then are found by their names of then, and shown as they were', () => {
    show(2);
    expect(['bo', 'before', 'after', 'dee', 'person'].map(found)).toEqual([
      ['Bo Before'],
      ['Bo Before'],
      [],
      [],
      ['Person ann', 'Person cy'],
    ]);
    expect(organisation.find('bo')?.found[0]).toMatchObject({ role: { id: 'lead' }, team: { id: 'one' } });
    expect(organisation.find('person', 1)?.found).toHaveLength(1);
    show(null);
    expect(organisation.find('bo')).toBeNull();
  });

  it('roles and teams to choose from are those of then, each with how many had it', () => {
    show(2);
    const counts = (kind: 'role' | 'team', typed = '') =>
      organisation.labels(kind, typed)?.labels.map(({ id, name, people }) => [id, name, people]);
    expect(counts('role')).toEqual([
      ['lead', 'Team lead', 2],
      [withoutLabel, null, 1],
    ]);
    expect(counts('team')).toEqual([
      ['one', null, 1],
      [withoutLabel, null, 2],
    ]);
    expect(counts('role', 'team le')).toEqual([['lead', 'Team lead', 2]]);
    show(null);
    expect(organisation.labels('role')).toBeNull();
  });

  it('letters lead to a name of then', () => {
    show(2);
    organisation.open('ann');
    const { snapshot, rows } = organisation.rows();
    const bo = rows.findIndex((row) => row.kind === 'member' && row.member.id === 'bo');
    expect([organisation.typed(snapshot, 'bo b'), organisation.typed(snapshot, 'bo a')]).toEqual([bo, -1]);
  });

  it('who becomes otherwise while it is looked at is still found as they were', () => {
    show(2);
    expect(lit(role('lead'))).toEqual(['ann', 'bo']);
    says(5, 'ann', ['bo', 'cy'], { role: 'guest' });
    late.time = 60_000;
    organisation.look(null, true, 2 * day);
    expect([lit(role('lead')), lit(role('guest'))]).toEqual([['ann', 'bo'], []]);
    expect(found('ann')).toEqual(['Person ann']);
  });

  it('people are found by what they are today where more are otherwise than are read, which is said', () => {
    const { database, tables, storeFile } = store;
    const then = createPeopleThen(
      {
        file: storeFile,
        whose: createWhoseIds(storeFile),
        cardsAsOf: createCardsAsOf({ database, people: tables.people, reader: storeFile.reader }),
        version: createWriteMark(database),
      },
      0,
    );
    expect(then.isByToday(2 * day)).toBe(true);
    expect(then.matching(2 * day, role('guest'))).toEqual([tables.ids.find(idOf('bo'))]);
    expect(then.isByToday(4 * day)).toBe(false);
  });
});

it('at any moment those are found who were found then', () => {
  const asked: readonly Spotlight[] = [...[0, 1, 2].map((nth) => role(`role ${nth}`)), text('odd'), text('name 3')];
  fc.assert(
    fc.property(answers, (some) => {
      const { store: told } = storeAt(freshFile());
      const shown = organisationOf(told);
      const foundIn = (of: typeof shown) => asked.map((spotlight) => lit(spotlight, of));
      const were = some.map((one, nth) => {
        if ('missed' in one) told.recordNotFound(idOf(one.missed), one.at);
        else {
          const { manager, reports, status, at } = one;
          const more = { name: `Name ${nth} ${nth % 2 === 0 ? 'Even' : 'Odd'}`, role: `role ${nth % 3}` };
          record(told, [userOf(manager, { reports: reports.map(idOf), status, ...more })], at);
        }
        return foundIn(organisationOf(told));
      });
      const asOf = some.map(({ at }) => {
        shown.look(null, true, at);
        return foundIn(shown);
      });
      expect(asOf).toEqual(were);
      told.close();
    }),
    { numRuns: 12 },
  );
});
