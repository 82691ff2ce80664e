/** What a failure means while a directory is connected or given another token, and what is wrong with those remembered. */
import type { RememberedTrouble } from '../../contract/account.ts';
import type { Failure } from '../../contract/failures.ts';
import { isOfStranger } from '../../contract/seen-of-server.ts';
import { type FailureWords, failureWords, notInForm, tokenRefused } from './failure-words.ts';

type Kind = Failure['kind'];

/** What a failure means while a directory is being connected: nothing is stored yet, and the form still holds all. */
const connecting: { readonly [K in Kind]?: FailureWords } = {
  unauthorized: {
    title: tokenRefused,
    detail:
      'It may be incomplete, expired or revoked, or a proxy or gateway answered in the server’s place. Nothing was kept.',
  },
  offline: {
    title: 'The server cannot be reached',
    detail: 'Check the address and the network.',
  },
  'untrusted-certificate': {
    title: 'The server’s certificate is not trusted',
    detail: 'The token was not sent. Check the address and this computer’s clock.',
  },
  'not-found': {
    title: 'The server has no user of the id to start from',
    detail: 'Check the id, or paste another.',
  },
  forbidden: {
    title: 'The token may not read the user to start from',
    detail: 'Ask your administrator for access, or start from another id.',
  },
};

export type ConnectField = 'server' | 'token' | 'startFrom';

/** The field that a failure is about, which says it; null: it is about none of them, and is said above the button. */
export function connectField(failure: Failure): ConnectField | null {
  // Something else than the directory answered.
  if (isOfStranger(failure)) return 'server';
  switch (failure.kind) {
    case 'unauthorized':
    case 'forbidden':
      return 'token';
    case 'offline':
    case 'untrusted-certificate':
    case 'not-the-api':
    case 'refused-redirect':
      return 'server';
    case 'not-found':
      return 'startFrom';
    case 'bad-reply':
      return ['encoding', 'json', 'envelope'].includes(failure.where) ? 'server' : 'startFrom';
    default:
      return null;
  }
}

/** The same in the words of a field. */
export function connectFieldWords(failure: Failure): string {
  const { title, detail } = connectFailureWords(failure);
  return `${title}. ${detail}`;
}

export function connectFailureWords(failure: Failure): FailureWords {
  if (failure.kind === 'not-the-api') {
    const { contentType, status } = failure;
    const title = 'This is not the directory server';
    if (status === undefined) {
      const came = contentType === '' ? 'no answer of the Fetch User API' : contentType;
      return {
        title,
        detail: `What came back is ${came}: a sign-in page of the network, or another server. Check the address.`,
      };
    }
    return {
      title,
      detail: `${notInForm(status, contentType)}, so nothing shows that the token was accepted. Check the address; if it is right, give the id of somebody who is there, such as your own.`,
    };
  }
  // Nobody is known yet.
  if (failure.kind === 'server') return failureWords({ kind: 'server', status: failure.status });
  if (failure.kind === 'untrusted-certificate' && failure.isOfThisComputer) return failureWords(failure);
  return connecting[failure.kind] ?? failureWords(failure);
}

/** A token that was refused is said at its field. */
export const isAboutNewToken = ({ kind }: Failure): boolean => kind === 'unauthorized' || kind === 'forbidden';

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
