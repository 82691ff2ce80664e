/** Puts what the main process says unasked into the store: one line for each event, none forgotten. */
import type { AppEvent, EventData, EventName } from '../../contract/events.ts';
import type { Store } from './store.ts';

type Appliers = { readonly [N in EventName]: (state: Store, data: EventData<N>) => void };

const appliers: Appliers = {
  'account.changed': (state, overview) => state.overviewChanged(overview),
  'people.stored': (state, { people }) => state.peopleStored(people),
  'reports.arrived': (state, arrived) => state.reportsArrived(arrived),
  'person.refreshed': (state, page) => state.personRefreshed(page),
  'picture.arrived': (state, { person, which, picture }) => {
    if (which === 'profile') state.pictureArrived(person, picture);
    else state.coverArrived(person, picture);
  },
  'picture.refused': (state, refused) => state.pictureRefused(refused),
  'export.progress': (state, exporting) => state.exportWent(exporting),
  'export.ended': (state, ended) => state.exportEnded(ended),
  'page.wanted': (state, { page }) => state.pageWanted(page),
  'sync.changed': (state, sync) => state.syncChanged(sync),
  'app.trouble': (state, trouble) => state.troubleCame(trouble),
  'check.changed': (state, check) => state.checkChanged(check),
  'check.progress': (state, { of, ...so }) => state.checkWasRead(of, so),
  'problems.changed': (state, told) => state.problemsChanged(told),
  'labels.changed': (state) => state.labelsChanged(),
};

export function applyEvent(state: Store, event: AppEvent): void {
  // Each applier takes its own event's data; the compiler cannot follow the pairing.
  (appliers[event.name] as (state: Store, data: AppEvent['data']) => void)(state, event.data);
}
