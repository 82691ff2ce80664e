/** A person in one line, as every list shows them, out of the table of people and what stands beside it. */
import type { DatabaseSync } from 'node:sqlite';
import type { Sha256, UserId } from '../../contract/ids.ts';
import type { Label, PersonCard } from '../../contract/person.ts';
import type { PersonKey } from './person-ids.ts';
import { standingFromNumber } from './standings-order.ts';

export function createCards(database: DatabaseSync) {
  const cards = (which: string) => database.prepare(`SELECT ${cardColumns} FROM ${which}`);
  // All in one statement: half the time of one for each.
  const cardsOfIds = cards(`json_each(?) wanted CROSS JOIN ids i ON i.id = wanted.value
    CROSS JOIN people p ON p.key = i.key ${cardJoins}`);
  const cardsOfKeys = database.prepare(`SELECT p.key, ${cardColumns} FROM json_each(?) wanted
    CROSS JOIN people p ON p.key = wanted.value CROSS JOIN ids i ON i.key = p.key ${cardJoins}`);
  // Asked with every key that is pressed: arrays come a fifth faster than objects.
  cardsOfKeys.setReturnArrays(true);
  const cardOfKey = cards(`people p JOIN ids i ON i.key = p.key ${cardJoins} WHERE p.key = ?`);

  return {
    /** Cards of those who are stored, in the order asked. */
    cardsOfIds: (wanted: readonly UserId[]): PersonCard[] =>
      (cardsOfIds.all(JSON.stringify(wanted)) as CardRow[]).map(toCard),
    /** The same by key. */
    cardsOfKeys: (wanted: readonly PersonKey[]): Map<PersonKey, PersonCard> =>
      new Map(
        (cardsOfKeys.all(JSON.stringify(wanted)) as unknown as CardArray[]).map(([key, ...row]) => [
          key,
          fromArray(row),
        ]),
      ),
    cardOfKey: (key: PersonKey): PersonCard | null => {
      const row = cardOfKey.get(key) as CardRow | undefined;
      return row === undefined ? null : toCard(row);
    },
  };
}

type CardRow = {
  readonly id: UserId;
  readonly name: string;
  readonly username: string | null;
  readonly emails: string | null;
  readonly standing: number;
  readonly availability: string | null;
  readonly role: string | null;
  readonly role_name: string | null;
  readonly own_role_name: string | null;
  readonly team: string | null;
  readonly team_name: string | null;
  readonly own_team_name: string | null;
  readonly picture: Sha256 | null;
  readonly report_count: number;
  readonly fetched_at: number;
};

type CardArray = [
  key: number,
  id: UserId,
  name: string,
  username: string | null,
  emails: string | null,
  standing: number,
  availability: string | null,
  role: string | null,
  team: string | null,
  reportCount: number,
  fetchedAt: number,
  roleName: string | null,
  ownRoleName: string | null,
  teamName: string | null,
  ownTeamName: string | null,
  picture: Sha256 | null,
];

const cardColumns = `i.id, p.name, p.username, p.emails, p.standing, p.availability, p.role, p.team, p.report_count,
  p.fetched_at, r.name AS role_name, lr.name AS own_role_name, t.name AS team_name, lt.name AS own_team_name,
  picture.sha256 AS picture`;
const cardJoins = `
  LEFT JOIN labels r ON r.kind = 'role' AND r.id = p.role
  LEFT JOIN local_labels lr ON lr.kind = 'role' AND lr.id = p.role
  LEFT JOIN labels t ON t.kind = 'team' AND t.id = p.team
  LEFT JOIN local_labels lt ON lt.kind = 'team' AND lt.id = p.team
  LEFT JOIN pictures picture ON picture.url = p.picture_url`;

function fromArray([
  id,
  name,
  username,
  emails,
  standing,
  availability,
  role,
  team,
  report_count,
  fetched_at,
  role_name,
  own_role_name,
  team_name,
  own_team_name,
  picture,
]: CardArray extends [number, ...infer Row] ? Row : never): PersonCard {
  return toCard({
    id,
    name,
    username,
    emails,
    standing,
    availability,
    role,
    role_name,
    own_role_name,
    team,
    team_name,
    own_team_name,
    picture,
    report_count,
    fetched_at,
  });
}

function toCard(row: CardRow): PersonCard {
  return {
    id: row.id,
    name: row.name,
    username: row.username,
    email: fromLines(row.emails)[0] ?? null,
    standing: standingFromNumber(row.standing),
    availability: row.availability,
    role: toLabel(row.role, row.role_name, row.own_role_name),
    team: toLabel(row.team, row.team_name, row.own_team_name),
    picture: row.picture,
    reportCount: row.report_count,
    fetchedAt: row.fetched_at,
  };
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
