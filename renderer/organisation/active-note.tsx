/** About the active person, in full: what a row of the tree has no room for. Its place is kept. */
import type { ReactNode } from 'react';
import type { Member, Named } from '../../contract/organisation.ts';
import type { Page } from '../../contract/shown-page.ts';
import { PersonName } from '../name/person-name.tsx';
import { shortId } from '../name/short-id.ts';
import { Age } from '../time/ago.tsx';
import { count } from '../words/locale.ts';
import classes from './organisation.module.css';
import { countWords, memberName, whoWords } from './row-words.ts';
import { StepLink } from './step-link.tsx';
import { useOrganisation } from './use-organisation.ts';

type AtPage = Extract<Page, { view: 'organisation' }>;

export function ActiveNote({ page }: { readonly page: AtPage }) {
  const data = useOrganisation((state) => state.active?.data);
  const missing = useOrganisation((state) => state.missing);
  const member = data?.kind === 'member' ? data.member : null;
  return (
    <div className={classes.note}>
      {/* Also where there is no room for the view, which says more. */}
      <div role="status">
        {missing !== null && (
          <p className={classes.noteOdd}>
            <bdi title={missing}>{shortId(missing)}</bdi>{' '}
            {page.asOf === undefined ? 'is not in the organisation.' : 'was not known then.'}
          </p>
        )}
      </div>
      {member !== null && (
        <>
          <p className={classes.noteName}>
            <PersonName name={memberName(member)} status={member.card?.status ?? 'unknown'} short />
          </p>
          <p className={classes.noteWords}>{noteWords(member)}</p>
          <Notes member={member} page={page} />
        </>
      )}
    </div>
  );
}

function noteWords(member: Member): string {
  const { direct, below } = member;
  return [
    ...whoWords(member),
    ...(direct > 0 && direct < below ? [`${count(direct)} direct`] : []),
    ...countWords(member),
  ].join(' · ');
}

/** What is odd about where somebody stands, with links to the people it is about. */
function Notes({ member, page }: { readonly member: Member; readonly page: AtPage }) {
  const { circle, otherManagers, moreManagers, nearestThere, listsThemselves } = member;
  const to = (named: Named): ReactNode => <StepLink page={page} to={named} />;
  return (
    <>
      {circle !== null && (
        <p className={classes.noteOdd}>
          In a circle:{' '}
          {circle.people.map((named) => (
            <span key={named.id}>{to(named)} → </span>
          ))}
          {circle.more > 0 && `${count(circle.more)} more → `}
          {circle.people[0] && to(circle.people[0])}
        </p>
      )}
      {otherManagers.map(({ manager, seenAt }) => (
        <p key={manager.id} className={classes.noteOdd}>
          Second manager: {to(manager)}, seen <Age at={seenAt} />
        </p>
      ))}
      {moreManagers > 0 && <p className={classes.noteOdd}>{count(moreManagers)} more list this person.</p>}
      {listsThemselves && <p className={classes.noteOdd}>Lists themselves as a direct report.</p>}
      {nearestThere !== null && <p className={classes.noteOdd}>Nearest manager who is there: {to(nearestThere)}</p>}
    </>
  );
}
