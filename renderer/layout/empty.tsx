/** Stands where there is nothing to list, and says why. */
import type { ReactNode } from 'react';
import classes from './empty.module.css';

type EmptyProps = {
  readonly title: string;
  /** What there is to do about it. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

export function Empty({ title, action, children }: EmptyProps) {
  return (
    <div className={classes.empty}>
      <EmptyTitle>{title}</EmptyTitle>
      <p>{children}</p>
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}

export function EmptyTitle({ children }: { readonly children: ReactNode }) {
  return <p className={classes.title}>{children}</p>;
}
