/**
 * Every sentence shown for what can go wrong, in one place. The table is keyed by its union through a mapped type, so that
 * a new kind of failure does not build until it has words.
 *
 * A failure says what happened (`title`), what was kept and what to do (`detail`), and names what buttons could do about
 * it (`actions`).
 */
import type { Failure } from '../../contract/failures.ts';
import { badInputWords } from './bad-input-words.ts';
import { statusRefusalWords } from './status-refusal-words.ts';
import { giveTokenWords } from './token-words.ts';
import { databaseTrouble, keychainTrouble, notDrawn, notKept, notSaved, tokenLeft } from './trouble-words.ts';
import { workbookTrouble } from './workbook-words.ts';

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
type Waited = Of<'timeout'>['after'];

export const actionWords: { readonly [A in FailureAction]: string } = {
  retry: 'Try again',
  'enter-token': giveTokenWords,
  'renew-token': giveTokenWords,
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
  token:
    'It repeats the access token, so nothing of it was kept. If the token is a common word, such as the company’s name, ask your administrator for another one.',
};

const waited: { readonly [W in Waited]: string } = {
  headers: 'It accepted the connection and then said nothing.',
  idle: 'It began to answer and then fell silent.',
  total: 'It was still answering when the time was up.',
};

/** The form of the API's own 401 is not documented, so none tells who it is of. */
export const tokenRefused = 'The token was refused, by the server or by something before it';

/** Of a 404 or 403 that is not the API's. */
export const notInForm = (status: number, contentType: string): string =>
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
  'untrusted-certificate': ({ isOfThisComputer }) =>
    isOfThisComputer
      ? {
          title: 'The server wants a certificate of this computer',
          detail:
            'It takes connections only with a certificate that it knows, and Rolodesk shows none. Ask your administrator for an address that the token is enough for. Nothing stored was changed.',
          actions: ['retry'],
        }
      : {
          title: 'The server’s certificate is not trusted',
          detail:
            'The token was not sent. Check the address and this computer’s clock; inside a company, its certificate may have to be installed on this computer.',
          actions: ['retry'],
        },
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
    title: 'This is not the directory server',
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
  'refused-redirect': ({ to, isOwn }) => ({
    title: 'The server wanted to send Rolodesk elsewhere',
    detail: redirectDetail(to, isOwn === true),
  }),
  'bad-input': ({ where, reason }) => ({ title: 'That cannot be used', detail: badInputWords(where, reason) }),
  'not-connected': () => ({
    title: 'No directory is open',
    detail: 'Connect to a server, or look around the demo directory.',
  }),
  'token-needed': () => ({
    title: 'Token needed',
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
  'list-too-large': ({ lines, bytes, most }) => ({
    title: 'The list is too large',
    detail: `${sizeOfList(lines, bytes)} At most ${most.lines.toLocaleString('en-GB')} rows and ${most.bytes / 1e6} MB are checked at once. Check it in parts.`,
  }),
  'list-too-heavy': () => ({
    title: 'The list took too much memory',
    detail: 'Nothing else was affected. Check it in parts, or leave out columns that are not needed.',
  }),
  workbook: ({ trouble }) => workbookTrouble[trouble],
  'not-saved': ({ trouble }) => notSaved[trouble],
  'not-drawn': ({ trouble }) => notDrawn[trouble],
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

function sizeOfList(lines: number | null, bytes: number | null): string {
  if (lines !== null) return `It has ${lines.toLocaleString('en-GB')} rows.`;
  return bytes === null ? '' : `It has ${(bytes / 1e6).toFixed(1)} MB.`;
}

function seconds(count: number): string {
  if (count < 100) return count === 1 ? '1 second' : `${Math.ceil(count)} seconds`;
  const minutes = Math.ceil(count / 60);
  return minutes < 100 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}

/** Not every redirect names a target. One to the server itself names no address to use instead: mostly it leads to a sign-in. */
function redirectDetail(to: string, isOwn: boolean): string {
  if (isOwn)
    return 'It pointed to another of its own pages, often one to sign in at. The token was not sent there. Check that the address is the API’s and that the token is still good, or ask your administrator.';
  if (to === '')
    return 'It pointed to another address. The token was not sent there. If your directory has moved, use its new address as the server.';
  return `It pointed to ${to}. The token was not sent there. If that is where your directory is, use that address as the server.`;
}
