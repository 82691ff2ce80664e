/** What is wrong, in a sentence whose people are links; the row's own person stands before it. */
import type { ReactNode } from 'react';
import type { PersonCard } from '../../contract/person.ts';
import type { Problem, ProblemKind } from '../../contract/problems.ts';
import { isGone, statusSentence } from '../status/status-of.ts';
import { Age, Day } from '../time/ago.tsx';
import { failureWords } from '../words/failure-words.ts';
import { count } from '../words/locale.ts';
import { contradictionWords } from '../words/record-words.ts';
import { Several, Text, Texts, Who } from './who.tsx';

type Of<K extends ProblemKind> = Extract<Problem, { kind: K }>;

const sentences: { readonly [K in ProblemKind]: (problem: Of<K>) => ReactNode } = {
  'left-behind': ({ managers, more, nearest }) => (
    <>
      Reports to <Gone managers={managers} more={more} />.{' '}
      {nearest === null ? (
        'No manager above who is there.'
      ) : (
        <>
          Nearest manager who is there: <Who card={nearest} />
        </>
      )}
    </>
  ),
  'gone-manager': ({ person, living }) => (
    <>
      {statusSentence(person)}. {living === 1 ? '1 person still reports' : `${count(living)} people still report`} to
      them
    </>
  ),
  'still-available': ({ person }) =>
    contradictionWords[isGone(person) ? 'deleted-yet-available' : 'inactive-yet-available'],
  'deleted-active': () => contradictionWords['deleted-yet-active'],
  'not-found': ({ since, listedBy, more }) => (
    <>
      Not found since <Day at={since} />
      <ListedBy people={listedBy} more={more} />
    </>
  ),
  cycle: ({ people, more }) => (
    <>
      <Several of={people} more={more} between=" → " /> → <Who card={people[0] ?? null} />
    </>
  ),
  'self-report': () => contradictionWords['reports-to-self'],
  'too-many-reports': ({ reports }) => `Lists ${count(reports)} direct reports`,
  'several-tops': ({ below }) =>
    below === 1
      ? 'Nobody lists them; 1 person is below them'
      : `Nobody lists them; ${count(below)} people are below them`,
  alone: () => 'Nobody lists them, and they list nobody',
  'several-managers': ({ managers, more }) => (
    <>
      Listed by <Several of={managers} more={more} />
    </>
  ),
  'shared-email': ({ people, more }) => <Several of={people} more={more} />,
  'shared-phone': ({ people, more }) => <Several of={people} more={more} />,
  'owned-by-another': ({ address, owner, more }) => (
    <>
      <Texts texts={[address]} more={0} /> says that it belongs to <Texts texts={[owner]} more={0} />
      {more > 0 && `, and ${count(more)} more`}
    </>
  ),
  'unverified-primary': ({ address }) => (
    <>
      <Texts texts={[address]} more={0} /> is not verified
    </>
  ),
  'unlisted-primary': ({ address }) => (
    <>
      <Texts texts={[address]} more={0} /> is not in the list of e-mails
    </>
  ),
  'deleted-without-date': () => contradictionWords['deleted-without-date'],
  'date-without-deletion': () => contradictionWords['deletion-date-yet-not-deleted'],
  unreadable: ({ fields, more }) => <Texts texts={fields} more={more} />,
  'not-an-id': ({ texts, more }) => (
    <>
      Lists <Texts texts={texts} more={more} />
    </>
  ),
  'duplicate-report': ({ ids, more }) => (
    <>
      Lists {ids.length + more === 1 ? 'one id' : `${count(ids.length + more)} ids`} more than once:{' '}
      <Several of={ids} more={more} />
    </>
  ),
  'bad-entry': ({ why, text }) => (
    <>
      <Text text={text} /> {why === 'no-id' ? 'is no user id' : 'is no user'}
    </>
  ),
  'listed-twice': ({ times }) => `Stands in the list ${count(times)} times: the first counts`,
  'list-part': ({ listed, total }) =>
    `${listed === 1 ? '1 entry' : `${count(listed)} entries`} came, ${
      total === null
        ? 'a part of all: the list names more pages, which cannot be followed'
        : `a part of ${count(total)}`
    }`,
  failed: ({ failure, at, listedBy, more }) => (
    <>
      {failureWords(failure).title}, <Age at={at} />
      <ListedBy people={listedBy} more={more} />
    </>
  ),
};

export function What({ problem }: { readonly problem: Problem }): ReactNode {
  // The table pairs each kind with a function of that very kind; the compiler cannot follow the pairing.
  return (sentences[problem.kind] as (problem: Problem) => ReactNode)(problem);
}

/** The gone manager, since when, and how many others there are. */
function Gone({ managers, more }: { readonly managers: readonly PersonCard[]; readonly more: number }) {
  const [first] = managers;
  const rest = managers.length - 1 + more;
  if (first === undefined) return 'somebody who has left';
  const status = statusSentence(first);
  return (
    <>
      <Who card={first} isPlain />, {status.charAt(0).toLowerCase()}
      {status.slice(1)}
      {rest > 0 && `, and ${rest === 1 ? 'another who has' : `${count(rest)} others who have`} left`}
    </>
  );
}

function ListedBy({ people, more }: { readonly people: readonly PersonCard[]; readonly more: number }) {
  if (people.length === 0) return null;
  return (
    <>
      {' '}
      · listed by <Several of={people} more={more} />
    </>
  );
}
