/** What a problem is about: the person, or what stands for one. */
import type { Problem } from '../../contract/problems.ts';
import { count } from '../words/locale.ts';
import { Text, Who } from './who.tsx';

export function Subject({ problem }: { readonly problem: Problem }) {
  switch (problem.kind) {
    case 'cycle': {
      const people = problem.people.length + problem.more;
      return people === 2 ? '2 people' : `${count(people)} people`;
    }
    case 'shared-email':
    case 'shared-phone':
      return <Text text={problem.text} />;
    case 'bad-entry':
      return `Entry ${count(problem.entry)}`;
    case 'list-part':
      return 'The server’s list';
    case 'not-found':
    case 'failed':
      return <Who card={problem.person} id={problem.id} />;
    default:
      return <Who card={problem.person} />;
  }
}
