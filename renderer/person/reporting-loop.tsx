/** Names the circle in which the person stands, on the pages of its members alone. */
import { IconRefreshAlert } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { PersonCard, PersonPage } from '../../contract/person.ts';
import { PersonLink } from '../name/person-link.tsx';
import { PersonName } from '../name/person-name.tsx';
import { count } from '../words/locale.ts';
import { shownSteps } from './line-end.tsx';
import classes from './lines.module.css';

export function ReportingLoop({ page: { card, lines, loop } }: { readonly page: PersonPage }) {
  if (loop === null) return null;
  // A link to each, once: who stands in a line above has one there.
  const linked = new Set([card, ...lines.flatMap(shownSteps)].map(({ id }) => id));
  return (
    <p className={classes.loop}>
      <IconRefreshAlert size={14} stroke={1.8} aria-hidden="true" />
      <span>
        These people report to each other in a circle:{' '}
        {loop.people.map((member) => (
          <Fragment key={member.id}>
            <Member card={member} isLinked={!linked.has(member.id)} /> →{' '}
          </Fragment>
        ))}
        {loop.more > 0 && `${count(loop.more)} more → `}
        <Member card={card} isLinked={false} />
      </span>
    </p>
  );
}

function Member({ card, isLinked }: { readonly card: PersonCard; readonly isLinked: boolean }) {
  const name = <PersonName name={card.name} status={card.status} />;
  return isLinked ? <PersonLink id={card.id}>{name}</PersonLink> : name;
}
