/** A person in one line, as every list shows them, out of the table of people and what stands beside it. */
import type { DatabaseSync } from 'node:sqlite';
import type { UserId } from '../../contract/ids.ts';
import type { Label, PersonCard } from '../../contract/person.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { statusFromNumber } from '../sqlite/status-order.ts';
import { number, orNull, prepareQuery, sha256, text, userId } from '../sqlite/typed-query.ts';
import { boundedCard } from './bounded-card.ts';

// A name or a list of addresses may be very long; a card has room for their beginning.
const cardColumns = `p.key, i.id, substr(p.name, 1, 1000), p.username, substr(p.emails, 1, 1000), p.status, p.deleted_at, p.not_found_since, p.availability,
  p.role, p.team, p.report_count, p.fetched_at, r.name, lr.name, t.name, lt.name, picture.sha256`;
const cardJoins = `
  LEFT JOIN labels r ON r.kind = 'role' AND r.id = p.role
  LEFT JOIN local_labels lr ON lr.kind = 'role' AND lr.id = p.role
  LEFT JOIN labels t ON t.kind = 'team' AND t.id = p.team
  LEFT JOIN local_labels lt ON lt.kind = 'team' AND lt.id = p.team
  LEFT JOIN pictures picture ON picture.url = p.picture_url`;

const label = orNull(text);
/** As `cardColumns` has them. */
const cardKinds = [
  number, // key
  userId,
  text, // name
  orNull(text), // username
  orNull(text), // emails
  number, // status
  orNull(number), // deletedAt
  orNull(number), // notFoundSince
  orNull(text), // availability
  label, // role
  label, // team
  number, // reportCount
  number, // fetchedAt
  label, // roleName
  label, // ownRoleName
  label, // teamName
  label, // ownTeamName
  orNull(sha256), // picture
] as const;
type CardRow = ReturnType<ReturnType<typeof prepareQuery<typeof cardKinds>>['one']>;

export function createCards(database: DatabaseSync) {
  // Asked with every key that is pressed: arrays come a fifth faster than objects.
  const cards = (which: string) => prepareQuery(database, `SELECT ${cardColumns} FROM ${which}`, cardKinds);
  // All in one statement: half the time of one for each.
  const cardsOfIds = cards(`json_each(?) wanted CROSS JOIN ids i ON i.id = wanted.value
    CROSS JOIN people p ON p.key = i.key ${cardJoins}`);
  const cardsOfKeys = cards(`json_each(?) wanted
    CROSS JOIN people p ON p.key = wanted.value CROSS JOIN ids i ON i.key = p.key ${cardJoins}`);
  const cardOfKey = cards(`people p JOIN ids i ON i.key = p.key ${cardJoins} WHERE p.key = ?`);

  return {
    /** Cards of those who are stored, in the order asked. */
    cardsOfIds: (wanted: readonly UserId[]): PersonCard[] => cardsOfIds.all(JSON.stringify(wanted)).map(toCard),
    /** The same by key. */
    cardsOfKeys: (wanted: readonly PersonKey[]): Map<PersonKey, PersonCard> =>
      new Map(cardsOfKeys.all(JSON.stringify(wanted)).map((row) => [row[0], toCard(row)])),
    cardOfKey: (key: PersonKey): PersonCard | null => {
      const row = cardOfKey.get(key);
      return row === undefined ? null : toCard(row);
    },
  };
}

function toCard(row: CardRow): PersonCard {
  const [_key, id, name, username, emails, status, deletedAt, notFoundSince, ...others] = row;
  const [availability, role, team, reportCount, fetchedAt, ...named] = others;
  const [roleName, ownRoleName, teamName, ownTeamName, picture] = named;
  return boundedCard({
    id,
    name,
    username,
    email: fromLines(emails)[0] ?? null,
    status: statusFromNumber(status),
    deletedAt,
    notFoundSince,
    availability,
    role: toLabel(role, roleName, ownRoleName),
    team: toLabel(team, teamName, ownTeamName),
    picture,
    reportCount,
    fetchedAt,
  });
}

/** The server's name goes before the one given on this computer. */
export function toLabel(id: string | null, served: string | null, own: string | null): Label | null {
  if (id === null) return null;
  const namedBy = served !== null ? 'server' : own !== null ? 'person' : null;
  return { id, name: served ?? own, namedBy };
}

/** What `lines` of the table of people put together. */
export function fromLines(stored: string | null): string[] {
  return stored === null ? [] : stored.split('\n');
}
