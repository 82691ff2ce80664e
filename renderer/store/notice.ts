/** The one short line that says something was done: "Copied the e-mail". Each is said anew, even the same one twice. */
import type { Call } from '../../contract/calls.ts';
import type { Failure, Outcome } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import { failureWords } from '../words/failure-words.ts';
import type { SliceOf } from './slice.ts';

export type Notice = { readonly number: number; readonly text: string; readonly isTrouble: boolean };

export type NoticeSlice = {
  readonly notice: Notice | null;
  /** What went wrong. */
  readonly tell: (text: string) => void;
  /** The same in the words of a failure; of one that is not to be shown, nothing. */
  readonly tellFailure: (failure: Failure) => void;
  /** What was done. */
  readonly say: (text: string) => void;
  readonly endNotice: (number: number) => void;
  /** Another page is shown: what was said is not about it. */
  readonly clearNotice: () => void;
  /** `what` is named in the notice: "Copied the e-mail". Resolves to whether it worked. */
  readonly copy: (text: string, what: string) => Promise<boolean>;
  readonly write: (id: UserId, address: string) => Promise<void>;
  readonly callNumber: (id: UserId, number: string) => Promise<void>;
  readonly openPicture: (id: UserId, which: 'profile' | 'cover') => Promise<void>;
  /** Of the person's newest reply. */
  readonly copyRaw: (id: UserId, withReceipt: boolean) => Promise<void>;
  readonly saveRaw: (id: UserId) => Promise<void>;
};

export function createNoticeSlice(call: Call): SliceOf<NoticeSlice> {
  return (set, get) => {
    let last = 0;
    const say = (text: string, isTrouble = false) => {
      last += 1;
      set({ notice: { number: last, text, isTrouble } });
    };
    const tellFailure = (failure: Failure) => {
      if (failure.kind === 'cancelled') return;
      const { title, detail } = failureWords(failure);
      say(`${title}. ${detail}`, true);
    };
    const tellTrouble = (answer: Outcome<unknown>) => {
      if (!answer.ok) tellFailure(answer.failure);
    };
    return {
      notice: null,
      tell: (text) => say(text, true),
      tellFailure,
      say: (text) => say(text),
      endNotice: (number) => {
        if (get().notice?.number === number) set({ notice: null });
      },
      clearNotice: () => {
        if (get().notice !== null) set({ notice: null });
      },
      copy: async (text, what) => {
        const answer = await call('clipboard.copy', { text });
        if (answer.ok) say(`Copied ${what}`);
        else tellTrouble(answer);
        return answer.ok;
      },
      write: async (id, address) => tellTrouble(await call('link.write', { id, address })),
      callNumber: async (id, number) => tellTrouble(await call('link.call', { id, number })),
      openPicture: async (id, which) => tellTrouble(await call('link.picture', { id, which })),
      copyRaw: async (id, withReceipt) => {
        const answer = await call('people.copyRaw', { id, withReceipt });
        if (!answer.ok) tellFailure(answer.failure);
        else say(withReceipt ? 'Copied the reply with its receipt' : 'Copied the reply as it came');
      },
      saveRaw: async (id) => {
        const answer = await call('people.saveRaw', { id });
        if (!answer.ok) tellFailure(answer.failure);
        else if (answer.value.saved) say('Saved the reply');
      },
    };
  };
}
