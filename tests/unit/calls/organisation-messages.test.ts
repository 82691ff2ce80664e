/**
 * No answer of the organisation is longer than a message may be: everybody's fields are as long as an older reader filed
 * them, everybody is listed by many, and goes round with many.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  longestMessage,
  mostCards,
  mostItems,
  mostMembers,
  mostOtherManagers,
  mostRows,
  mostWaySteps,
} from '../../../contract/bounds.ts';
import { type CallName, type CallOutput, calls } from '../../../contract/calls.ts';
import { failed } from '../../../contract/failures.ts';
import type { UserId } from '../../../contract/ids.ts';
import { itemBytes } from '../../../contract/organisation-items.ts';
import type { Reader } from '../../../electron/storage/reader.ts';
import { organisationOf } from '../organisation/organised.ts';
import { emailOf, freshFile, idOf, noon, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';

const people = 400;
const wide = '界'.repeat(1500);
const longId = (nth: number) => idOf(`${'x'.repeat(124)}${String(nth).padStart(4, '0')}`);
/** Of people filed so long, the reply cannot be read any more. */
const reader: Reader = { version: 1, read: () => failed({ kind: 'bad-reply', where: 'data', detail: '' }) };
const wideUser = (id: UserId, reports: UserId[]) =>
  userOf(id, {
    name: wide,
    username: wide,
    availability: wide,
    role: wide.slice(0, 66),
    team: wide.slice(0, 66),
    emails: [emailOf(`${'y'.repeat(240)}@x.example`)],
    reports,
  });

let store: DirectoryStore;
let organisation: ReturnType<typeof organisationOf>;
beforeAll(() => {
  ({ store } = storeAt(freshFile(), { reader }));
  const all = Array.from({ length: people }, (_, nth) => longId(nth));
  // Everybody lists thirty others and the next: thirty-one managers each, and one circle of all.
  record(
    store,
    all.map((id, nth) =>
      wideUser(
        id,
        Array.from({ length: 31 }, (_, far) => longId((nth + far + 1) % people)),
      ),
    ),
  );
  const named = new Map([[wide.slice(0, 66), wide.slice(0, 200)]]);
  store.setLabels({ roles: named, teams: named });
  organisation = organisationOf(store);
  organisation.open(longId(0), 'below');
  for (const id of all) organisation.open(id, 'path');
  for (const id of all) organisation.open(id);
});
afterAll(() => store.close());

/** What an answer takes: text as JSON, bytes as they are. */
const bytesOf = (output: unknown): number => {
  let bytes = 0;
  const text = JSON.stringify(output, (_, value: unknown) => {
    if (!(value instanceof Uint8Array)) return value;
    bytes += value.byteLength;
    return null;
  });
  return bytes + Buffer.byteLength(text);
};
const sent = <N extends CallName>(name: N, output: CallOutput<N>): CallOutput<N> => {
  const parsed = calls[name].output.parse(output) as CallOutput<N>;
  expect(bytesOf(parsed)).toBeLessThanOrEqual(longestMessage);
  return parsed;
};

describe('one message has room for', () => {
  it('as many rows of the tree as are asked for, and who else lists some of them', () => {
    const { rows, total } = sent('organisation.rows', organisation.rows(0, mostRows));
    expect([rows.length, total]).toEqual([mostRows, people]);
    const [first, ...others] = rows.flatMap((row) => (row.kind === 'member' ? [row.member] : []));
    expect(first?.otherManagers).toHaveLength(mostOtherManagers);
    expect(first?.card?.name.length).toBeGreaterThan(100);
    for (const member of [first, ...others])
      expect((member?.otherManagers.length ?? 0) + (member?.moreManagers ?? 0)).toBe(30);
    // Beyond what there is room for they are counted alone.
    expect(others.at(-1)?.otherManagers).toEqual([]);
  });

  it('as many members as are asked for', () => {
    const keys = Array.from({ length: mostMembers }, (_, nth) => nth + 1);
    const { members } = sent('organisation.members', { members: organisation.members(keys) });
    expect(members).toHaveLength(mostMembers);
  });

  it('somebody with the way up to them', () => {
    const ids = organisation.rows(people - 1, 1).rows.flatMap((row) => (row.kind === 'member' ? [row.member.id] : []));
    const sought = sent('organisation.seek', organisation.seek(ids[0] ?? ''));
    expect(sought?.above.length).toBeGreaterThan(5);
  });

  it('two people with long ways from their common manager, and a shorter one', () => {
    const { store: own } = storeAt(freshFile(), { reader });
    const lines = ['a', 'b'].flatMap((line) =>
      Array.from({ length: 60 }, (_, nth) => wideUser(idOf(`${line}${nth}`), [idOf(`${line}${nth + 1}`)])),
    );
    record(own, [
      wideUser(idOf('other'), [idOf('a20'), idOf('b20')]),
      wideUser(idOf('head'), [idOf('a0'), idOf('b0')]),
    ]);
    record(own, lines, noon + 1);
    const told = organisationOf(own).work.relation({ a: idOf('a60'), b: idOf('b60') });
    if (!told.ok) throw new Error(told.failure.kind);
    const found = sent('organisation.relation', told.value).found;
    expect([found?.toA, found?.shorter?.toB].map((way) => [way?.levels, way?.steps.length])).toEqual([
      [61, mostWaySteps],
      [41, mostWaySteps],
    ]);
    own.close();
  });

  it('a chart of the largest head there can be', () => {
    record(store, [userOf('head', { reports: Array.from({ length: 20_000 }, (_, nth) => idOf(`r${nth}`)) })], noon + 1);
    const more = [{ of: store.tables.ids.find('head') ?? 0, shown: 20_000 }];
    const shape = { open: [], closed: [], beside: [], more, whole: [] };
    const asked = calls['organisation.chart'].input.parse({ centre: 'head', shape });
    const chart = organisationOf(store).work.chart(asked);
    if (!chart.ok) throw new Error(chart.failure.kind);
    const drawn = sent('organisation.chart', chart.value);
    expect(drawn?.isCut).toBe(true);
    expect(drawn?.cards).toBeLessThanOrEqual(mostCards);
    expect(drawn?.cards).toBeGreaterThan(1000);
    expect(drawn?.items.byteLength).toBeLessThanOrEqual(mostItems * itemBytes);
  });
});
