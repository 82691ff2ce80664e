/** The page's store of the organisation, over the real bridge, and the hook that reads it. Loaded with the view. */
import { useStore as useZustand } from 'zustand';
import { call, listen } from '../bridge/call.ts';
import { store } from '../store/use-store.ts';
import { createOrganisationStore, type OrganisationStore } from './organisation-store.ts';

export const organisation = createOrganisationStore(call);

listen(({ name }) => {
  const { asOf, refresh } = organisation.getState();
  // What is fetched changes nothing of the past.
  if ((name === 'people.stored' && asOf === null) || name === 'labels.changed') refresh();
});
// Another directory, or the same one filled again, begins with another history.
store.subscribe((now, before) => {
  if (now.history.visits[0].key !== before.history.visits[0].key) organisation.getState().forget();
});

export function useOrganisation<T>(pick: (state: OrganisationStore) => T): T {
  return useZustand(organisation, pick);
}
