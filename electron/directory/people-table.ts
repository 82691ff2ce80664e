/** What a card, a sort and a search need of each person, by the newest reply. */
import type { DatabaseSync } from 'node:sqlite';
import type { Sha256, UserId } from '../../contract/ids.ts';
import type { PersonCard } from '../../contract/person.ts';
import type { Standing, User } from '../../contract/user.ts';
import type { PersonKey } from './person-ids.ts';
import type { SearchText } from './search/words.ts';
import { standingFromNumber, standingToNumber } from './standings-order.ts';
import { userFromText, userToText } from './stored-user.ts';

export type PersonBefore = {
  readonly observation: number;
  readonly fetched_at: number;
  readonly report_count: number;
  readonly reader_version: number;
  readonly search_text: string;
  readonly sha256: Sha256;
};

export type FilePerson = {
  readonly key: PersonKey;
  readonly user: User;
  readonly search: SearchText;
  readonly searchText: string;
  readonly fetchedAt: number;
  readonly observation: number;
  readonly readerVersion: number;
};

export type PeopleTable = ReturnType<typeof createPeopleTable>;

export function createPeopleTable(database: DatabaseSync) {
  const before = database.prepare(`
    SELECT p.observation, p.fetched_at, p.report_count, p.reader_version, p.search_text, o.sha256
    FROM people p JOIN observations o ON o.id = p.observation WHERE p.key = ?`);
  const seenAgain = database.prepare('UPDATE people SET fetched_at = ? WHERE key = ?');
  const markRead = database.prepare('UPDATE people SET reader_version = ? WHERE key = ?');
  const put = database.prepare(`
    INSERT INTO people (key, standing, sort_name, name, username, email, availability, role, team, picture_url,
      report_count, fetched_at, observation, reader_version, search_text)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET (standing, sort_name, name, username, email, availability, role, team, picture_url,
      report_count, fetched_at, observation, reader_version, search_text) =
      (excluded.standing, excluded.sort_name, excluded.name, excluded.username, excluded.email, excluded.availability,
      excluded.role, excluded.team, excluded.picture_url, excluded.report_count, excluded.fetched_at,
      excluded.observation, excluded.reader_version, excluded.search_text)`);
  const putReading = database.prepare(`
    INSERT INTO readings (person, user) VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET user = excluded.user`);
  const reading = database.prepare(`
    SELECT r.user, p.fetched_at, p.reader_version FROM people p JOIN readings r ON r.person = p.key WHERE p.key = ?`);
  const outdated = database.prepare('SELECT key FROM people WHERE reader_version <> ? LIMIT ?');
  const counted = database.prepare('SELECT standing, count(*) AS people FROM people GROUP BY standing');

  const cards = (which: string) => database.prepare(`SELECT ${cardColumns} FROM ${which}`);
  // All in one statement: half the time of one for each.
  const cardsOfIds = cards(`json_each(?) wanted CROSS JOIN ids i ON i.id = wanted.value
    CROSS JOIN people p ON p.key = i.key ${cardJoins}`);
  const cardsOfKeys = database.prepare(`SELECT p.key, ${cardColumns} FROM json_each(?) wanted
    CROSS JOIN people p ON p.key = wanted.value CROSS JOIN ids i ON i.key = p.key ${cardJoins}`);
  // Asked with every key that is pressed: arrays come a fifth faster than objects.
  cardsOfKeys.setReturnArrays(true);
  const cardOfKey = cards(`people p JOIN ids i ON i.key = p.key ${cardJoins} WHERE p.key = ?`);
  const window = 'ORDER BY sort_name, key LIMIT ? OFFSET ?';
  const listAll = cards(`(SELECT key FROM people ${window}) w ${windowJoins}`);
  const listOne = cards(`(SELECT key FROM people WHERE standing = ? ${window}) w ${windowJoins}`);

  return {
    /** What was stored of a person, for comparing with what came; null for one who is not. */
    before: (key: PersonKey): PersonBefore | null => (before.get(key) as PersonBefore | undefined) ?? null,
    seenAgain: (key: PersonKey, at: number): void => {
      seenAgain.run(at, key);
    },
    markRead: (key: PersonKey, readerVersion: number): void => {
      markRead.run(readerVersion, key);
    },
    put: ({ key, user, search, searchText, fetchedAt, observation, readerVersion }: FilePerson): void => {
      const email = user.emails.find(({ isPrimary }) => isPrimary) ?? user.emails[0];
      put.run(
        key,
        standingToNumber(user.standing),
        search.sortName,
        user.name,
        user.username,
        email?.address ?? null,
        user.availability,
        user.role,
        user.team,
        user.profileImageUrl,
        user.reports.length,
        fetchedAt,
        observation,
        readerVersion,
        searchText,
      );
      putReading.run(key, userToText(user));
    },
    reading: (key: PersonKey): { user: User; fetchedAt: number; readerVersion: number } | null => {
      const row = reading.get(key) as { user: string; fetched_at: number; reader_version: number } | undefined;
      if (row === undefined) return null;
      return { user: userFromText(row.user), fetchedAt: row.fetched_at, readerVersion: row.reader_version };
    },
    /** People read by another version of the reader, at most `limit`. */
    readOtherwise: (readerVersion: number, limit: number): PersonKey[] =>
      (outdated.all(readerVersion, limit) as { key: number }[]).map(({ key }) => key),
    counts: (): Record<Standing, number> => {
      const counts = { active: 0, inactive: 0, deleted: 0, unknown: 0 };
      for (const row of counted.all() as { standing: number; people: number }[]) {
        counts[standingFromNumber(row.standing)] = row.people;
      }
      return counts;
    },
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
    list: (standing: Standing | null, offset: number, limit: number): PersonCard[] => {
      const rows =
        standing === null ? listAll.all(limit, offset) : listOne.all(standingToNumber(standing), limit, offset);
      return (rows as CardRow[]).map(toCard);
    },
  };
}

type CardRow = {
  readonly id: UserId;
  readonly name: string;
  readonly username: string | null;
  readonly email: string | null;
  readonly standing: number;
  readonly availability: string | null;
  readonly role: string | null;
  readonly role_name: string | null;
  readonly team: string | null;
  readonly team_name: string | null;
  readonly picture: Sha256 | null;
  readonly report_count: number;
  readonly fetched_at: number;
};

type CardArray = [
  key: number,
  id: UserId,
  name: string,
  username: string | null,
  email: string | null,
  standing: number,
  availability: string | null,
  role: string | null,
  team: string | null,
  reportCount: number,
  fetchedAt: number,
  roleName: string | null,
  teamName: string | null,
  picture: Sha256 | null,
];

const cardColumns = `i.id, p.name, p.username, p.email, p.standing, p.availability, p.role, p.team, p.report_count,
  p.fetched_at, r.name AS role_name, t.name AS team_name, picture.sha256 AS picture`;
const cardJoins = `
  LEFT JOIN labels r ON r.kind = 'role' AND r.id = p.role
  LEFT JOIN labels t ON t.kind = 'team' AND t.id = p.team
  LEFT JOIN pictures picture ON picture.url = p.picture_url`;
// CROSS JOIN keeps SQLite from walking the tables in another order than the window's.
const windowJoins = `CROSS JOIN people p ON p.key = w.key CROSS JOIN ids i ON i.key = w.key ${cardJoins}`;

function fromArray([
  id,
  name,
  username,
  email,
  standing,
  availability,
  role,
  team,
  report_count,
  fetched_at,
  role_name,
  team_name,
  picture,
]: CardArray extends [number, ...infer Row] ? Row : never): PersonCard {
  return toCard({
    id,
    name,
    username,
    email,
    standing,
    availability,
    role,
    role_name,
    team,
    team_name,
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
    email: row.email,
    standing: standingFromNumber(row.standing),
    availability: row.availability,
    role: row.role === null ? null : { id: row.role, name: row.role_name },
    team: row.team === null ? null : { id: row.team, name: row.team_name },
    picture: row.picture,
    reportCount: row.report_count,
    fetchedAt: row.fetched_at,
  };
}
