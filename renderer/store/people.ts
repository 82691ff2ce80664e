/** People known so far: those opened last, the list by windows, and pictures that came after their cards. */
import type { Call } from '../../contract/calls.ts';
import type { Sha256, UserId } from '../../contract/ids.ts';
import type { PersonCard } from '../../contract/person.ts';
import type { Standing } from '../../contract/user.ts';
import type { SliceOf } from './slice.ts';

/** How many rows one call brings. */
export const windowSize = 100;

export type PeopleList = {
  readonly standing: Standing | null;
  /** Null until the first window is there. */
  readonly counts: Partial<Record<Standing, number>> | null;
  /** Windows by their number: rows `n * windowSize` and on. */
  readonly windows: ReadonlyMap<number, readonly PersonCard[]>;
};

export type PeopleSlice = {
  readonly recents: readonly PersonCard[];
  readonly list: PeopleList;
  /** Rises when the windows that are shown should be asked for again. */
  readonly listVersion: number;
  readonly pictures: ReadonlyMap<UserId, Sha256>;
  readonly readRecents: () => Promise<void>;
  readonly readWindow: (standing: Standing | null, window: number) => Promise<void>;
  readonly peopleChanged: () => void;
  readonly forgetPeople: () => void;
  readonly pictureArrived: (person: UserId, picture: Sha256) => void;
  /** A card fetched later knows better. */
  readonly forgetPicture: (person: UserId) => void;
};

const noList: PeopleList = { standing: null, counts: null, windows: new Map() };

export function createPeopleSlice(call: Call): SliceOf<PeopleSlice> {
  return (set, get) => {
    let lastRecents = 0;
    return {
      recents: [],
      list: noList,
      listVersion: 0,
      pictures: new Map(),
      readRecents: async () => {
        lastRecents += 1;
        const ask = lastRecents;
        const answer = await call('people.recent', null);
        if (answer.ok && ask === lastRecents) set({ recents: answer.value });
      },
      readWindow: async (standing, window) => {
        // Counts do not depend on the filter: they stay while the rows are fetched.
        if (get().list.standing !== standing) set({ list: { ...get().list, standing, windows: new Map() } });
        const version = get().listVersion;
        const answer = await call('people.list', { standing, offset: window * windowSize, limit: windowSize });
        const { list, listVersion } = get();
        if (!answer.ok || list.standing !== standing || version !== listVersion) return;
        const windows = new Map(list.windows).set(window, answer.value.rows);
        set({ list: { standing, counts: answer.value.counts, windows } });
      },
      peopleChanged: () => set({ listVersion: get().listVersion + 1 }),
      forgetPeople: () => {
        lastRecents += 1;
        set({ recents: [], list: noList, listVersion: get().listVersion + 1, pictures: new Map() });
      },
      pictureArrived: (person, picture) => set({ pictures: new Map(get().pictures).set(person, picture) }),
      forgetPicture: (person) => {
        if (!get().pictures.has(person)) return;
        const pictures = new Map(get().pictures);
        pictures.delete(person);
        set({ pictures });
      },
    };
  };
}
