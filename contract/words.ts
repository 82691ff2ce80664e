/**
 * Every sentence shown for what can go wrong or has to be told apart, in one place. Each table is keyed by its union
 * through a mapped type, so that a new kind of failure, reason or contradiction does not build until it has words.
 *
 * A failure says what happened (`title`), what was kept and what to do (`detail`), and names what buttons could do about
 * it (`actions`).
 */
import type { Keychain, Reachability, RememberedTrouble, TokenState } from './account.ts';
import type { AppTrouble } from './app-trouble.ts';
import type { BadInputReason, Failure, KeychainTrouble } from './failures.ts';
import { statusRefusalWords } from './status-refusal-words.ts';
import type { Contradiction, Status } from './user.ts';

export type FailureAction = 'retry' | 'enter-token' | 'renew-token' | 'unlock-keychain' | 'fetch-named';
export type FailureWords = {
  readonly title: string;
  readonly detail: string;
  /** In the order of their buttons. */
  readonly actions?: readonly FailureAction[];
};

type Kind = Failure['kind'];
type Of<K extends Kind> = Extract<Failure, { kind: K }>;
type Reply = Of<'bad-reply'>['where'];
type Database = Of<'database'>['trouble'];
type NotSaved = Of<'not-saved'>['trouble'];
type Waited = Of<'timeout'>['after'];

export const actionWords: { readonly [A in FailureAction]: string } = {
  retry: 'Try again',
  'enter-token': 'Enter token',
  'renew-token': 'Give another token…',
  'unlock-keychain': 'Unlock the keychain…',
  'fetch-named': 'Fetch them',
};

const badReply: { readonly [W in Reply]: string } = {
  encoding: 'The reply is not valid UTF-8 text.',
  json: 'The reply is not valid JSON.',
  envelope: 'The reply does not have the form of Fetch User: there is no “_data” in it.',
  data: 'The reply holds no user.',
  id: 'The user in the reply has no id that can be used.',
  'another-id': 'The server answered with another user than the one asked for.',
  errors: 'The server answered with an error instead of a user.',
};

const waited: { readonly [W in Waited]: string } = {
  headers: 'It accepted the connection and then said nothing.',
  idle: 'It began to answer and then fell silent.',
  total: 'It was still answering when the time was up.',
};

const keychainTrouble: { readonly [T in KeychainTrouble]: { readonly title: string; readonly detail: string } } = {
  locked: {
    title: 'The keychain is locked',
    detail: 'The token in it was left as it is. Unlock the keychain, then try again.',
  },
  unavailable: {
    title: 'The keychain cannot be reached',
    detail: 'The token is not written anywhere else. Rolodesk can hold it in memory until you quit.',
  },
  refused: {
    title: 'The keychain refused',
    detail: 'Nothing in it was changed. Allow Rolodesk to use the keychain, then try again.',
  },
  slow: {
    title: 'The keychain did not answer in time',
    detail: 'It is left alone until it answers. The token is held in memory until you quit.',
  },
  'not-kept': {
    title: 'The keychain did not keep the token',
    detail: 'It was written, but could not be read back. The token is held in memory until you quit.',
  },
  'too-long': {
    title: 'The token is too long for the keychain',
    detail: 'The token is held in memory until you quit.',
  },
};

/** Why a token that was to be forgotten may not be. */
const tokenLeft: { readonly [T in KeychainTrouble]: string } = {
  locked: 'The keychain is locked, so it was left as it is.',
  unavailable: 'The keychain cannot be reached.',
  refused: 'The keychain refused to take it out.',
  slow: 'The keychain did not answer in time.',
  'not-kept': 'The keychain did not say what became of it.',
  'too-long': 'The keychain cannot hold one so long.',
};

const databaseTrouble: { readonly [T in Database]: { readonly title: string; readonly detail: string } } = {
  'newer-version': {
    title: 'The local copy was written by a newer Rolodesk',
    detail: 'It was left untouched. Update Rolodesk to open it.',
  },
  'cannot-open': {
    title: 'The local copy cannot be opened',
    detail: 'It was left untouched. Check that its folder can be read and written, then try again.',
  },
  full: {
    title: 'The disk is full',
    detail: 'Everything stored before is kept. Make some room, then try again.',
  },
  'read-only': {
    title: 'The local copy cannot be written',
    detail: 'Everything stored before is kept. Allow Rolodesk to write to its folder, then try again.',
  },
  locked: {
    title: 'Another program is using the local copy',
    detail: 'Everything stored before is kept. What was fetched can be stored once that program is done.',
  },
};

const notSaved: { readonly [T in NotSaved]: { readonly title: string; readonly detail: string } } = {
  full: {
    title: 'Not saved: the disk is full',
    detail: 'What stood there before is as it was. Make some room, or save it elsewhere.',
  },
  'not-allowed': {
    title: 'Not saved: this folder cannot be written to',
    detail: 'What stood there before is as it was. Choose another folder.',
  },
  'no-folder': {
    title: 'Not saved: this folder is not there any more',
    detail: 'Choose another folder, or plug the disk in again.',
  },
  failed: {
    title: 'Not saved: the file could not be written',
    detail: 'What stood there before is as it was. Choose another name or another folder.',
  },
};

const notKept: { readonly [T in NotSaved]: string } = {
  full: 'The disk is full. Make some room, then choose it again to keep it.',
  'not-allowed': 'Allow Rolodesk to write to its folder, then choose it again to keep it.',
  'no-folder': 'Its folder is not there any more. Restart Rolodesk, then choose it again to keep it.',
  failed: 'Its settings could not be written. Check the disk, then choose it again to keep it.',
};

export const badInputReasons: { readonly [R in BadInputReason]: string } = {
  empty: 'This is needed.',
  'too-long': 'This is too long.',
  'not-a-url': 'This is not an address. It should look like https://api.chakrahq.com.',
  'not-https': 'The address has to begin with https://, so that the token stays private on its way.',
  'has-credentials': 'Take the user name and password out of the address: the token goes in its own field.',
  'control-characters': 'There are line breaks or other invisible characters in it. Copy it again without them.',
  'not-an-id': 'This is not a user id. Ids are letters, digits, dashes, dots and underscores.',
  'no-id-found': 'No user id was found in this. Paste an id, a profile link, or any text that holds ids.',
  'not-known': 'This is not known here.',
  malformed: 'This cannot be read. Check it and try again.',
  'holds-token':
    'This holds your access token, which belongs in its own field alone. Nothing of it was kept or sent. Take it out.',
};

/** Sentences that name the field, where the general one would leave a person guessing. */
const badInputAt: Readonly<Record<string, { readonly [R in BadInputReason]?: string }>> = {
  server: { empty: 'Type the address of the server, such as https://api.chakrahq.com.' },
  token: {
    empty: 'Paste the access token that your administrator gave you.',
    'too-long': 'This is longer than a token can be (8,192 characters). Check that only the token was pasted.',
    malformed: 'A token has no spaces and only plain letters, digits and signs. Check that only the token was pasted.',
  },
  startFrom: {
    empty: 'This server does not list its users, so Rolodesk needs one id to start from: your own will do.',
    'too-long': 'This is more than 5 MB of text. Give a part of it; the rest can be added once connected.',
  },
  name: { empty: 'Type a name.' },
  text: {
    empty: 'Paste some text, or choose a file.',
    'too-long': 'This is more than 20 MB of text. Paste the part of it that holds the ids.',
    'no-id-found':
      'No user id was found in this. It is kept here: add ids, profile links, or another text that holds some.',
  },
  file: {
    empty: 'There is no text in this file.',
    'too-long': 'Files of more than 20 MB are not read. Paste the part of it that holds the ids.',
    malformed: 'This is not a text file. Save a spreadsheet as CSV first; a folder cannot be read.',
  },
  perDay: { malformed: 'Type a whole number from 0 to 1,000,000.' },
};

export function badInputWords(where: string, reason: BadInputReason): string {
  return badInputAt[where]?.[reason] ?? badInputReasons[reason];
}

/** The form of the API's own 401 is not documented, so none tells who it is of. */
const tokenRefused = 'The token was refused, by the server or by something before it';

/** Of a 404 or 403 that is not the API's. */
const notInForm = (status: number, contentType: string): string =>
  `What came back (${status}${contentType === '' ? '' : `, ${contentType}`}) does not have the form of the Fetch User API`;

/** Of a refusal that may be anybody's. */
const ofNobody =
  'It is not in the form of the Fetch User API, and nobody who is known is given either: it may be of a gateway before the server. Nobody was marked for it.';

const failures: { readonly [K in Kind]: (failure: Of<K>) => FailureWords } = {
  'not-found': () => ({
    title: 'The server has no such user',
    detail: 'The id may be mistyped, or belong to another organisation.',
    actions: ['retry'],
  }),
  unauthorized: ({ isOfOne }) => ({
    title: tokenRefused,
    detail: isOfOne
      ? 'It was refused for this user alone: others are still given with it. Nothing stored was changed, and nobody was marked.'
      : 'It may have expired or been revoked, or a proxy or gateway answered in the server’s place. Everything fetched so far stays readable, and nobody was marked. It is tried again every five minutes.',
    actions: ['enter-token', 'retry'],
  }),
  forbidden: () => ({
    title: 'No permission to read this user',
    detail: 'The token is valid, but not for this. Nothing stored was changed. Ask your administrator for access.',
    actions: ['retry'],
  }),
  offline: () => ({
    title: 'The server cannot be reached',
    detail: 'Everything fetched so far stays readable. Check the network, then try again.',
    actions: ['retry'],
  }),
  'untrusted-certificate': () => ({
    title: 'The server’s certificate is not trusted',
    detail:
      'The token was not sent. Check the address and this computer’s clock; inside a company, its certificate may have to be installed on this computer.',
    actions: ['retry'],
  }),
  timeout: ({ after }) => ({
    title: 'The server took too long',
    detail: `${waited[after]} Nothing stored was changed. Try again in a moment.`,
    actions: ['retry'],
  }),
  'rate-limited': ({ retryAfterSeconds }) => ({
    title: 'The server asks to slow down',
    detail: `Nothing was lost. Try again in ${retryAfterSeconds === null ? 'a minute' : seconds(retryAfterSeconds)}.`,
    actions: ['retry'],
  }),
  server: ({ status, isForeign }) => {
    const { title, detail } = statusRefusalWords(status);
    return { title, detail: isForeign ? `${detail} ${ofNobody}` : detail, actions: ['retry'] };
  },
  'proxy-sign-in': () => ({
    title: 'A proxy wants a sign-in',
    detail:
      'A proxy between this computer and the server asks for a user name and a password (407). Nothing stored was changed. Sign in to it, or ask your administrator, then try again.',
    actions: ['retry'],
  }),
  'network-sign-in': () => ({
    title: 'The network wants a sign-in',
    detail:
      'The network that this computer is in asks you to sign in first (511). Nothing stored was changed. Open any page in your web browser to do so, then try again.',
    actions: ['retry'],
  }),
  'headers-too-large': () => ({
    title: 'The reply’s headers are too large',
    detail:
      'The server, or something before it, sent more headers than are accepted, so the reply was not read. Nothing stored was changed.',
    actions: ['retry'],
  }),
  'not-the-api': ({ contentType, status }) => ({
    title: 'Something else answered',
    detail:
      status !== undefined
        ? `${notInForm(status, contentType)}, and nobody who is known is given either. It is a gateway, a block page of the network, or a wrong server address. Nobody was marked for it, and nothing stored was changed.`
        : `What came back is not the Fetch User API${contentType === '' ? '' : ` but ${contentType}`}: a sign-in page of the network, or a wrong server address. Nothing stored was changed.`,
    actions: ['retry'],
  }),
  'bad-reply': ({ where, detail }) => ({
    title: 'The reply could not be read',
    detail: `${badReply[where]}${detail === '' ? '' : ` (${detail})`} Nothing stored was changed.`,
    actions: ['retry'],
  }),
  'too-large': ({ limitBytes }) => ({
    title: 'The reply was too large',
    detail: `More than ${Math.round(limitBytes / 1024).toLocaleString('en-GB')} KiB came for one user, so it was not read. Nothing stored was changed.`,
    actions: ['retry'],
  }),
  'refused-redirect': ({ to }) => ({
    title: 'The server wanted to send Rolodesk elsewhere',
    // Not every redirect names a target.
    detail:
      to === ''
        ? 'It pointed to another address. The token was not sent there. If your directory has moved, use its new address as the server.'
        : `It pointed to ${to}. The token was not sent there. If that is where your directory is, use that address as the server.`,
  }),
  'bad-input': ({ where, reason }) => ({ title: 'That cannot be used', detail: badInputWords(where, reason) }),
  'not-connected': () => ({
    title: 'No directory is open',
    detail: 'Connect to a server, or look around the demo directory.',
  }),
  'token-needed': () => ({
    title: 'The token is needed again',
    detail: 'Everything fetched so far stays readable. To fetch more, give the token of this connection.',
    actions: ['renew-token'],
  }),
  keychain: ({ trouble }) => ({
    ...keychainTrouble[trouble],
    actions: [trouble === 'locked' ? 'unlock-keychain' : 'retry'],
  }),
  'token-left': ({ trouble, isRemembered }) => ({
    title: 'The token may still be in the keychain',
    detail: isRemembered
      ? `${tokenLeft[trouble]} The directory stays in the list: open it and disconnect it once more when the keychain can be used.`
      : `${tokenLeft[trouble]} The directory itself is forgotten. To be rid of the token too, delete the entry “Rolodesk” in the keychain.`,
  }),
  database: ({ trouble }) => ({ ...databaseTrouble[trouble], actions: ['retry'] }),
  'disk-low': ({ freeBytes }) => ({
    title: 'Less than 500 MB are free on this disk',
    detail: `${Math.floor(freeBytes / 1e6).toLocaleString('en-GB')} MB are left. Nothing more is fetched until there is more room; then it goes on by itself.`,
  }),
  'many-named': ({ named, fetched }) => ({
    title: 'The server names far more people than it gives',
    detail: `${named.toLocaleString('en-GB')} people were named and not fetched, and ${fetched.toLocaleString('en-GB')} fetched. Go on only if your organisation may be that large: a server that makes people up would fill the disk.`,
    actions: ['fetch-named'],
  }),
  'not-saved': ({ trouble }) => notSaved[trouble],
  closed: () => ({
    title: 'Given up: the directory was closed',
    detail: 'Nothing was saved or copied. Open the directory and do it again.',
  }),
  'not-kept': ({ trouble }) => ({ title: 'This lasts only until you quit', detail: notKept[trouble] }),
  'refused-caller': () => ({
    title: 'Refused',
    detail: 'The request did not come from Rolodesk’s own page. Nothing was done.',
  }),
  cancelled: () => ({ title: 'Given up', detail: 'It was given up for a newer request.', actions: ['retry'] }),
  unexpected: ({ reference }) => ({
    title: 'Something went wrong in Rolodesk',
    detail: `Try again; if it stays, report it with the reference ${reference}.`,
    actions: ['retry'],
  }),
};

export function failureWords(failure: Failure): FailureWords {
  // The table pairs each kind with a function of that very kind; the compiler cannot follow the pairing.
  return (failures[failure.kind] as (failure: Failure) => FailureWords)(failure);
}

const lastsUntilQuit = 'Directories cannot be opened or connected; settings last until you quit.';
const notWritten: { readonly [T in NotSaved]: { readonly title: string; readonly detail: string } } = {
  full: { title: 'The disk is full', detail: 'What is fetched or set now cannot be kept. Make some room.' },
  'not-allowed': {
    title: 'Nothing can be kept on this computer',
    detail: `Rolodesk may not write to its folder. ${lastsUntilQuit}`,
  },
  'no-folder': {
    title: 'Nothing can be kept on this computer',
    detail: `Its folder cannot be made. ${lastsUntilQuit}`,
  },
  failed: {
    title: 'Nothing can be kept on this computer',
    detail: `Rolodesk’s folder does not take what is written to it. Check the disk. ${lastsUntilQuit}`,
  },
};

/** What went wrong in the app while nobody waited for an answer, and what it means. */
export function appTroubleWords(trouble: AppTrouble): { readonly title: string; readonly detail: string } {
  switch (trouble.kind) {
    case 'page-lost':
      return {
        title: 'The page stopped and was loaded again',
        detail: `Nothing that is stored was lost; what was typed and not sent was. The log names it under ${trouble.reference}.`,
      };
    case 'defect':
      return {
        title: 'Something failed in Rolodesk',
        detail: `It goes on. If anything stays as it should not be, start Rolodesk again. The log names it under ${trouble.reference}.`,
      };
    case 'not-written':
      return trouble.what === 'log'
        ? {
            title: 'The log cannot be written',
            detail: 'Rolodesk works as usual. What fails is printed where it was started from.',
          }
        : notWritten[trouble.trouble];
  }
}

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

/**
 * What it means that somebody of whom there is no local copy cannot be fetched either, where the frame says already why
 * nobody can be.
 */
export const notFetchableWords: FailureWords = {
  title: 'There is no local copy of this user',
  detail: 'They can be fetched once the directory can be asked again.',
};

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

/** Said when the person was asked to unlock the keychain and it is as shut as before. */
export const stillLockedWords = 'The keychain is still locked.';

/** Said when the person asked for the token to be tried again and it is refused as before. */
export const stillRefusedWords = 'The token is still refused.';

export const statusWords: { readonly [S in Status]: string } = {
  active: 'Active',
  inactive: 'Inactive',
  deleted: 'Deleted',
  'not-found': 'Not found',
  unknown: 'Unknown',
};

export const contradictionWords: { readonly [C in Contradiction]: string } = {
  'deleted-yet-active': 'Deleted, and still marked as active.',
  'deleted-yet-available': 'Deleted, and still marked as available: work may keep being assigned.',
  'inactive-yet-available': 'The login is disabled, and yet marked as available: work may keep being assigned.',
  'deleted-without-date': 'Deleted, but the server gives no date.',
  'deletion-date-yet-not-deleted': 'There is a deletion date, but the user is not marked as deleted.',
  'primary-email-not-listed': 'The primary e-mail is not in the list of e-mails.',
  'primary-email-unverified': 'The primary e-mail is not verified.',
  'email-of-another-user': 'An e-mail’s own record says that it belongs to another user.',
  'reports-to-self': 'The user is listed among their own direct reports.',
};

/** Said where somebody's direct reports are listed and counted. */
export const selfListedWords = `${contradictionWords['reports-to-self']} They are left out of the list and the counts.`;

export const tokenStateWords: { readonly [S in TokenState]: { readonly short: string; readonly detail: string } } = {
  asking: {
    short: 'Asking the keychain…',
    detail: 'The keychain has not answered yet. What is stored can be read until then.',
  },
  missing: {
    short: 'Token needed',
    detail: 'No token is kept for this connection. What is stored can be read; to fetch more, give the token again.',
  },
  stored: { short: 'Token in the keychain', detail: 'The token is kept in this computer’s keychain.' },
  'session-only': {
    short: 'Token kept until you quit',
    detail: 'The keychain cannot be used, so the token is held in memory only and has to be given again next time.',
  },
  'too-long': {
    short: 'Token kept until you quit',
    detail:
      'The token is longer than this computer’s keychain can hold, so it is held in memory only and has to be given again next time.',
  },
  locked: {
    short: 'Keychain locked',
    detail: 'The token is in the keychain, which is locked. Unlock it, or give the token again.',
  },
  unavailable: {
    short: 'Token not at hand',
    detail: 'The keychain cannot be reached. What is stored can be read; to fetch more, give the token again.',
  },
};

type KeychainName = Keychain['name'];

const keychainNames: { readonly [N in KeychainName]: string } = {
  'macos-keychain': 'the macOS keychain',
  'windows-credential-manager': 'Windows Credential Manager',
  'secret-service': 'this computer’s keychain (Secret Service)',
};

const keychainStates: { readonly [S in Keychain['state']]: (name: string) => string } = {
  ready: (name) => `Kept in ${name}.`,
  unknown: (name) => `Kept in ${name} if it can be used, else in memory until you quit.`,
  locked: (name) => `${sentence(name)} is locked. Unlock it first, or the token is held in memory until you quit.`,
  unavailable: (name) => `${sentence(name)} cannot be reached: held in memory only, until you quit.`,
};

/** Where a token that is typed now will be kept, in words for this computer. */
export function keychainWords({ name, state }: Keychain): string {
  return keychainStates[state](keychainNames[name]);
}

export const reachabilityWords: { readonly [S in Reachability['state']]: string } = {
  online: 'Online',
  offline: 'Offline',
  unauthorized: 'Token refused',
  untried: 'Not tried yet',
};

function seconds(count: number): string {
  if (count < 100) return count === 1 ? '1 second' : `${Math.ceil(count)} seconds`;
  const minutes = Math.ceil(count / 60);
  return minutes < 100 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
