/** Since when somebody is deleted or not found: the date, and how long ago that is. */
import { IconUserX } from '@tabler/icons-react';
import { Age, Ago, Day, Since } from '../time/ago.tsx';
import classes from './status.module.css';
import { noDate, type StatusOf } from './status-of.ts';

type StatusSinceProps = {
  readonly of: StatusOf;
  /** Stands below the word instead of behind it. */
  readonly below?: boolean;
  /** The date alone, with the rest in the tooltip. */
  readonly brief?: boolean;
};

/** Nothing of somebody who is there. */
export function StatusSince({ of, below = false, brief = false }: StatusSinceProps) {
  const { status, deletedAt, notFoundSince } = of;
  if (status === 'deleted') {
    if (deletedAt === null) return `${below ? '' : ', '}${noDate(of.isDateUnread)}`;
    return (
      <>
        {!below && ' '}
        <Day at={deletedAt} />{' '}
        <span className={classes.ago}>
          · {brief && notFoundSince !== null ? 'no longer found' : <Ago at={deletedAt} />}
        </span>
      </>
    );
  }
  if (status !== 'not-found' || notFoundSince === null) return null;
  return (
    <>
      {!below && ' '}since <Since at={notFoundSince} />{' '}
      <span className={classes.ago}>
        · <Age at={notFoundSince} />
      </span>
    </>
  );
}

/** Said beside "Deleted": the server no longer has the record either. */
export function AlsoNotFound({ of: { status, notFoundSince } }: { readonly of: StatusOf }) {
  if (status !== 'deleted' || notFoundSince === null) return null;
  return (
    <>
      {' '}
      <span className={classes.also}>
        <IconUserX size={13} stroke={1.9} aria-hidden="true" />
        <span>
          no longer found since <Since at={notFoundSince} />
        </span>
      </span>
    </>
  );
}
