/** What a failure means while a directory is connected or given another token, and what is wrong with those remembered. */
import type { RememberedTrouble } from '../../contract/account.ts';
import type { Failure } from '../../contract/failures.ts';
import { type FailureWords, failureWords, notInForm, tokenRefused } from './failure-words.ts';

type Kind = Failure['kind'];

/** What a failure means while a directory is being connected: nothing is stored yet, and the form still holds all. */
const connecting: { readonly [K in Kind]?: FailureWords } = {
  unauthorized: {
    title: tokenRefused,
    detail:
      'It may be incomplete, expired or revoked, or a proxy or gateway answered in the server’s place. Nothing was kept, and what you typed is still here.',
    actions: ['enter-token', 'retry'],
  },
  offline: {
    title: 'The server cannot be reached',
    detail: 'Check the address and the network. Nothing was kept, and what you typed is still here.',
    actions: ['retry'],
  },
  'untrusted-certificate': {
    title: 'The server’s certificate is not trusted',
    detail: 'The token was not sent. Check the address and this computer’s clock. What you typed is still here.',
    actions: ['retry'],
  },
  'not-found': {
    title: 'The server has no user of the id to start from',
    detail: 'Check the id, or paste another. What you typed is still here.',
  },
  forbidden: {
    title: 'The token may not read the user to start from',
    detail: 'Ask your administrator for access, or start from another id. What you typed is still here.',
  },
};

export function connectFailureWords(failure: Failure): FailureWords {
  if (failure.kind === 'not-the-api' && failure.status !== undefined) {
    return {
      ...failureWords(failure),
      detail: `${notInForm(failure.status, failure.contentType)}, so nothing shows that the token was accepted. Check the address; if it is right, give the id of somebody who is there, such as your own. Nothing was kept, and what you typed is still here.`,
    };
  }
  // Nobody is known yet.
  if (failure.kind === 'server') return failureWords({ kind: 'server', status: failure.status });
  if (failure.kind === 'untrusted-certificate' && failure.isOfThisComputer) return failureWords(failure);
  return connecting[failure.kind] ?? failureWords(failure);
}

/** What a failure means while another token is given for the directory that is open. */
export function tokenFailureWords(failure: Failure): FailureWords {
  if (failure.kind === 'forbidden') {
    return {
      title: 'The token may not read anybody who is known here',
      detail: 'Nothing was changed; try another one, or ask your administrator for access.',
    };
  }
  if (failure.kind !== 'unauthorized') return failureWords(failure);
  return {
    title: tokenRefused,
    detail:
      'It may be incomplete, expired or revoked, or a proxy or gateway answered in the server’s place. Nothing was changed; try again, or another one.',
  };
}

/** What is wrong with the list of remembered directories, and what that means for connecting. */
export const rememberedTroubleWords: {
  readonly [T in RememberedTrouble]: { readonly title: string; readonly detail: string };
} = {
  damaged: {
    title: 'The list of directories was damaged',
    detail: 'It was moved aside. What could be read of it is remembered; connect again what is missing.',
  },
  'newer-version': {
    title: 'The list of directories was written by a newer Rolodesk',
    detail: 'It is left untouched, so no server can be connected. Update Rolodesk; the demo directory still opens.',
  },
  unreadable: {
    title: 'The list of directories cannot be read',
    detail:
      'It is left untouched, so no server can be connected. Allow Rolodesk to read its folder, then restart it; the demo directory still opens.',
  },
};
