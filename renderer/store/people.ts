/** People known so far: those opened last, and pictures that came after their cards. */
import type { Call, CallOutput } from '../../contract/calls.ts';
import type { Sha256, UserId } from '../../contract/ids.ts';
import type { PersonCard } from '../../contract/person.ts';
import type { SliceOf } from './slice.ts';

export type PeopleSlice = {
  readonly recents: readonly PersonCard[];
  readonly pictures: ReadonlyMap<UserId, Sha256>;
  readonly readRecents: () => Promise<void>;
  /** Those who match best, of any status; nobody where they cannot be asked for. */
  readonly findPeople: (text: string) => Promise<readonly PersonCard[]>;
  /** How many are below somebody, as the table shows them; null: that could not be asked. */
  readonly countBelow: (id: UserId) => Promise<CallOutput<'people.countBelow'> | null>;
  readonly forgetPeople: () => void;
  readonly pictureArrived: (person: UserId, picture: Sha256) => void;
  /** A card fetched later knows better. */
  readonly forgetPicture: (person: UserId) => void;
};

/** More than are in view. */
const mostFound = 20;

export function createPeopleSlice(call: Call): SliceOf<PeopleSlice> {
  return (set, get) => {
    let lastRecents = 0;
    return {
      recents: [],
      pictures: new Map(),
      readRecents: async () => {
        lastRecents += 1;
        const ask = lastRecents;
        const answer = await call('people.recent', null);
        if (answer.ok && ask === lastRecents) set({ recents: answer.value });
      },
      findPeople: async (text) => {
        const answer = await call('people.find', { text, status: null, limit: mostFound });
        return answer.ok ? answer.value.found.map(({ card }) => card) : [];
      },
      countBelow: async (id) => {
        const answer = await call('people.countBelow', { id });
        return answer.ok ? answer.value : null;
      },
      forgetPeople: () => {
        lastRecents += 1;
        set({ recents: [], pictures: new Map() });
        get().forgetTable();
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
