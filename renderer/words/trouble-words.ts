/** What is wrong with the keychain, the local copy or a file, in words. */
import type { Failure, KeychainTrouble } from '../../contract/failures.ts';

type Database = Extract<Failure, { kind: 'database' }>['trouble'];
type NotSaved = Extract<Failure, { kind: 'not-saved' }>['trouble'];
type NotDrawn = Extract<Failure, { kind: 'not-drawn' }>['trouble'];

export const keychainTrouble: { readonly [T in KeychainTrouble]: { readonly title: string; readonly detail: string } } =
  {
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
export const tokenLeft: { readonly [T in KeychainTrouble]: string } = {
  locked: 'The keychain is locked, so it was left as it is.',
  unavailable: 'The keychain cannot be reached.',
  refused: 'The keychain refused to take it out.',
  slow: 'The keychain did not answer in time.',
  'not-kept': 'The keychain did not say what became of it.',
  'too-long': 'The keychain cannot hold one so long.',
};

export const databaseTrouble: { readonly [T in Database]: { readonly title: string; readonly detail: string } } = {
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
  away: {
    title: 'The disk with the local copy is not there',
    detail: 'A link leads to it, and was left as it is. Plug the disk in or mount it, and the copy opens by itself.',
  },
};

export const notSaved: { readonly [T in NotSaved]: { readonly title: string; readonly detail: string } } = {
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
  held: {
    title: 'Not saved: the file there cannot be replaced',
    detail:
      'It is as it was. If it is open in another program, such as a spreadsheet, close it there; or choose another name.',
  },
  failed: {
    title: 'Not saved: the file could not be written',
    detail: 'What stood there before is as it was. Choose another name or another folder.',
  },
};

const chooseLess = 'Nothing was saved or printed. Choose a smaller branch, or an SVG.';

export const notDrawn: { readonly [T in NotDrawn]: { readonly title: string; readonly detail: string } } = {
  slow: { title: 'Given up: drawing took too long', detail: chooseLess },
  failed: { title: 'It could not be drawn', detail: chooseLess },
  printer: { title: 'It could not be printed', detail: 'Check the printer, or save a PDF and print that.' },
};

export const notKept: { readonly [T in NotSaved]: string } = {
  full: 'The disk is full. Make some room, then choose it again to keep it.',
  'not-allowed': 'Allow Rolodesk to write to its folder, then choose it again to keep it.',
  'no-folder': 'Its folder is not there any more. Restart Rolodesk, then choose it again to keep it.',
  held: 'Another program has its settings open. Close it there, then choose it again to keep it.',
  failed: 'Its settings could not be written. Check the disk, then choose it again to keep it.',
};
