/** What can be done with the person whose page is shown. */
import type { PersonPage } from '../../contract/person.ts';
import type { PersonTab } from '../../contract/shown-page.ts';
import { currentVisit } from '../store/history.ts';
import type { Store } from '../store/store.ts';
import { refreshFromServer } from '../store/token-way.ts';
import { type Step, stepTarget } from '../store/walk.ts';
import { tabWords } from '../words/tab-words.ts';
import type { Action } from './action.ts';

const shown = ({ person }: Store): PersonPage | null => (person?.state === 'shown' ? person.page : null);

/** The one address that can be written to, of the first e-mail that has one. */
const addressOf = ({ reach }: PersonPage): string | null =>
  reach.emails.map(({ addresses }) => (addresses.length === 1 ? addresses[0] : undefined)).find(Boolean) ?? null;

const numberOf = ({ user, reach }: PersonPage): string | null =>
  user.phones.find((_, nth) => reach.phones[nth]?.dial !== null)?.number ?? null;

/** Offered where there is something to do it with. */
function withPerson<T>(
  id: string,
  words: string,
  what: (page: PersonPage) => T | null,
  run: (state: Store, page: PersonPage, found: T) => unknown,
): Action {
  return {
    id,
    words,
    isOffered: (state) => {
      const page = shown(state);
      return page !== null && what(page) !== null;
    },
    run: (state) => {
      const page = shown(state);
      const found = page === null ? null : what(page);
      if (page !== null && found !== null) run(state, page, found);
    },
  };
}

const itself = (page: PersonPage): PersonPage => page;

/** The keys of a walk from person to person, with the way there. `⌥` moves the cursor in fields alone. */
const steps: readonly (readonly [Step, string, string])[] = [
  ['manager', 'Go to the manager', 'Alt+ArrowUp'],
  ['report', 'Go to the first direct report', 'Alt+ArrowDown'],
  ['peerBefore', 'Go to the peer before', 'Alt+Shift+ArrowUp'],
  ['peerAfter', 'Go to the peer after', 'Alt+Shift+ArrowDown'],
];

export const personActions: readonly Action[] = [
  {
    id: 'refresh',
    words: 'Refresh this person',
    isOffered: ({ person }) => person !== null,
    run: refreshFromServer,
  },
  ...steps.map(
    ([step, words, press]): Action => ({
      id: `walk-${step}`,
      words,
      keys: [press],
      isLeftToFields: true,
      on: 'person',
      isOffered: (state) => {
        const page = shown(state);
        return page !== null && stepTarget(page, step) !== null;
      },
      run: ({ walk }) => walk(step),
      otherwise: ({ walk }) => walk(step),
    }),
  ),
  {
    ...withPerson('copy-email', 'Copy e-mail of this person', addressOf, ({ copy }, _, to) => copy(to, 'the e-mail')),
    keys: ['C'],
    isTyped: true,
    on: 'person',
    otherwise: (state) => shown(state) !== null && state.say('No e-mail address to copy'),
  },
  {
    ...withPerson('organisation', 'Show in the organisation', itself, ({ showInOrganisation }, { user }) =>
      showInOrganisation(user.id),
    ),
    keys: ['Alt+O'],
    isLeftToFields: true,
    on: 'person',
  },
  withPerson('write', 'Write an e-mail to this person', addressOf, ({ write }, { user }, to) => write(user.id, to)),
  withPerson('call', 'Call this person', numberOf, ({ callNumber }, { user }, to) => callNumber(user.id, to)),
  withPerson('copy-id', 'Copy id of this person', itself, ({ copy }, { user }) => copy(user.id, 'the id')),
  withPerson('copy-reply', 'Copy the reply as it came', itself, ({ copyRaw }, { user }) => copyRaw(user.id, false)),
  withPerson('copy-receipt', 'Copy the reply with its receipt', itself, ({ copyRaw }, { user }) =>
    copyRaw(user.id, true),
  ),
  withPerson('save-reply', 'Save the reply', itself, ({ saveRaw }, { user }) => saveRaw(user.id)),
  ...(Object.keys(tabWords) as PersonTab[]).map(
    (tab, nth): Action => ({
      id: `tab-${tab}`,
      words: `Show ${tabWords[tab]} of this person`,
      keys: [String(nth + 1)],
      isTyped: true,
      on: 'person',
      isOffered: ({ history }) => {
        const { page } = currentVisit(history);
        return page.view === 'person' && page.tab !== tab;
      },
      run: ({ focusTab }) => focusTab(tab),
      otherwise: ({ focusTab }) => focusTab(tab),
    }),
  ),
];
