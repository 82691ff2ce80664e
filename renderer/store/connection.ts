/**
 * Which directory is open, and everything done to connections. Each action resolves to the failure to be shown where
 * it was asked for, or to null.
 */
import type { AccountOverview, Reachability } from '../../contract/account.ts';
import type { Call, CallInput, CallOutput } from '../../contract/calls.ts';
import type { Failure, Outcome } from '../../contract/failures.ts';
import type { ConnectionId, UserId } from '../../contract/ids.ts';
import type { ShownPage } from '../../contract/shown-page.ts';
import type { Theme } from '../../contract/theme.ts';
import { stillLockedWords, stillRefusedWords } from '../words/token-words.ts';
import { canStep } from './history.ts';
import { sendText } from './send-text.ts';
import type { SliceOf } from './slice.ts';

type Done = Promise<Failure | null>;
type OpenedNow = {
  readonly overview: AccountOverview;
  readonly start: UserId | null;
  readonly left?: ShownPage | null;
};

export type ConnectionSlice = {
  /** Null until the main process has said it for the first time. */
  readonly overview: AccountOverview | null;
  /** Why the first question could not be answered. */
  readonly startFailure: Failure | null;
  /** True while the two doors are shown although a directory is open: another one is being added. */
  readonly adding: boolean;
  /** How many directories are being opened. Who is wanted meanwhile is shown in the one that is open then. */
  readonly opening: number;
  /** Why the connection that was closed last is not forgotten as it was asked to be; shown until something else is done. */
  readonly leftBehind: Failure | null;
  /** True while the token of the open connection is asked for. */
  readonly askingForToken: boolean;
  readonly theme: Theme;
  readonly about: CallOutput<'app.about'> | null;
  readonly start: () => Promise<void>;
  readonly overviewChanged: (overview: AccountOverview) => void;
  /** People were stored; so many are known now. */
  readonly peopleStored: (people: number) => void;
  readonly addAnother: (adding: boolean) => void;
  readonly askForToken: (asking: boolean) => void;
  readonly connect: (asked: Omit<CallInput<'account.connect'>, 'startFrom'> & { readonly startFrom: string }) => Done;
  readonly connectDemo: () => Done;
  readonly switchTo: (connection: ConnectionId) => Done;
  readonly rename: (connection: ConnectionId, name: string) => Done;
  readonly renewToken: (token: string) => Done;
  /** Asks at once whether the server takes the token. */
  readonly lookAgain: () => Promise<void>;
  /** Has the desktop ask for it, which takes as long as the person does. */
  readonly unlockKeychain: () => Done;
  readonly disconnect: (asked: CallInput<'account.disconnect'>) => Done;
  readonly chooseTheme: (theme: Theme) => Promise<void>;
};

export function createConnectionSlice(call: Call): SliceOf<ConnectionSlice> {
  return (set, get) => {
    /** Nothing of what was shown may be left, be it of another directory or of an older copy of this one. */
    const beginAnew = () => {
      get().resetPages();
      get().forgetChecks();
      get().forgetPeople();
      get().closeSearch();
      get().forgetSync();
      get().addFromList(false);
      get().showDialog(null);
      if (!get().overview?.open) return;
      void get().readRecents();
      void get().readSync();
      void get().countProblems();
    };
    /** Another directory is open, as was told before the answer to who asked for it, which says where it begins. */
    let toldBefore: AccountOverview | null = null;
    const opened = async (asked: Promise<Outcome<OpenedNow>>): Done => {
      set({ opening: get().opening + 1 });
      const answer = await asked;
      set({ opening: get().opening - 1 });
      const told = toldBefore;
      toldBefore = null;
      if (!answer.ok && told !== null) get().overviewChanged(told);
      const { wanted } = get();
      if (!answer.ok) {
        if (wanted !== null && get().overview?.open) {
          set({ wanted: null });
          get().pageWanted(wanted);
        }
        return answer.failure;
      }
      set({ overview: answer.value.overview, adding: false, wanted: null, leftBehind: null });
      beginAnew();
      const { start, left = null } = answer.value;
      if (wanted !== null) get().openPage(wanted);
      else if (left !== null) get().resume(left);
      else if (start !== null) get().openPerson(start);
      return null;
    };
    const overviewed = (answer: Outcome<AccountOverview>): Failure | null => {
      if (!answer.ok) return answer.failure;
      get().overviewChanged(answer.value);
      return null;
    };

    return {
      overview: null,
      startFailure: null,
      adding: false,
      opening: 0,
      leftBehind: null,
      askingForToken: false,
      theme: 'system',
      about: null,
      start: async () => {
        set({ startFailure: null });
        // Asked before anything is shown, which would be kept as where the window was.
        const [shown, overview, appearance, about] = await Promise.all([
          call('page.resume', null),
          call('account.overview', null),
          call('appearance.get', null),
          call('app.about', null),
          // Before any row is drawn, which would move when it becomes known how wide the columns are.
          get().readColumns(),
        ]);
        if (appearance.ok) set(appearance.value);
        if (about.ok) set({ about: about.value });
        if (overview.ok) get().overviewChanged(overview.value);
        else set({ startFailure: overview.failure });
        // What was asked for from outside since, or before, comes first.
        const isAtStart = !canStep(get().history, -1);
        if (overview.ok && shown.ok && shown.value !== null && isAtStart) get().resume(shown.value);
      },
      overviewChanged: (overview) => {
        const before = get().overview?.open ?? null;
        const after = overview.open;
        if (get().opening > 0 && before?.connection.id !== after?.connection.id) {
          toldBefore = overview;
          return;
        }
        set({ overview });
        if (before?.connection.id !== after?.connection.id) beginAnew();
        else if (before?.canFetch === false && after?.canFetch) get().tokenCame();
        else if (isUnwell(before?.reachability.state) && after?.reachability.state === 'online')
          get().serverCame(after.reachability.since);
        const { wanted } = get();
        if (after !== null && wanted !== null && !get().adding && get().opening === 0) {
          set({ wanted: null });
          get().openPage(wanted);
        }
      },
      peopleStored: (people) => {
        const { overview } = get();
        if (!overview?.open) return;
        set({ overview: { ...overview, open: { ...overview.open, peopleCount: people } } });
        // Also where there are as many: any of them may have changed. How often everybody is sorted, the table's own thread decides.
        get().refreshTable();
        get().recountFound();
      },
      addAnother: (adding) => set({ adding }),
      askForToken: (askingForToken) => set({ askingForToken }),
      connect: async (asked) => {
        const connecting = sendText(call, asked.startFrom).then((startFrom) =>
          startFrom.ok ? call('account.connect', { ...asked, startFrom: startFrom.value }) : startFrom,
        );
        const failure = await opened(connecting);
        const answer = await connecting;
        // Said now: the field that it stood in is gone.
        if (answer.ok && answer.value.odd.count > 0) {
          const { oddWords } = await import('../words/listed-words.ts');
          get().tell(`Of what to start from, ${oddWords(answer.value.odd)}.`);
        }
        return failure;
      },
      connectDemo: () => opened(call('account.connectDemo', null)),
      switchTo: (connection) => opened(call('account.switch', { connection })),
      rename: async (connection, name) => overviewed(await call('account.rename', { connection, name })),
      renewToken: async (token) => {
        const failure = overviewed(await call('account.renewToken', { token }));
        if (failure !== null) return failure;
        get().refreshPerson();
        const { sync } = get();
        const lacked =
          sync?.status === 'paused' && (sync.why?.kind === 'unauthorized' || sync.why?.kind === 'token-needed');
        if (lacked) void get().beginSync();
        return null;
      },
      lookAgain: async () => {
        const failure = overviewed(await call('account.lookAgain', null));
        if (failure !== null) get().tellFailure(failure);
        else if (get().overview?.open?.reachability.state === 'unauthorized') get().tell(stillRefusedWords);
      },
      unlockKeychain: async () => {
        const answer = await call('account.unlockKeychain', null);
        if (!answer.ok) return answer.failure;
        get().overviewChanged(answer.value.overview);
        if (answer.value.unlocked) get().refreshPerson();
        else get().tell(stillLockedWords);
        return null;
      },
      disconnect: async (asked) => {
        const leftBehind = overviewed(await call('account.disconnect', asked));
        // The dialog that asked goes with the connection, which is closed all the same.
        set({ leftBehind });
        return leftBehind;
      },
      chooseTheme: async (theme) => {
        const answer = await call('appearance.set', { theme });
        // One that could not be kept is on screen all the same.
        if (answer.ok || answer.failure.kind === 'not-kept') set({ theme });
        if (!answer.ok) get().tellFailure(answer.failure);
      },
    };
  };
}

const isUnwell = (state: Reachability['state'] | undefined): boolean => state === 'offline' || state === 'unauthorized';
