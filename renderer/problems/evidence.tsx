/** What a problem is known from, as a sentence whose people are links. */
import { Fragment, type ReactNode } from 'react';
import type { UserId } from '../../contract/ids.ts';
import type { PersonCard } from '../../contract/person.ts';
import type { Problem, ProblemKind } from '../../contract/sync.ts';
import { PersonLink } from '../name/person-link.tsx';
import { PersonName } from '../name/person-name.tsx';
import { shortId } from '../name/short-id.ts';
import { GoneMark } from '../status/gone-mark.tsx';
import { Age, Since } from '../time/ago.tsx';
import { failureWords } from '../words/failure-words.ts';
import { count } from '../words/locale.ts';
import classes from './problems.module.css';

type Of<K extends ProblemKind> = Extract<Problem, { kind: K }>;

/** More than these are counted, not named: a row has room for no more. */
const shown = 3;

const sentences: { readonly [K in ProblemKind]: (problem: Of<K>) => ReactNode } = {
  'list-part': ({ listed, total }) => (
    <>
      {listed === 1 ? '1 entry' : `${count(listed)} entries`} came,{' '}
      {total === null ? 'a part of all: it names more pages, which cannot be followed' : `a part of ${count(total)}`} ·
      the others are fetched from report to report
    </>
  ),
  cycle: ({ people, more }) => (
    <>
      <Several of={people} more={more} between=" → " /> → <Person card={people[0]} />: each lists the next as a direct
      report
    </>
  ),
  'self-report': ({ person }) => (
    <>
      <Person card={person} /> is in their own list of direct reports
    </>
  ),
  'duplicate-report': ({ person, ids, more }) => (
    <>
      <Person card={person} /> lists {ids.length + more === 1 ? 'one id' : `${count(ids.length + more)} ids`} more than
      once: <Several of={ids} more={more} />
    </>
  ),
  'not-an-id': ({ person, texts, more }) => (
    <>
      <Person card={person} /> lists <Texts texts={texts} more={more} />
    </>
  ),
  'too-many-reports': ({ person, reports }) => (
    <>
      <Person card={person} /> lists {count(reports)}
    </>
  ),
  'listed-twice': ({ person, times }) => (
    <>
      <Person card={person} /> stands in the list {count(times)} times: the first counts
    </>
  ),
  'bad-entry': ({ entry, why, text }) => (
    <>
      Entry {count(entry)}:{' '}
      <bdi className={classes.text} title={text}>
        {text}
      </bdi>{' '}
      {why === 'no-id' ? 'is no user id' : 'is no user'}
    </>
  ),
  'several-managers': ({ person, managers }) => (
    <>
      <Person card={person} /> is listed by <Several of={managers} />
    </>
  ),
  'not-found': ({ id, person, since, listedBy }) => (
    <>
      <Person card={person} id={id} /> · not found since <Since at={since} />, <Age at={since} />
      <ListedBy people={listedBy} />
    </>
  ),
  failed: ({ id, person, failure, at, listedBy }) => (
    <>
      <Person card={person} id={id} /> · {failureWords(failure).title}, <Age at={at} />
      <ListedBy people={listedBy} />
    </>
  ),
};

export function Evidence({ problem }: { readonly problem: Problem }) {
  // The table pairs each kind with a function of that very kind; the compiler cannot follow the pairing.
  const sentence = sentences[problem.kind] as (problem: Problem) => ReactNode;
  return <p className={classes.evidence}>{sentence(problem)}</p>;
}

function Person({ card, id }: { readonly card: PersonCard | null | undefined; readonly id?: UserId }) {
  const known = card?.id ?? id;
  if (known === undefined) return null;
  return (
    <PersonLink id={known} className={classes.person}>
      {card ? <PersonName name={card.name} status={card.status} short /> : <bdi title={known}>{shortId(known)}</bdi>}
      {card && <GoneMark of={card} brief />}
    </PersonLink>
  );
}

type SeveralProps = {
  readonly of: readonly (PersonCard | UserId)[];
  /** How many are not among them. */
  readonly more?: number;
  readonly between?: string;
};

function Several({ of, more = 0, between = ', ' }: SeveralProps) {
  const rest = of.length + more - shown;
  return (
    <>
      {of.slice(0, shown).map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same person may come twice, and the list never changes
        <Fragment key={index}>
          {index > 0 && between}
          {typeof one === 'string' ? <Person card={null} id={one} /> : <Person card={one} />}
        </Fragment>
      ))}
      {rest > 0 && `${between}${count(rest)} more`}
    </>
  );
}

function Texts({ texts, more }: { readonly texts: readonly string[]; readonly more: number }) {
  const rest = texts.length + more - shown;
  return (
    <>
      {texts.slice(0, shown).map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same text may come twice, and the list never changes
        <Fragment key={index}>
          {index > 0 && ', '}“
          <bdi className={classes.text} title={text}>
            {text}
          </bdi>
          ”
        </Fragment>
      ))}
      {rest > 0 && ` and ${count(rest)} more`}
    </>
  );
}

function ListedBy({ people }: { readonly people: readonly PersonCard[] }) {
  if (people.length === 0) return null;
  return (
    <>
      {' '}
      · listed by <Several of={people} />
    </>
  );
}
