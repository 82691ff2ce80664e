/** Recipients that are copied, and mails that are begun to several people. */
import type { AddressesOf, AddressSeparator } from '../../contract/addresses.ts';
import type { Call } from '../../contract/calls.ts';
import type { WhichPeople } from '../../contract/table.ts';
import type { SliceOf } from './slice.ts';

/** Needed once addresses were copied. */
const loadWords = () => import('../words/address-words.ts');

export type AddressesSlice = {
  /** What stands between recipients; null until it is read. */
  readonly separator: AddressSeparator | null;
  readonly readSeparator: () => Promise<void>;
  readonly chooseSeparator: (separator: AddressSeparator) => Promise<void>;
  /** Of people of the table as it is shown. */
  readonly copyAddresses: (which: WhichPeople) => Promise<void>;
  readonly writeToAll: (which: WhichPeople) => Promise<void>;
  readonly copyAddressesOf: (of: AddressesOf) => Promise<void>;
};

export function createAddressesSlice(call: Call): SliceOf<AddressesSlice> {
  return (set, get) => {
    const shownAs = (which: WhichPeople): AddressesOf | null => {
      const { shown } = get().table;
      return shown === null ? null : { snapshot: shown.snapshot, which };
    };
    const copyAddressesOf = async (of: AddressesOf) => {
      const answer = await call('addresses.copy', { of });
      if (answer.ok) get().say((await loadWords()).addressWords(answer.value));
      else get().tellFailure(answer.failure);
    };
    return {
      separator: null,
      readSeparator: async () => {
        const answer = await call('addresses.separator', null);
        if (answer.ok) set(answer.value);
      },
      chooseSeparator: async (separator) => {
        set({ separator });
        const answer = await call('addresses.setSeparator', { separator });
        if (!answer.ok) get().tellFailure(answer.failure);
      },
      copyAddresses: async (which) => {
        const of = shownAs(which);
        if (of !== null) await copyAddressesOf(of);
      },
      writeToAll: async (which) => {
        const of = shownAs(which);
        if (of === null) return;
        const answer = await call('addresses.write', { of });
        if (answer.ok) get().say((await loadWords()).writtenWords(answer.value));
        else get().tellFailure(answer.failure);
      },
      copyAddressesOf,
    };
  };
}
