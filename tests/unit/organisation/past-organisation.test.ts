/** What the organisation's thread answers while a moment of the past is shown: tree, chart, map and people as they were. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '../../../contract/organisation.ts';
import { readItems } from '../../../contract/organisation-items.ts';
import type { User } from '../../../contract/user.ts';
import { answers } from '../reporting/random-answers.ts';
import { freshFile, idOf, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';
import { type Late, organisationOf, outline } from './organised.ts';

const day = 86_400_000;
let store: DirectoryStore;
let late: Late;
let organisation: ReturnType<typeof organisationOf>;
beforeEach(() => {
  store = storeAt(freshFile()).store;
  late = { time: 0 };
  organisation = organisationOf(store, late);
});
afterEach(() => store.close());

const says = (days: number, id: string, reports: readonly string[], more: Partial<User> = {}) =>
  record(store, [userOf(id, { reports: reports.map(idOf), ...more })], days * day);
const show = (days: number | null) => organisation.look(null, false, days === null ? null : days * day);
const memberOf = (id: string): Member => {
  const found = organisation.seek(id);
  if (found === null) throw new Error(`${id} is not in it`);
  return found.member;
};

/** Ann leads Bo, who leads Cy; on day 3 Bo has another name and is deleted, and Dee, who is new, leads Cy. */
function tellHistory(): void {
  says(1, 'ann', ['bo']);
  says(1, 'bo', ['cy'], { name: 'Bo Before', role: 'lead', team: 'one' });
  says(1, 'cy', []);
  store.setLabels({ roles: new Map([['lead', 'Team lead']]), teams: new Map() });
  says(3, 'bo', [], { name: 'Bo After', role: 'guest', status: 'deleted', deletedAt: 3 * day });
  says(3, 'dee', ['cy']);
  says(3, 'ann', ['bo', 'dee']);
}

describe('while a moment of the past is shown', () => {
  beforeEach(tellHistory);

  it('the tree has who was known then, under the managers of then, with the counts of then', () => {
    expect(show(2)).toMatchObject({ totals: { people: 3, layers: 3, byStatus: { active: 3, deleted: 0 } } });
    organisation.open('ann', 'below');
    expect(outline(organisation.rows())).toEqual(['-ann', '  -bo', '    cy']);
    expect(organisation.rows()).toMatchObject({ asOf: 2 * day, isOutdated: false });
    expect(show(null).totals).toMatchObject({ people: 4, byStatus: { active: 3, deleted: 1 } });
    expect(outline(organisation.rows())).toEqual(['-ann', '  +dee', '  bo']);
    expect(organisation.rows().asOf).toBeNull();
  });

  it('people have the names, roles and statuses of then', () => {
    show(2);
    const then = memberOf('bo');
    expect(then.card).toMatchObject({ name: 'Bo Before', status: 'active', deletedAt: null, reportCount: 1 });
    expect(then.card).toMatchObject({ role: { id: 'lead', name: 'Team lead' }, team: { id: 'one', name: null } });
    expect(organisation.seek('cy')?.above.map(({ name }) => name)).toEqual(['Person ann', 'Bo Before']);
    show(null);
    expect(memberOf('bo').card).toMatchObject({ name: 'Bo After', status: 'deleted', role: { id: 'guest' } });
    expect(organisation.seek('cy')?.above.map(({ name }) => name)).toEqual(['Person ann', 'Person dee']);
  });

  it('somebody who was not known then is not there, and who was listed and not fetched is said to be', () => {
    says(4, 'hal', ['ida']);
    says(5, 'ida', []);
    expect([organisation.look('dee', false, 2 * day).isThere, organisation.seek('dee')]).toEqual([false, null]);
    expect(show(4).totals).toMatchObject({ people: 5, notFetched: 1 });
    expect(memberOf('ida')).toMatchObject({ card: null, missing: 'waiting' });
    expect(show(5).totals).toMatchObject({ people: 6, notFetched: 0 });
  });

  it('the chart and the map are of then', () => {
    show(2);
    const keysIn = (items: Uint8Array) =>
      new Set(readItems(items).flatMap(({ kind, key }) => (kind === 'card' || kind === 'heading' ? [key] : [])));
    show(null);
    const { key: dee } = memberOf('dee');
    const seen = (days: number | null) => {
      show(days);
      const chart = organisation.chart('ann');
      return [chart === null ? null : keysIn(chart.items).has(dee), keysIn(organisation.map().items).has(dee)];
    };
    expect([seen(2), seen(null), seen(2)]).toEqual([
      [false, false],
      [true, true],
      [false, false],
    ]);
    expect(organisation.map({ colour: 'status' }).changes).toBe(0);
  });

  it('what is written changes nothing of it', () => {
    show(2);
    const [rows, map] = [organisation.rows(), organisation.map()];
    late.time = 100_000;
    says(5, 'eve', ['ann']);
    expect(organisation.rows()).toEqual(rows);
    expect(organisation.map()).toEqual(map);
    expect(show(2).isOutdated).toBe(false);
    expect(show(null).totals.people).toBe(5);
  });

  it('the map goes back to where it lay', () => {
    const leads = Array.from({ length: 12 }, (_, nth) => `lead-${nth}`);
    const peopleOf = (nth: number, count: number) => Array.from({ length: count }, (_, one) => `p-${nth}-${one}`);
    for (const [nth, lead] of leads.entries()) says(4, lead, peopleOf(nth, 3 * (12 - nth)));
    for (const [nth, lead] of leads.entries()) says(6, lead, peopleOf(nth, 4 * nth));
    says(6, 'ann', ['bo', 'dee', ...leads]);
    const before = organisation.map();
    show(5);
    organisation.map();
    show(null);
    const after = organisation.map();
    expect({ ...after, snapshot: before.snapshot }).toEqual(before);
  });

  it.each(['availability', 'age'] as const)('the map says the %s of then', (colour) => {
    says(1, 'fay', ['gil'], { availability: 'AVAILABLE' });
    says(9, 'fay', ['gil'], { availability: 'AWAY' });
    const colourOf = (days: number | null) => {
      show(days);
      const { key } = memberOf('fay');
      return readItems(organisation.map({ colour }).items).find((item) => item.key === key)?.extra;
    };
    const [soon, late, now] = [colourOf(1), colourOf(8), colourOf(9)];
    if (colour === 'availability') expect([soon === late, soon === now]).toEqual([true, false]);
    else expect([soon === late, soon === now]).toEqual([false, true]);
  });

  it('it is known since when anything is', () => {
    expect(organisation.work.since()).toEqual({ ok: true, value: day });
  });

  it('a file that is closed in between answers nothing more', () => {
    show(2);
    store.storeFile.close();
    for (const answer of [organisation.work.since(), organisation.work.members({ keys: [1] })])
      expect(answer).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
  });
});

it('nobody has listed anybody: nothing is known of the past', () => {
  expect(organisation.work.since()).toEqual({ ok: true, value: null });
  expect(show(2)).toMatchObject({ active: null, totals: { people: 0 } });
});

it('of everybody it is told what was told then', () => {
  fc.assert(
    fc.property(answers, (some) => {
      const { store: told } = storeAt(freshFile());
      const shown = organisationOf(told);
      const everybody = (at: number) => {
        shown.look(null, true, at);
        return everybodyIn(shown);
      };
      const were = some.map((one, nth) => {
        if ('missed' in one) told.recordNotFound(idOf(one.missed), one.at);
        else {
          const { manager, reports, status, at } = one;
          const more = { name: `Name ${nth}`, role: `role ${nth % 3}`, username: `u${nth}` };
          record(told, [userOf(manager, { reports: reports.map(idOf), status, ...more })], at);
        }
        return everybodyIn(organisationOf(told));
      });
      const asOf = some.map(({ at }) => everybody(at));
      expect(asOf).toEqual(were);
      told.close();
    }),
    { numRuns: 30 },
  );
});

/** But for where they stand beside others, which follows today's names. */
function everybodyIn(shown: ReturnType<typeof organisationOf>) {
  return Array.from({ length: 10 }, (_, nth) => {
    const sought = shown.seek(`p${nth}`);
    return sought === null ? null : { ...sought, row: null, member: { ...sought.member, nth: 0, of: 0 } };
  });
}
