/**
 * One step with the system's keychain at a time: the binding is loaded and called, the Secret Service is looked at, each within
 * the guard's deadline. Whatever goes wrong comes out as one word; no message of theirs does.
 */
import type { KeychainTrouble } from '../../contract/failures.ts';
import type { Log } from '../log.ts';
import type { KeytarBinding } from './binding.ts';
import type { Guard, Step } from './keychain-queue.ts';
import type { Holdings, SecretService } from './secret-service.ts';

export const serviceName = 'Rolodesk';

export type Done<T> = { ok: true; value: T } | { ok: false; trouble: KeychainTrouble };

export type KeychainSteps = {
  /** Whether the binding is there. */
  readonly loaded: () => Promise<Done<KeytarBinding>>;
  /** One call of the binding, counted until it answers, however late. `what` stands in the log. */
  readonly withBinding: <T>(what: string, work: (binding: KeytarBinding) => Promise<T>) => Promise<Done<T>>;
  /** What is there to be found; null where the platform cannot say: the binding is asked and believed. */
  readonly look: (account: string) => Promise<Done<Holdings | null>>;
  /** Whether a call of the binding is unanswered. */
  readonly isUnanswered: () => boolean;
};

export type KeychainStepsNeeds = {
  readonly guard: Pick<Guard, 'step' | 'isLeftAlone'>;
  /** Gives the binding. Called until it succeeds, and only before a secret is touched. */
  readonly load: () => Promise<KeytarBinding>;
  /** Where the platform has one (Linux). */
  readonly secretService: Pick<SecretService, 'holdings'> | null;
  readonly log: Pick<Log, 'info'>;
};

export function createKeychainSteps({ guard, load, secretService, log }: KeychainStepsNeeds): KeychainSteps {
  let binding: KeytarBinding | null | undefined;
  let unanswered = 0;

  const loaded = async (): Promise<Done<KeytarBinding>> => {
    if (binding === undefined) {
      const step = await guard.step(() => load());
      // It may be there the next time.
      if (step.state === 'late') return { ok: false, trouble: 'slow' };
      binding = step.state === 'done' ? step.value : null;
      if (binding === null) log.info('keychain.binding-missing');
    }
    return binding === null ? { ok: false, trouble: 'unavailable' } : { ok: true, value: binding };
  };

  const settle = <T>(step: Step<T>, what: string): Done<T> => {
    if (step.state === 'done') return { ok: true, value: step.value };
    const trouble = step.state === 'late' ? 'slow' : troubleOf(step.error);
    log.info('keychain.trouble', { what, trouble });
    return { ok: false, trouble };
  };

  return {
    loaded,
    withBinding: async (what, work) => {
      const ready = await loaded();
      if (!ready.ok) return ready;
      const step = await guard.step(async () => {
        unanswered += 1;
        try {
          return await work(ready.value);
        } finally {
          unanswered -= 1;
        }
      });
      return settle(step, what);
    },
    look: async (account) => {
      if (guard.isLeftAlone()) return { ok: false, trouble: 'slow' };
      if (secretService === null) return { ok: true, value: null };
      const step = await guard.step((signal) => secretService.holdings({ service: serviceName, account }, signal));
      // Whatever is wrong on the way to the service, there is none to be used.
      if (step.state === 'threw') return { ok: false, trouble: 'unavailable' };
      return settle(step, 'look');
    },
    isUnanswered: () => unanswered > 0,
  };
}

/** The binding's messages are the system libraries' own; they are reduced to a word here and go nowhere else. */
function troubleOf(error: unknown): KeychainTrouble {
  const message = error instanceof Error ? error.message : '';
  // libsecret and gnome-keyring: "Cannot create an item in a locked collection"; macOS: errSecInteractionNotAllowed.
  if (/\blocked\b|interaction is not allowed/i.test(message)) return 'locked';
  if (/d-bus|autolaunch|could not connect|not provided by any|disconnected|closed/i.test(message)) return 'unavailable';
  return 'refused';
}
