/** What is said of people who match a text, by status. Pure. */
import type { Status } from '../../contract/user.ts';
import { count } from './locale.ts';

const kinds: { readonly [S in Status]: readonly [one: string, several: string] } = {
  active: ['active person', 'active people'],
  inactive: ['inactive person', 'inactive people'],
  deleted: ['deleted person', 'deleted people'],
  'not-found': ['person who is not found', 'people who are not found'],
  unknown: ['person of unknown status', 'people of unknown status'],
};

/** "3 active people", "1 person who is not found"; "1,000+ active people" where there may be more. */
export function peopleWords(status: Status, people: number, more = false): string {
  return `${count(people)}${more ? '+' : ''} ${kinds[status][people === 1 && !more ? 0 : 1]}`;
}

/** "3 active people match". `isRecent`: those who were opened last are listed, and no text is looked for. */
export function hiddenWords(status: Status, people: number, { more = false, isRecent = false } = {}): string {
  const isOne = people === 1 && !more;
  const verb = isRecent ? (isOne ? 'was opened lately' : 'were opened lately') : isOne ? 'matches' : 'match';
  return `${peopleWords(status, people, more)} ${verb}`;
}

/** "No deleted person", "No person who is not found". */
export function nobodyWords(status: Status): string {
  return `No ${kinds[status][0]}`;
}
