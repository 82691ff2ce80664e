/** A link that goes to somebody in the organisation. It has an address for the reader's sake; opening it never leaves the page. */
import type { MouseEvent } from 'react';
import type { Named } from '../../contract/organisation.ts';
import type { Page } from '../../contract/shown-page.ts';
import { useStore } from '../store/use-store.ts';
import classes from './organisation.module.css';
import { personOf } from './tree-state.ts';
import { organisation } from './use-organisation.ts';

type StepLinkProps = {
  readonly page: Extract<Page, { view: 'organisation' }>;
  readonly to: Named;
  readonly className?: string | undefined;
};

export function StepLink({ page, to, className = classes.link }: StepLinkProps) {
  const goTo = useGoTo(page);
  const go = (event: MouseEvent) => {
    event.preventDefault();
    goTo(to.id);
  };
  return (
    <a href={`#/organisation/${to.id}`} className={className} draggable={false} title={to.name} onClick={go}>
      <bdi>{to.name}</bdi>
    </a>
  );
}

/** Goes to somebody: a step that can be taken back. Who is active already is brought into view. */
export function useGoTo(page: Extract<Page, { view: 'organisation' }>): (id: Named['id']) => void {
  const openPage = useStore((state) => state.openPage);
  return (id) => {
    const { active, enter, revealActive } = organisation.getState();
    if (personOf(active?.data) === id) revealActive();
    // Who was walked away from is no step.
    else if (page.id === id) void enter(id);
    openPage({ ...page, id });
  };
}
