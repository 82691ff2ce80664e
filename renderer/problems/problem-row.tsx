/** One problem: what kind, whom it is about, and what says so. Every row is as high; what it leaves out is counted. */
import {
  IconArrowBackUp,
  IconCloudX,
  IconCopy,
  IconListDetails,
  IconQuestionMark,
  IconRepeat,
  IconSitemap,
  IconUsersGroup,
  IconUserX,
} from '@tabler/icons-react';
import type { PersonCard } from '../../contract/person.ts';
import type { Problem, ProblemKind } from '../../contract/sync.ts';
import { OrganisationLink } from '../name/organisation-link.tsx';
import { problemWords } from '../words/sync-words.ts';
import { Evidence } from './evidence.tsx';
import classes from './problems.module.css';

const icons = {
  'list-part': IconListDetails,
  cycle: IconRepeat,
  'self-report': IconArrowBackUp,
  'duplicate-report': IconCopy,
  'not-an-id': IconQuestionMark,
  'too-many-reports': IconUsersGroup,
  'listed-twice': IconCopy,
  'bad-entry': IconQuestionMark,
  'several-managers': IconSitemap,
  'not-found': IconUserX,
  failed: IconCloudX,
} as const satisfies Record<ProblemKind, unknown>;

export function ProblemRow({ problem }: { readonly problem: Problem }) {
  const Icon = icons[problem.kind];
  const inStructure = personInStructure(problem);
  return (
    <div className={classes.row}>
      <span className={classes.sign}>
        <Icon size={18} stroke={1.7} aria-hidden="true" />
      </span>
      <div className={classes.words}>
        <p className={classes.kind}>{problemWords[problem.kind]}</p>
        <Evidence problem={problem} />
      </div>
      {inStructure !== null && <OrganisationLink id={inStructure.id} name={inStructure.name} />}
    </div>
  );
}

/** The place in the organisation of a problem about reporting lines; null: the problem is about a record. */
function personInStructure(problem: Problem): PersonCard | null {
  switch (problem.kind) {
    case 'cycle':
      return problem.people[0] ?? null;
    case 'self-report':
    case 'several-managers':
    case 'too-many-reports':
    case 'duplicate-report':
      return problem.person;
    default:
      return null;
  }
}
