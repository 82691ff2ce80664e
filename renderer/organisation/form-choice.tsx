/** In which form the view is: the chart of one person, or the map of everybody. */
import type { OrganisationForm } from '../../contract/organisation.ts';
import type { Page } from '../../contract/shown-page.ts';
import { useStore } from '../store/use-store.ts';
import group from './button-group.module.css';
import classes from './organisation.module.css';

const words: { readonly [F in OrganisationForm]: string } = { chart: 'Chart', map: 'Map' };

export function FormChoice({ page }: { readonly page: Extract<Page, { view: 'organisation' }> }) {
  const openPage = useStore((state) => state.openPage);
  return (
    <fieldset className={`${group.group} ${classes.forms}`} aria-label="Form">
      {(['chart', 'map'] as const).map((form) => (
        <button key={form} type="button" aria-pressed={page.form === form} onClick={() => openPage({ ...page, form })}>
          {words[form]}
        </button>
      ))}
    </fieldset>
  );
}
