/** Other ways to read the organisation than the one that the app takes, for the bench alone. */
import type { DatabaseSync } from 'node:sqlite';

type Person = {
  readonly key: number;
  readonly name: string;
  readonly status: number;
  manager: Person | null;
  readonly people: Person[];
  size: number;
};

/** As one would first write it: rows, one object and one list for each person, the newest claim, and a walk that calls itself. */
export function readPlainly(database: DatabaseSync): number {
  const rows = database.prepare('SELECT key, sort_name, status FROM people').all() as unknown as {
    key: number;
    sort_name: string;
    status: number;
  }[];
  const claims = database
    .prepare(
      'SELECT manager, report FROM claims WHERE ended_at IS NULL AND manager <> report ORDER BY first_seen_at DESC',
    )
    .all() as unknown as { manager: number; report: number }[];
  const people = new Map<number, Person>(
    rows.map(({ key, sort_name: name, status }) => [key, { key, name, status, manager: null, people: [], size: 1 }]),
  );
  for (const { manager, report } of claims) {
    const [above, person] = [people.get(manager), people.get(report)];
    if (above === undefined || person === undefined || person.manager !== null) continue;
    person.manager = above;
    above.people.push(person);
  }
  const passed = new Set<Person>();
  const measure = (person: Person): number => {
    if (passed.has(person)) return 0;
    passed.add(person);
    person.size = person.people.reduce((sum, one) => sum + measure(one), 1);
    person.people.sort((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1));
    return person.size;
  };
  return [...people.values()].reduce((sum, person) => sum + (person.manager === null ? measure(person) : 0), 0);
}

/** Statements that give the same numbers. */
export function statementChoices(database: DatabaseSync): { readonly what: string; readonly ask: () => void }[] {
  const text = (sql: string) => {
    const query = database.prepare(sql);
    return () => void query.get();
  };
  const rows = database.prepare('SELECT key FROM people ORDER BY sort_name');
  rows.setReturnArrays(true);
  return [
    {
      what: 'names in order: a text out of the index, as the app does',
      ask: text('SELECT group_concat(key) FROM (SELECT key FROM people INDEXED BY people_by_name ORDER BY sort_name)'),
    },
    {
      what: 'names in order: ordered in the aggregate',
      ask: text('SELECT group_concat(key ORDER BY sort_name) FROM people'),
    },
    { what: 'names in order: a row for each', ask: () => void rows.all() },
    { what: 'statuses: a text, as the app does', ask: text('SELECT group_concat(key * 8 + status) FROM people') },
  ];
}
