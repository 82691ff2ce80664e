/** A link that opens a person's page. It has an address for the reader's sake; opening it never leaves the page. */
import type { MouseEvent, ReactNode } from 'react';
import type { UserId } from '../../contract/ids.ts';
import { useStore } from '../store/use-store.ts';
import classes from './name.module.css';

type PersonLinkProps = {
  readonly id: UserId;
  readonly className?: string | undefined;
  /** -1: what it stands in leads to it by other keys than Tab. */
  readonly tabIndex?: number;
  readonly children: ReactNode;
};

export function PersonLink({ id, className = classes.link, tabIndex, children }: PersonLinkProps) {
  const openPerson = useStore((state) => state.openPerson);
  const open = (event: MouseEvent) => {
    event.preventDefault();
    openPerson(id);
  };
  return (
    <a
      href={`#/user/${id}`}
      className={className}
      tabIndex={tabIndex}
      draggable={false}
      onClick={open}
      onAuxClick={stop}
    >
      {children}
    </a>
  );
}

/** The middle button would ask for a second window, which there is none of. */
function stop(event: MouseEvent): void {
  if (event.button === 1) event.preventDefault();
}
