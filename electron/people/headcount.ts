/** How many people have each team, role, status or country code of their number: the largest first. */
import type { DatabaseSync } from 'node:sqlite';
import { cardBounds, longestWord, mostHeadcounts } from '../../contract/bounds.ts';
import { withoutLabel } from '../../contract/people-view.ts';
import type { Headcount, HeadcountAsked, HeadcountBy } from '../../contract/table.ts';
import { countryCodeIn } from '../phone/country-code.ts';
import { shortened } from '../reading/read-notes.ts';
import { statusFromNumber } from '../sqlite/status-order.ts';
import { number, orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import { labelOrder } from './label-order.ts';
import type { Narrowing } from './narrowing.ts';
import { countryCode, labelName } from './stored-columns.ts';

type Counted = { readonly value: string | number; readonly name: string | null; readonly people: number };

const columns: { readonly [B in HeadcountBy]: { readonly value: string; readonly name: string } } = {
  team: { value: 'p.team', name: labelName('team', 'had.value') },
  role: { value: 'p.role', name: labelName('role', 'had.value') },
  status: { value: 'p.status', name: 'NULL' },
  countryCode: { value: countryCode, name: 'NULL' },
};

/** To be called before a statement that has `countryCode` in it. */
export function defineCountryCode(database: DatabaseSync): void {
  database.function('country_code', { deterministic: true }, (phone) =>
    phone === null ? null : countryCodeIn(String(phone)),
  );
}

export function createHeadcount(database: DatabaseSync, narrowing: Narrowing) {
  return ({ filter, by }: HeadcountAsked): Headcount => {
    const { where, values } = narrowing({ ...filter, [by]: null });
    const { value, name } = columns[by];
    const isStatus = by === 'status';
    const counts = prepareQuery(
      database,
      `SELECT had.value, ${name}, had.people FROM (
        SELECT ${isStatus ? value : `coalesce(${value}, '${withoutLabel}')`} AS value, count(*) AS people
        FROM people p ${where} GROUP BY 1
      ) had`,
      [isStatus ? number : text, orNull(text), number],
    );
    const all = counts.all(...values).map(([had, called, people]): Counted => ({ value: had, name: called, people }));
    const order = (one: Counted) => labelOrder(one.name ?? String(one.value));
    const rows = all
      .map((one) => ({ one, order: order(one) }))
      .sort((a, b) => b.one.people - a.one.people || (a.order < b.order ? -1 : 1))
      // What is longer is no value that a filter takes, and of the past: an older reader may have stored it.
      .filter(({ one: { value: had } }) => typeof had === 'number' || had.length <= longestWord)
      .slice(0, mostHeadcounts)
      .map(({ one: { value: had, name: called, people } }) => ({
        value: typeof had === 'number' ? statusFromNumber(had) : had,
        name: called === null ? null : shortened(called, cardBounds.label),
        people,
      }));
    const peopleIn = (some: readonly { readonly people: number }[]) =>
      some.reduce((sum, { people }) => sum + people, 0);
    return {
      rows,
      people: peopleIn(all),
      more: { values: all.length - rows.length, people: peopleIn(all) - peopleIn(rows) },
    };
  };
}
