/** Leads to somebody's place in the organisation, from wherever they are spoken of. It has an address for the reader's sake. */
import { IconSitemap } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import type { UserId } from '../../contract/ids.ts';
import { useStore } from '../store/use-store.ts';
import classes from './name.module.css';

export const organisationWords = 'Show in the organisation';

type OrganisationLinkProps = {
  readonly id: UserId;
  /** Who is shown, where that is not plain from what it stands beside: the icon alone is drawn. */
  readonly name?: string;
};

export function OrganisationLink({ id, name }: OrganisationLinkProps) {
  const showInOrganisation = useStore((state) => state.showInOrganisation);
  const open = (event: MouseEvent) => {
    event.preventDefault();
    showInOrganisation(id);
  };
  const words = name === undefined ? undefined : `Show ${name} in the organisation`;
  return (
    <a
      href={`#/organisation/${id}`}
      className={classes.organisation}
      draggable={false}
      aria-label={words}
      title={words}
      onClick={open}
    >
      <IconSitemap size={15} stroke={1.7} aria-hidden="true" />
      {name === undefined && organisationWords}
    </a>
  );
}
