/** A person in one row: who, what, where to write, and how they stand. The whole row opens them. */
import type { PersonCard } from '../../contract/person.ts';
import { labelText } from '../name/label-text.ts';
import { PersonLink } from '../name/person-link.tsx';
import { PersonName } from '../name/person-name.tsx';
import { PersonPicture } from '../picture/person-picture.tsx';
import { StatusBadge } from '../status/status-badge.tsx';
import { count } from '../words/locale.ts';
import classes from './person-row.module.css';

export function PersonRow({ card }: { readonly card: PersonCard }) {
  const { role, team } = card;
  const facts = [role && labelText(role, 'role'), team && labelText(team, 'team')].filter(Boolean).join(' · ');
  const line = facts || (card.username === null ? card.id : `@${card.username}`);
  return (
    <PersonLink id={card.id} className={classes.row}>
      <PersonPicture id={card.id} name={card.name} picture={card.picture} size={36} />
      <span className={classes.who}>
        <PersonName name={card.name} status={card.status} short />
        <span className={classes.line} title={line}>
          <bdi>{line}</bdi>
        </span>
      </span>
      <span className={classes.mail} title={card.email ?? undefined}>
        {card.email !== null && <bdi>{card.email}</bdi>}
      </span>
      <span className={classes.reportCount}>
        {card.reportCount > 0 && `${count(card.reportCount)} ${card.reportCount === 1 ? 'report' : 'reports'}`}
      </span>
      <span className={classes.status}>
        <StatusBadge of={card} />
      </span>
    </PersonLink>
  );
}

/** Keeps the place of a row that is on its way. */
export function RowSkeleton() {
  return (
    <span className={classes.row} aria-hidden="true">
      <span className={classes.skeletonPicture} />
      <span className={classes.who}>
        <span className={classes.skeletonLine} data-width="name" />
        <span className={classes.skeletonLine} data-width="line" />
      </span>
    </span>
  );
}
