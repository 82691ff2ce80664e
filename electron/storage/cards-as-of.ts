/**
 * People in one line as they were at a moment of the past. Of those whose newest reply had come by then the table of people
 * has it; of everybody else the reply of then is read.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { PersonCard } from '../../contract/person.ts';
import type { User } from '../../contract/user.ts';
import { addressesWithin } from '../email/read-addresses.ts';
import { shownStatus } from '../reading/status.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { recordStatusFromNumber } from '../sqlite/status-order.ts';
import { number, orNull, prepareQuery, sha256, text, userId } from '../sqlite/typed-query.ts';
import { boundedCard } from './bounded-card.ts';
import { toLabel } from './cards.ts';
import { carriedOf } from './carried.ts';
import { notFoundAsOf, observationAsOf, seenAsOf } from './people-as-of.ts';
import type { PeopleTable } from './people-table.ts';
import type { Reader } from './reader.ts';
import { wholeReply } from './reply-content.ts';

export type CardsAsOfNeeds = {
  readonly database: DatabaseSync;
  readonly people: Pick<PeopleTable, 'cardsOfKeys'>;
  readonly reader: Reader;
};

/** Those who were known at a moment, in milliseconds since 1970-01-01T00:00Z. Throws SQLite's errors. */
export type CardsAsOf = (at: number, keys: readonly PersonKey[]) => Map<PersonKey, PersonCard>;

type Then = { readonly id: PersonCard['id'] } & Pick<PersonCard, 'status' | 'notFoundSince' | 'fetchedAt'>;

export function createCardsAsOf({ database, people, reader }: CardsAsOfNeeds): CardsAsOf {
  const known = prepareQuery(
    database,
    `SELECT p.key, i.id, o.id, o.id = p.observation, o.status, ${seenAsOf('p.fetched_at', '?1')},
      (SELECT max(since) FROM not_found WHERE person = p.key AND ${notFoundAsOf('?1')})
    FROM json_each(?2) wanted CROSS JOIN people p ON p.key = wanted.value CROSS JOIN ids i ON i.key = p.key
    CROSS JOIN observations o ON o.id = ${observationAsOf('p.key', '?1')}`,
    [number, userId, number, number, number, number, orNull(number)],
  );
  const reply = prepareQuery(database, 'SELECT text, carried FROM observations WHERE id = ?', [text, orNull(text)]);
  const names = prepareQuery(
    database,
    `SELECT (SELECT name FROM labels WHERE kind = 'role' AND id = ?1), (SELECT name FROM local_labels WHERE kind = 'role' AND id = ?1),
      (SELECT name FROM labels WHERE kind = 'team' AND id = ?2), (SELECT name FROM local_labels WHERE kind = 'team' AND id = ?2),
      (SELECT sha256 FROM pictures WHERE url = ?3)`,
    [orNull(text), orNull(text), orNull(text), orNull(text), orNull(sha256)],
  );

  const cardOf = (user: User, then: Then): PersonCard => {
    const [role, ownRole, team, ownTeam, picture] = names.one(user.role, user.team, user.profileImageUrl);
    const { name, username, emails, deletedAt, availability, reports } = user;
    return boundedCard({
      ...{ ...then, name, username, deletedAt, availability, picture },
      email: emails.flatMap(({ address }) => addressesWithin(address))[0] ?? null,
      role: toLabel(user.role, role, ownRole),
      team: toLabel(user.team, team, ownTeam),
      reportCount: reports.length,
    });
  };

  return (at, keys) => {
    const cards = new Map<PersonKey, PersonCard>();
    const now = people.cardsOfKeys(keys);
    for (const [key, id, observation, isNewest, code, fetchedAt, notFoundSince] of known.all(
      at,
      JSON.stringify(keys),
    )) {
      const then = { id, fetchedAt, notFoundSince, status: shownStatus(recordStatusFromNumber(code), notFoundSince) };
      const [stored, carried] = isNewest === 1 ? [] : reply.one(observation);
      const read = stored === undefined ? null : reader.read(wholeReply(stored, carriedOf(carried ?? null)), id);
      const shown = now.get(key);
      // A reply that cannot be read any more says no name: the one of today stands in for it.
      if (read?.ok === true) cards.set(key, cardOf(read.value, then));
      else if (shown !== undefined) cards.set(key, { ...shown, ...then });
    }
    return cards;
  };
}
