/** The plain alternative: everybody in one JSON file, read whole, nothing validated, no index. */
import { readFileSync } from 'node:fs';

type PlainUser = { readonly reportees?: unknown };
export type PlainPeople = Readonly<Record<string, PlainUser>>;

export function loadPlainly(file: string): PlainPeople {
  return JSON.parse(readFileSync(file, 'utf8')) as PlainPeople;
}

/** The person, the managers up to the top and the direct reports. */
export function openPlainly(people: PlainPeople, id: string) {
  const managers: PlainUser[] = [];
  const passed = new Set([id]);
  for (let below: string | undefined = id; below !== undefined; ) {
    const wanted: string = below;
    const manager: [string, PlainUser] | undefined = Object.entries(people).find(
      ([other, { reportees }]) => !passed.has(other) && Array.isArray(reportees) && reportees.includes(wanted),
    );
    below = manager?.[0];
    if (manager !== undefined) {
      passed.add(manager[0]);
      managers.push(manager[1]);
    }
  }
  const reportees = people[id]?.reportees;
  const reports = Array.isArray(reportees) ? reportees.map((report) => people[String(report)]) : [];
  return { user: people[id], managers, reports };
}
