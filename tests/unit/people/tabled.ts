/** A store with the table over it, new for each test of the file that uses it, on a clock that stands still. */
import { afterEach, beforeEach } from 'vitest';
import { usualView } from '../../../contract/people-view.ts';
import type { PeopleSort, PeopleView } from '../../../contract/table.ts';
import { emailOf, freshFile, idOf, stillClock, storeAt, userOf, viewsOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';

export let store: DirectoryStore;
export let views: ReturnType<typeof viewsOf>;
export let file: string;
/** `time`: milliseconds that a test lets pass. `behind`: what is to be done once others were answered. */
export const late: { time: number; behind: (() => void)[] } = { time: 0, behind: [] };

/** To be called once in a file of tests. */
export function tableForEach(): void {
  beforeEach(() => {
    late.time = 0;
    late.behind = [];
    file = freshFile();
    store = storeAt(file, { clock: { ...stillClock, monotonic: () => late.time } }).store;
    views = viewsOf(
      store,
      () => late.time,
      (work) => late.behind.push(work),
    );
  });
  afterEach(() => store.close());
}

export const viewOf = (filter: Partial<PeopleView['filter']> = {}, sort: PeopleSort = usualView.sort): PeopleView => ({
  filter: { ...usualView.filter, ...filter },
  sort,
});
export const ask = (view: PeopleView = usualView, offset = 0, limit = 200, follow: string[] = []) =>
  views.window({ view, offset, limit, follow: follow.map(idOf) });
/** Past the first answer, which is only the beginning. */
export const whole = (view: PeopleView = usualView) => {
  ask();
  return ask(view);
};
export const people = [
  userOf('3', { name: 'Émile', role: 'lead', username: 'emile', emails: [emailOf('z@example.com')] }),
  userOf('1', { name: 'zoe', role: 'agent', phones: [{ number: '+34', type: null, isPrimary: true }], updatedAt: 5 }),
  userOf('2', { name: 'Eva', status: 'deleted', team: 't', availability: 'AWAY', reports: [idOf('1')] }),
  userOf('4', { name: 'Adam', status: 'inactive', role: 'lead', reports: [idOf('1'), idOf('3'), idOf('4')] }),
  userOf('5', { name: 'Bo', status: 'unknown', updatedAt: 9 }),
];
