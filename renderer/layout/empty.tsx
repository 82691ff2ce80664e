/** Stands where there is nothing to list, and says why. */
import type { ReactNode } from 'react';
import classes from './empty.module.css';

export function Empty({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={classes.empty}>
      <EmptyTitle>{title}</EmptyTitle>
      <p>{children}</p>
    </div>
  );
}

export function EmptyTitle({ children }: { readonly children: ReactNode }) {
  return <p className={classes.title}>{children}</p>;
}
