/** Whatever a server answers: the tree agrees with what is told of each person, and every call with its schema. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calls } from '../../../contract/calls.ts';
import type { Member, Sought } from '../../../contract/organisation.ts';
import { summaryOf } from '../../../electron/reporting/summary.ts';
import { type Answer, answers, plainOf } from '../reporting/random-answers.ts';
import { freshFile, idOf, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';
import { organisationOf } from './organised.ts';

function stored(some: readonly Answer[]): DirectoryStore {
  const { store } = storeAt(freshFile());
  for (const one of some) {
    if ('missed' in one) store.recordNotFound(idOf(one.missed), one.at);
    else record(store, [userOf(one.manager, { reports: one.reports.map(idOf), status: one.status })], one.at);
  }
  return store;
}

describe('any organisation, however it goes round', () => {
  it('is drawn by the managers that the rule gives, and counted over them alone', () => {
    fc.assert(
      fc.property(answers, (some) => {
        const plain = plainOf(some);
        const store = stored(some);
        const organisation = organisationOf(store);
        const soughtOf = new Map<string, Sought>();
        for (const id of plain.people()) {
          const sought = organisation.seek(id);
          const isStored = store.user(idOf(id)) !== null;
          const isListed = [...plain.people()].some((one) => one !== id && plain.reportsOf(one).includes(id));
          expect(sought !== null).toBe(isStored || isListed);
          if (sought !== null) soughtOf.set(id, sought);
        }
        const { people, notFetched, notFound } = organisation.look().totals;
        expect(people).toBe([...soughtOf.values()].filter(({ member }) => member.card !== null).length);
        expect(people + notFetched + notFound).toBe(soughtOf.size);
        const memberOf = (id: string): Member => {
          const found = soughtOf.get(id);
          if (found === undefined) throw new Error('not in it');
          return found.member;
        };
        const managerOf = (id: string) => (memberOf(id).circle === null ? plain.managersOf(id)[0]?.manager : undefined);
        const keys = [...soughtOf.keys()];
        const graph = {
          keyOf: (id: string) => keys.indexOf(id),
          cardOf: () => null,
          reportsOf: (key: number) => keys.flatMap((id, nth) => (managerOf(id) === keys[key] ? [nth] : [])),
          isKnown: (key: number) => store.user(idOf(keys[key] ?? '')) !== null,
          failed: () => [],
          isNotFound: (key: number) => store.notFoundSince(idOf(keys[key] ?? '')) !== null,
        };
        for (const [id, { member, above }] of soughtOf) {
          const { direct, total, notFetched, notFound } = summaryOf(graph, idOf(id));
          expect(member).toMatchObject({ direct, below: total, notFetched, notFound });
          const [main, ...others] = plain.managersOf(id);
          const way = above.map((one) => one.id as string);
          expect(way.at(-1)).toBe(managerOf(id));
          expect(member.level).toBe(way.length + 1);
          const [line] = store.linesToTop(idOf(id));
          if (line?.end === 'top') expect(way).toEqual(line.steps.map((card) => card.id));
          else if (line === undefined) expect(way).toEqual([]);
          else expect(memberOf(way[0] ?? id).circle).not.toBeNull();
          expect(
            member.otherManagers.map(({ manager, seenAt }) => ({ manager: manager.id as string, seenAt })),
          ).toEqual(others);
          const listed = plain.reportsOf(id).filter((one) => one !== id);
          expect(member.listsThemselves).toBe(listed.length < plain.reportsOf(id).length);
          expect(member.throughOthers).toBe(listed.filter((one) => plain.managersOf(one)[0]?.manager !== id).length);
          const circle = member.circle?.people.map((one) => one.id as string) ?? [];
          for (const [nth, one] of circle.entries())
            expect(plain.reportsOf(one)).toContain(circle[(nth + 1) % circle.length]);
          if (circle.length > 0) expect([circle[0], circle.at(-1)]).toEqual([id, main?.manager]);
        }
        store.close();
      }),
      { numRuns: 60 },
    );
  });
});

describe('any question', () => {
  const id = fc.integer({ min: 0, max: 10 }).map((nth) => (nth === 10 ? 'nobody' : `p${nth}`));
  const keys = fc.array(fc.integer({ min: 1, max: 2 ** 40 }).map((key) => key % 14 || key));
  const asked = fc.oneof(
    fc.record({ name: fc.constant('look' as const), input: fc.record({ id: fc.option(id), isOpening: fc.boolean() }) }),
    fc.record({
      name: fc.constant('rows' as const),
      input: fc.record({
        offset: fc.nat({ max: 30 }),
        limit: fc.integer({ min: 1, max: 200 }),
        follow: fc.array(id, { maxLength: 2 }),
      }),
    }),
    fc.record({
      name: fc.constant('open' as const),
      input: fc.record({
        id: fc.option(id),
        what: fc.constantFrom('open', 'close', 'siblings', 'below', 'close-below', 'path'),
      }),
    }),
    fc.record({
      name: fc.constant('chart' as const),
      input: fc.record({
        centre: id,
        shape: fc.record({
          ...{ open: keys, closed: keys, beside: keys, whole: keys },
          more: fc.array(fc.record({ of: fc.nat({ max: 14 }), shown: fc.nat({ max: 2 ** 31 }) }), { maxLength: 4 }),
        }),
      }),
    }),
    fc.record({ name: fc.constant('seek' as const), input: fc.record({ id }) }),
    fc.record({ name: fc.constant('relation' as const), input: fc.record({ a: id, b: id }) }),
    fc.record({ name: fc.constant('spans' as const), input: fc.record({ id: fc.option(id) }) }),
    fc.record({
      name: fc.constant('leading' as const),
      input: fc.record({
        id: fc.option(id),
        which: fc.constantFrom('one', 'many'),
        offset: fc.nat({ max: 2 ** 31 }),
        limit: fc.integer({ min: 1, max: 500 }),
      }),
    }),
    fc.record({
      name: fc.constant('members' as const),
      input: fc.record({ keys }),
    }),
    fc.record({
      name: fc.constant('typed' as const),
      input: fc.record({
        snapshot: fc.integer({ min: 1, max: 3 }),
        typed: fc.constantFrom('', 'p', 'person p3', 'zz', '\u0301', ' '),
        from: fc.nat({ max: 2 ** 31 }),
      }),
    }),
  );

  it('has an answer that its schema takes, rows that follow each other, and rows where it says', () => {
    fc.assert(
      fc.property(answers, fc.array(asked, { maxLength: 12 }), (some, questions) => {
        const store = stored(some);
        const organisation = organisationOf(store);
        for (const { name, input } of questions) {
          const work = organisation.work[name] as (given: unknown) => { ok: boolean; value?: unknown };
          const answer = work(calls[`organisation.${name}`].input.parse(input));
          expect(answer.ok).toBe(true);
          if (name !== 'typed') calls[`organisation.${name}`].output.parse(answer.value);
          const { rows, total } = organisation.rows();
          expect(rows).toHaveLength(total);
          const ids = rows.map((row) => (row.kind === 'member' ? (row.member.id as string) : null));
          expect(new Set(ids).size).toBe(total);
          expect(
            organisation.rows(
              1,
              2,
              ids.slice(0, 2).map((one) => one ?? 'nobody'),
            ).places,
          ).toEqual(ids.slice(0, 2).map((one, row) => (one === null ? null : row)));
          // Everybody shown stands right below their manager's other rows, one level down.
          for (const [nth, row] of rows.entries()) {
            if (row.kind !== 'member' || row.member.level === 1) continue;
            const before = rows[nth - 1];
            expect(before?.kind === 'member' && before.member.level >= row.member.level - 1).toBe(true);
          }
        }
        store.close();
      }),
      { numRuns: 60 },
    );
  });
});
