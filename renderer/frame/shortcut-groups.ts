/** Every row of both tables of keys, as the shortcut sheet shows them. Pure. */
import type { Page } from '../../contract/shown-page.ts';
import type { Action } from '../keyboard/action.ts';
import { type KeyRow, keys, type Place } from '../keyboard/keys.ts';
import { kitKeys } from '../keyboard/kit-keys.ts';

export type ShortcutGroup = { readonly heading: string; readonly rows: readonly KeyRow[] };

const headings: { readonly [P in Exclude<Place, 'field' | 'copies'>]: string } = {
  search: 'Search',
  statuses: 'Status that is looked for',
  deeds: 'Actions for a result',
  table: 'Table of people',
  headings: 'Headings of the table',
  tree: 'Organisation',
  find: 'Find in the organisation',
  choices: 'Filter by role or team',
  below: 'Choose the person to look below',
  headcount: 'Headcount of the table',
  chart: 'Chart and map',
  pick: 'Relation of two',
  panel: 'Panel of the organisation',
  spotlight: 'Spotlight of the organisation',
  aim: 'Who is in the spotlight',
  list: 'List to check',
  result: 'Result of a status check',
  kind: 'Problems in short',
  problems: 'List of problems',
};

/** `keyed`: the actions that have keys of their own. */
export function shortcutGroups(keyed: readonly Action[]): readonly ShortcutGroup[] {
  const keyedOn = (view: Page['view'] | undefined) =>
    keyed
      .filter(({ on }) => on === view)
      .map(({ words, keys: own = [], appleKeys, orElse }): KeyRow => {
        return { words, keys: own, ...(appleKeys && { appleKeys }), ...(orElse && { orElse }) };
      });
  const own = Object.entries(headings).map(([place, heading]): ShortcutGroup => {
    const rows: readonly KeyRow[] = Object.values(keys[place as Place]);
    if (place === 'table') return { heading, rows: [...rows, ...keyedOn('people')] };
    if (place === 'tree') return { heading, rows: [...rows, ...keyedOn('organisation')] };
    if (place === 'result') return { heading, rows: [...rows, ...keyedOn('check')] };
    if (place === 'problems') return { heading, rows: [...rows, ...keyedOn('problems')] };
    if (place !== 'search') return { heading, rows };
    return { heading, rows: [...Object.values(keys.field), ...Object.values(kitKeys.typed), ...rows] };
  });
  return [
    { heading: 'Anywhere', rows: keyedOn(undefined) },
    ...own,
    {
      heading: 'A person’s page',
      rows: [...keyedOn('person'), ...Object.values(kitKeys.tabs), ...Object.values(keys.copies)],
    },
    { heading: 'The tables, the tree and lists of people', rows: Object.values(kitKeys.rows) },
    { heading: 'Dialogs and menus', rows: [...Object.values(kitKeys.dialogs), ...Object.values(kitKeys.menus)] },
  ];
}
