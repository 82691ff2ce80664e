/** Walking the organisation from the person shown: to the manager, to the first report, to the peers; and along the tabs. */
import type { UserId } from '../../contract/ids.ts';
import type { PersonPage } from '../../contract/person.ts';
import type { PersonTab } from '../../contract/shown-page.ts';
import { currentVisit } from './history.ts';
import type { SliceOf } from './slice.ts';

export type Step = 'manager' | 'report' | 'peerBefore' | 'peerAfter';

export type WalkSlice = {
  /** Goes there, or says that there is nobody. From a person who is on the way it goes once they are there. */
  readonly walk: (step: Step) => void;
  /** The person of the visit is there: steps that were asked for before that are taken. */
  readonly personShown: () => void;
  /** Shows a tab and gives it the focus, so that it is read out and the arrow keys go on from it. */
  readonly focusTab: (tab: PersonTab) => void;
};

/** Steps that wait for a person: a key that is held down asks for no more. */
const mostWaiting = 8;

const nobody: { readonly [S in Step]: string } = {
  manager: 'No manager found',
  report: 'No direct reports',
  peerBefore: 'No peer before this one',
  peerAfter: 'No peer after this one',
};

/** The person that a step leads to; null: nobody. */
export function stepTarget({ user, lines, reports, beside }: PersonPage, step: Step): UserId | null {
  if (step === 'manager') return lines[0]?.steps.at(-1)?.id ?? null;
  if (step === 'peerBefore') return beside.before;
  if (step === 'peerAfter') return beside.after;
  // People who list themselves are not their own reports, and what is no id leads nowhere.
  const first = reports.find((entry) => entry.state !== 'not-an-id' && entry.id !== user.id);
  return first === undefined || first.state === 'not-an-id' ? null : first.id;
}

export function createWalkSlice(): SliceOf<WalkSlice> {
  return (_set, get) => {
    let waiting: Step[] = [];
    /** The visit whose person the steps wait for. */
    let waitingAt = 0;

    const take = (step: Step, page: PersonPage) => {
      const to = stepTarget(page, step);
      if (to === null) get().say(nobody[step]);
      else get().openPerson(to);
    };

    return {
      walk: (step) => {
        const { person, history } = get();
        if (person?.state === 'shown') return take(step, person.page);
        if (person?.state !== 'loading') return;
        const { key } = currentVisit(history);
        if (key !== waitingAt) waiting = [];
        waitingAt = key;
        if (waiting.length < mostWaiting) waiting.push(step);
      },
      personShown: () => {
        const { person, history } = get();
        const isAsked = currentVisit(history).key === waitingAt;
        const [step, ...rest] = isAsked ? waiting : [];
        waiting = [];
        if (step === undefined || person?.state !== 'shown') return;
        take(step, person.page);
        if (get().person?.state === 'loading') for (const next of rest) get().walk(next);
      },
      focusTab: (tab) => {
        get().showTab(tab);
        get().giveFocus('tab');
      },
    };
  };
}
