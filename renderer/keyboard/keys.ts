/**
 * The keys of each place that has the focus: one row for each thing they do. Handlers name rows, never keys
 * (`handle-keys.ts`), and the shortcut sheet shows every row. What can be done from anywhere stands in `actions.ts`.
 */

export type KeyRow = {
  /** What they do, as the sheet says it. */
  readonly words: string;
  /** As `press.ts` writes them; any of them does it. */
  readonly keys: readonly string[];
  /** On macOS, where they differ there. */
  readonly appleKeys?: readonly string[];
  /** Another way, with the mouse. */
  readonly orElse?: string;
};

export type Table = Readonly<Record<string, Readonly<Record<string, KeyRow>>>>;

/** As long as the table has the focus, in its rows and in its headings. */
const ofTable = {
  copy: { words: 'Copy the selected people', keys: ['Mod+C'] },
  copyAddresses: { words: 'Copy the e-mail addresses of the selected people', keys: ['Mod+Shift+C'] },
} as const;

export const keys = {
  /** The search's field while the search is closed. */
  field: {
    open: { words: 'Open the search from its field', keys: ['ArrowDown', 'Enter'] },
  },
  search: {
    move: { words: 'Go through the results', keys: ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'] },
    choose: { words: 'Open the selected result, or run the selected action', keys: ['Enter'] },
    copyEmail: { words: 'Copy e-mail of the selected result', keys: ['Mod+C'] },
    toActions: { words: 'Show what can be done with the selected result', keys: ['Tab'] },
    toStatuses: { words: 'Choose which status is looked for', keys: ['Shift+Tab'] },
    nextStatus: { words: 'Look for people of the next status', keys: ['Mod+.'] },
    close: { words: 'Close the search', keys: ['Escape'] },
  },
  /** The statuses that are looked for, above the results. */
  statuses: {
    choose: { words: 'Look for people of another status', keys: ['ArrowLeft', 'ArrowRight', 'Home', 'End'] },
    back: { words: 'Back to the results', keys: ['ArrowDown', 'Tab', 'Shift+Tab', 'Escape'] },
  },
  /** What can be done with one result. */
  deeds: {
    move: { words: 'Go through the actions', keys: ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'] },
    choose: { words: 'Run the selected action', keys: ['Enter'] },
    copyEmail: { words: 'Copy e-mail of the result', keys: ['Mod+C'] },
    nextStatus: { words: 'Look for people of the next status', keys: ['Mod+.'] },
    back: { words: 'Back to the results', keys: ['Tab', 'Shift+Tab', 'Escape'] },
  },
  table: {
    move: { words: 'Go through the people', keys: ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'] },
    extend: {
      words: 'Select from here to there',
      keys: ['Shift+ArrowDown', 'Shift+ArrowUp', 'Shift+PageDown', 'Shift+PageUp', 'Shift+Home', 'Shift+End'],
      orElse: 'Shift and click',
    },
    open: { words: 'Open the person', keys: ['Enter'] },
    openManager: { words: 'Open the person’s manager', keys: ['Alt+ArrowUp'], orElse: 'click the manager' },
    toggle: { words: 'Select the person, or not', keys: [' '], orElse: 'click the box' },
    ...ofTable,
  },
  /** The table's headings, above its first row. */
  headings: {
    move: { words: 'Go through the headings', keys: ['ArrowLeft', 'ArrowRight', 'Home', 'End'] },
    press: { words: 'Sort by the heading, or the other way round', keys: ['Enter', ' '] },
    resize: {
      words: 'Make the heading’s column narrower or wider',
      keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'],
      orElse: 'drag its edge',
    },
    fit: { words: 'Fit the column to what is in it', keys: ['Shift+Enter'], orElse: 'double click its edge' },
    toRows: { words: 'Back to the people', keys: ['ArrowDown', 'Escape'] },
    ...ofTable,
  },
  /** The tree of the organisation. */
  tree: {
    move: { words: 'Go through the rows', keys: ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'] },
    goIn: { words: 'Open the branch, or go into it', keys: ['ArrowRight'], orElse: 'click the arrow' },
    goOut: { words: 'Close the branch, or go out of it', keys: ['ArrowLeft'], orElse: 'click the arrow' },
    siblings: { words: 'Open all branches beside this one', keys: ['*'] },
    open: { words: 'Open the page of the row’s person', keys: ['Enter'], orElse: 'double click' },
    select: { words: 'Go to the row’s person', keys: [' '], orElse: 'click' },
    actions: { words: 'Show what can be done with the row', keys: ['Shift+F10', 'ContextMenu'], orElse: 'right click' },
  },
  /** The field that finds somebody in the organisation. */
  find: {
    move: { words: 'Go through those found', keys: ['ArrowDown', 'ArrowUp'] },
    choose: { words: 'Go to the one selected', keys: ['Enter'] },
    back: { words: 'Back to the tree, or without it to the chart or the map', keys: ['Escape'] },
  },
  /** The page of the organisation while somebody is in the spotlight. */
  spotlight: {
    next: { words: 'Go to the next match', keys: ['F3'], appleKeys: ['F3', 'Mod+G'] },
    previous: { words: 'Go to the previous match', keys: ['Shift+F3'], appleKeys: ['Shift+F3', 'Mod+Shift+G'] },
    clear: { words: 'Clear the spotlight', keys: ['Escape'] },
  },
  /** The field that says who is in the spotlight. */
  aim: {
    move: { words: 'Go through roles and teams', keys: ['ArrowDown', 'ArrowUp'] },
    choose: { words: 'Put them into the spotlight', keys: ['Enter'] },
    back: { words: 'Back to the tree, the chart or the map', keys: ['Escape'] },
  },
  /** The chart and the map of the organisation. */
  chart: {
    move: {
      words: 'Go to the manager, the first direct report, or the next person beside',
      keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
    },
    top: { words: 'Go to the top', keys: ['Home'] },
    open: { words: 'Open the person', keys: ['Enter'], orElse: 'double click' },
    centre: { words: 'Select the person', keys: [' '], orElse: 'click' },
    menu: { words: 'Show what can be done with the person', keys: ['Shift+F10', 'ContextMenu'], orElse: 'right click' },
    nearer: { words: 'Zoom in', keys: ['+', '='], orElse: 'the wheel' },
    further: { words: 'Zoom out', keys: ['-'] },
    fit: { words: 'Fit all of it into the view', keys: ['0'] },
    frame: { words: 'Frame the branch of the person', keys: ['F'] },
  },
  /** The field that chooses one of two people. */
  pick: {
    move: { words: 'Go through those found', keys: ['ArrowDown', 'ArrowUp'] },
    choose: { words: 'Choose the one selected', keys: ['Enter'] },
    back: { words: 'Keep the person who was chosen', keys: ['Escape'] },
  },
  /** What stands beside the tree and the view. */
  panel: {
    close: { words: 'Close the panel', keys: ['Escape'] },
  },
  /** The field that a list to check is given in. */
  list: {
    check: { words: 'Check the list', keys: ['Mod+Enter'] },
  },
  /** The rows of a status check. */
  result: {
    move: { words: 'Go through the rows', keys: ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'] },
    extend: {
      words: 'Select rows from here to there',
      keys: ['Shift+ArrowDown', 'Shift+ArrowUp', 'Shift+PageDown', 'Shift+PageUp', 'Shift+Home', 'Shift+End'],
      orElse: 'Shift and click',
    },
    open: { words: 'Open the person, or choose among several', keys: ['Enter'] },
    actions: { words: 'Show what can be done with the row', keys: ['Shift+F10', 'ContextMenu'], orElse: 'right click' },
    copy: { words: 'Copy the selected rows', keys: ['Mod+C'] },
  },
  /** A few problems of one kind. */
  kind: {
    move: { words: 'Go through the problems of a kind', keys: ['ArrowDown', 'ArrowUp', 'Home', 'End'] },
    along: { words: 'Go through the people of a problem', keys: ['ArrowLeft', 'ArrowRight'] },
  },
  /** The list of all problems of one kind. */
  problems: {
    move: { words: 'Go through the problems', keys: ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'] },
    extend: {
      words: 'Select problems from here to there',
      keys: ['Shift+ArrowDown', 'Shift+ArrowUp', 'Shift+PageDown', 'Shift+PageUp', 'Shift+Home', 'Shift+End'],
      orElse: 'Shift and click',
    },
    toggle: { words: 'Select the problem, or not', keys: [' '], orElse: 'click the box' },
    open: { words: 'Open the person of the problem', keys: ['Enter'] },
    organisation: { words: 'Show the person of the problem in the organisation', keys: ['Alt+O'] },
    actions: {
      words: 'Show what can be done with the problem',
      keys: ['Shift+F10', 'ContextMenu'],
      orElse: 'right click',
    },
    copy: { words: 'Copy the selected problems', keys: ['Mod+C'] },
  },
  /** The copy buttons of a card or of a table of addresses. */
  copies: {
    move: {
      words: 'Go through the copy buttons of a card',
      keys: ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft', 'Home', 'End'],
    },
  },
  /** The field that chooses the person to look below. */
  below: {
    move: { words: 'Go through those found', keys: ['ArrowDown', 'ArrowUp'] },
    choose: { words: 'Show the people below the one selected', keys: ['Enter'] },
  },
  /** The teams, roles, statuses or country codes of the headcount. */
  headcount: {
    move: { words: 'Go through the lines of the headcount', keys: ['ArrowDown', 'ArrowUp', 'Home', 'End'] },
  },
  /** Roles or teams to filter by. */
  choices: {
    move: { words: 'Go through the roles or teams', keys: ['ArrowDown', 'ArrowUp'] },
    choose: { words: 'Filter by the selected one', keys: ['Enter'] },
  },
} as const satisfies Table;

/** What the kit's menus handle. */
export const menuKeys = {
  move: { words: 'Go through a menu', keys: ['ArrowDown', 'ArrowUp', 'Home', 'End'] },
  choose: { words: 'Choose from a menu', keys: ['Enter', ' '] },
  close: { words: 'Close a menu', keys: ['Escape'] },
} as const satisfies Table[string];

export type Place = keyof typeof keys;
export type KeyName<P extends Place> = keyof (typeof keys)[P];

/** The presses of a row on this keyboard. */
export function pressesOf({ keys: usual, appleKeys }: KeyRow, apple: boolean): readonly string[] {
  return apple && appleKeys !== undefined ? appleKeys : usual;
}
