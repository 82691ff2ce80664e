/** The people a problem is about, and those who show it. Pure. */
import type { UserId } from '../../contract/ids.ts';
import type { PersonCard } from '../../contract/person.ts';
import type { Problem } from '../../contract/problems.ts';
import { count } from '../words/locale.ts';

/** The people in whose records it lies, as far as they are named; of somebody who is not stored nobody. */
export function peopleOf(problem: Problem): readonly PersonCard[] {
  if ('people' in problem) return problem.people;
  return 'person' in problem && problem.person !== null ? [problem.person] : [];
}

/** Who is opened from its row; null: nobody. */
export function opensOf(problem: Problem): UserId | null {
  return peopleOf(problem)[0]?.id ?? ('id' in problem ? problem.id : null);
}

/** What is found where letters are typed; null: the row is of nobody. */
export function nameOf(problem: Problem): string | null {
  return peopleOf(problem)[0]?.name ?? null;
}

/** The address that a mail about it goes to, as far as that is one; null: there is none. */
export function addressOf(problem: Problem): string | null {
  return peopleOf(problem)[0]?.email ?? null;
}

/** What it is about, in plain text: for a title or a menu. */
export function subjectText(problem: Problem): string {
  switch (problem.kind) {
    case 'cycle':
      return problem.people.map(({ name }) => name).join(' → ');
    case 'shared-email':
    case 'shared-phone':
      return problem.text;
    case 'bad-entry':
      return `Entry ${count(problem.entry)}`;
    case 'list-part':
      return 'The server’s list';
    default:
      return nameOf(problem) ?? ('id' in problem ? problem.id : '');
  }
}
