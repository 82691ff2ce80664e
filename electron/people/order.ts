/**
 * The order of a view, computed by SQLite. By name, then by key between two of one name, after whatever was chosen:
 * the order is total, so that the same people always stand in the same one. What is not set comes last, both ways.
 */
import type { DatabaseSync } from 'node:sqlite';
import { withoutLabel } from '../../contract/people-view.ts';
import type { LabelKind, PeopleFilter, PeopleSort, TableColumn } from '../../contract/table.ts';
import { namelessMark } from '../search/words.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { statusRankOf, statusToNumber } from '../sqlite/status-order.ts';
import { atOneMoment } from '../sqlite/transaction.ts';
import { number, orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import { numbersIn } from '../storage/number-lists.ts';
import { labelOrder } from './label-order.ts';
import type { ManagerPlaces } from './manager-places.ts';
import { keyIn, statusIn } from './rows.ts';
import { countryCode, labelName, storedColumns } from './stored-columns.ts';
import { defineZoneMinutes } from './zone-minutes.ts';

/** Everybody a filter leaves, of any status: `key * 8 + status` of each, in order. Keys up to 268 million fit. */
export type Order = Int32Array;

/** People who match a text, in any order. */
export type FindKeys = (text: string) => readonly PersonKey[];

/** What a filter says of the people themselves, but the status. */
export type Narrowed = Pick<PeopleFilter, LabelKind | 'text' | 'countryCode'>;

/** Read in a few milliseconds. */
const peopleInPart = 2000;

/** The beginning of the sort name of a person without a name. */
const mark = `char(${namelessMark.codePointAt(0)})`;

const gone = [statusToNumber('deleted'), statusToNumber('not-found')].join(', ');

/** `further`: between those that nothing is chosen of. */
type Sorted = { readonly by: string; readonly join?: string; readonly further?: string };

// The names of roles are compared once for each role, not once for each person.
const byLabel = (kind: LabelKind): Sorted => {
  const name = labelName(kind, 'had.id');
  return {
    by: 'ranked.place',
    join: `LEFT JOIN (
      SELECT had.id, rank() OVER (ORDER BY ${name} IS NULL, label_order(coalesce(${name}, had.id))) AS place
      FROM (SELECT DISTINCT ${kind} AS id FROM people WHERE ${kind} IS NOT NULL) had
    ) ranked ON ranked.id = p.${kind}`,
  };
};

const sorts: { readonly [C in TableColumn]: Sorted } = {
  // Who has no name comes last, both ways.
  name: { by: `iif(p.sort_name < ${mark}, p.sort_name, NULL)` },
  status: { by: statusRankOf('p.status') },
  deleted: { by: storedColumns.deletedAt },
  notFound: { by: storedColumns.notFoundSince },
  availability: { by: 'folded(p.availability)' },
  role: byLabel('role'),
  team: byLabel('team'),
  manager: { by: 'manager_place(p.key)' },
  reports: { by: 'p.report_count' },
  email: { by: `folded(${storedColumns.email})` },
  phone: { by: storedColumns.phone },
  // Of zones that are not known it cannot be said where they are: they come before those who have none.
  timeZone: { by: `zone_minutes(${storedColumns.timeZone})`, further: `${storedColumns.timeZone} IS NULL` },
  localTime: {
    by: `iif(p.status IN (${gone}), NULL, zone_minutes(${storedColumns.timeZone}))`,
    further: `p.status IN (${gone}) OR ${storedColumns.timeZone} IS NULL`,
  },
  username: { by: 'folded(p.username)' },
  created: { by: storedColumns.createdAt },
  changed: { by: storedColumns.updatedAt },
  fetched: { by: 'p.fetched_at' },
  id: { by: '(SELECT id FROM ids WHERE key = p.key)' },
};

export type OrdersNeeds = {
  readonly database: DatabaseSync;
  readonly findKeys: FindKeys;
  readonly managerPlaces: ManagerPlaces;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
};

export function createOrders({ database, findKeys, managerPlaces, now }: OrdersNeeds) {
  database.function('label_order', { deterministic: true }, (name) => labelOrder(String(name)));
  /** Of everybody's manager, while people are sorted by it. */
  let places: Int32Array = new Int32Array(0);
  database.function('manager_place', (person) => places[Number(person)] || null);
  const readOffsets = defineZoneMinutes(database, now);
  const first = prepareQuery(database, 'SELECT key * 8 + status FROM people ORDER BY sort_name, key LIMIT ?', [number]);
  const known = prepareQuery(database, 'SELECT count(*) FROM people', [number]);
  const texts = (sql: string) => {
    const query = prepareQuery(database, sql, [orNull(text)]);
    return () => numbersIn(query.one()[0] ?? '');
  };
  const keysOf = (which: string, order: string) =>
    texts(`SELECT group_concat(key) FROM (
      SELECT key FROM people INDEXED BY people_by_name ${which} ORDER BY ${order}
    )`);
  const ascending = keysOf('', 'sort_name');
  const namedDescending = keysOf(`WHERE sort_name < ${mark}`, 'sort_name DESC, key');
  const nameless = keysOf(`WHERE sort_name >= ${mark}`, 'sort_name');
  const statuses = texts('SELECT group_concat(key * 8 + status) FROM people');

  /** Out of the index alone, and the statuses apart: people who are read in the order of names lie all over the file. */
  const everybodyByName = (descending: boolean): Order => {
    const [packed, keys] = atOneMoment(database, () => [
      statuses(),
      descending ? [...namedDescending(), ...nameless()] : ascending(),
    ]);
    const statusOf = new Uint8Array(keyIn(packed.reduce((most, one) => Math.max(most, one), 0)) + 1);
    for (const one of packed) statusOf[keyIn(one)] = statusIn(one);
    return Int32Array.from(keys, (key) => key * 8 + (statusOf[key] ?? 0));
  };

  return {
    known: (): number => known.one()[0],
    /** The beginning of the order of everybody by name, straight from the index. */
    firstByName: (limit: number): Order => Int32Array.from(first.all(limit), ([packed]) => packed),
    compute: (narrowed: Narrowed, sort: PeopleSort): Order => {
      if (sort.by === 'name' && isOfEverybody(narrowed)) return everybodyByName(sort.descending);
      if (sort.by === 'manager') places = managerPlaces.now();
      const { from, values, order } = partsOf(narrowed, sort);
      // One text instead of a row for each person: SQLite sorts while it gathers, and a third of the time is saved.
      const all = prepareQuery(database, `SELECT group_concat(packed, ',' ORDER BY ${order}) FROM (${from})`, [
        orNull(text),
      ]);
      return numbersIn(all.one(...values)[0] ?? '');
    },
    /** The same with a pause after every so many people, all of one moment; takes half as long again. */
    *computeInParts(narrowed: Narrowed, sort: PeopleSort): Generator<undefined, Order> {
      if (sort.by === 'manager') places = yield* managerPlaces.inParts();
      const { from, values, order } = partsOf(narrowed, sort);
      const rows = prepareQuery(database, `SELECT packed FROM (${from}) ORDER BY ${order}`, [number]);
      const numbers: number[] = [];
      for (const [packed] of rows.iterate(...values)) {
        numbers.push(packed);
        if (numbers.length % peopleInPart === 0) yield;
      }
      return Int32Array.from(numbers);
    },
  };

  /** Everybody whom a filter leaves, each with what they are sorted by. */
  function partsOf(narrowed: Narrowed, { by, descending }: PeopleSort) {
    const { where, values } = whereOf(narrowed, findKeys);
    const { by: chosen, join = '', further } = sorts[by];
    readOffsets();
    return {
      from: `SELECT p.key * 8 + p.status AS packed, p.sort_name, ${chosen} AS chosen${further === undefined ? '' : `, ${further} AS further`}
        FROM people p ${join} ${where}`,
      values,
      order: `chosen ${descending ? 'DESC' : 'ASC'} NULLS LAST, ${further === undefined ? '' : 'further, '}sort_name, packed`,
    };
  }
}

/** Whether everybody is left, whatever their status. */
export function isOfEverybody({ role, team, text, countryCode }: Narrowed): boolean {
  return role === null && team === null && text.trim() === '' && countryCode === null;
}

/** The condition of a filter, with the values it takes, in their order. */
export function whereOf(
  { role, team, text, countryCode: code }: Narrowed,
  findKeys: FindKeys,
): { readonly where: string; readonly values: readonly string[] } {
  const conditions: string[] = [];
  const values: string[] = [];
  for (const [column, wanted] of [
    ['p.role', role],
    ['p.team', team],
    [countryCode, code],
  ] as const) {
    if (wanted === withoutLabel) conditions.push(`${column} IS NULL`);
    else if (wanted !== null) {
      conditions.push(`${column} = ?`);
      values.push(wanted);
    }
  }
  if (text.trim() !== '') {
    conditions.push('p.key IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(findKeys(text)));
  }
  return { where: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`, values };
}
