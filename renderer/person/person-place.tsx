/** A person's place: what is kept for them while they are on their way, themselves, or why they cannot be shown. */
import type { PersonTab } from '../../contract/shown-page.ts';
import type { Visit } from '../store/history.ts';
import { useStore } from '../store/use-store.ts';
import { PersonMissing } from './person-missing.tsx';
import { PersonShown } from './person-shown.tsx';
import { PersonSkeleton } from './person-skeleton.tsx';

export function PersonPlace({ visit, tab }: { readonly visit: Visit; readonly tab: PersonTab }) {
  const person = useStore((state) => state.person);
  if (person === null || person.state === 'loading') return <PersonSkeleton />;
  if (person.state === 'failed') return <PersonMissing id={person.id} failure={person.failure} />;
  return <PersonShown page={person.page} refreshing={person.refreshing} visit={visit} tab={tab} />;
}
