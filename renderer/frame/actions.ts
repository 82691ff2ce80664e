/** Every action there is: the views', the frame's, the open directory's, the table's, the organisation's, the checks', the problems' and the person's. */
import type { Action } from '../keyboard/action.ts';
import { checkActions } from '../keyboard/check-actions.ts';
import { connectionActions, switchActions } from '../keyboard/connection-actions.ts';
import { frameActions } from '../keyboard/frame-actions.ts';
import { organisationActions } from '../keyboard/organisation-actions.ts';
import { personActions } from '../keyboard/person-actions.ts';
import { problemActions } from '../keyboard/problem-actions.ts';
import { tableActions } from '../keyboard/table-actions.ts';
import { currentVisit, samePlace } from '../store/history.ts';
import type { Store } from '../store/store.ts';
import type { Views } from './views.tsx';

/** Those of the table of views: each view that stands in the rail can be gone to, by its key as well. */
export function viewActions(views: Views): readonly Action[] {
  return Object.entries(views).flatMap(([view, { name, rail }]) => {
    if (rail === null) return [];
    return {
      id: `view-${view}`,
      words: `Go to ${name}`,
      keys: [`Mod+${rail.key}`],
      isOffered: ({ history }: Store) => !samePlace(currentVisit(history).page, rail.page),
      run: ({ openPage }: Store) => openPage(rail.page),
    };
  });
}

/** Those with keys of their own, which work wherever the focus is, but for those of one view. */
export function keyedActions(views: Views): readonly Action[] {
  return [
    ...frameActions,
    ...viewActions(views),
    ...personActions,
    ...tableActions,
    ...organisationActions,
    ...checkActions,
    ...problemActions,
  ].filter(({ keys }) => keys !== undefined);
}

/** In the order in which the palette lists them: what is about the page that is shown comes first. */
export function allActions(views: Views, state: Store): readonly Action[] {
  return [
    ...personActions,
    ...tableActions,
    ...organisationActions,
    ...checkActions,
    ...problemActions,
    ...viewActions(views),
    ...frameActions,
    ...connectionActions,
    ...switchActions(state),
  ];
}
