/** Somebody in a row of a grid: the name, and below it what they are told apart by. */
import type { PersonCard } from '../../contract/person.ts';
import { PersonName } from '../name/person-name.tsx';
import classes from './grid.module.css';

type PersonCellProps = {
  readonly person: Pick<PersonCard, 'id' | 'name' | 'status'>;
  /** Null: nothing. */
  readonly under: string | null;
};

export function PersonCell({ person: { id, name, status }, under }: PersonCellProps) {
  return (
    <span className={classes.who}>
      {/* For its address and its name alone: the grid takes the click, and one stop of Tab is all it has. */}
      <a href={`#/user/${id}`} tabIndex={-1} draggable={false}>
        <PersonName name={name} status={status} short />
      </a>
      {under !== null && (
        <span className={classes.under} title={under}>
          {under}
        </span>
      )}
    </span>
  );
}
