/** Why what was typed or pasted cannot be used, in words. */
import type { BadInputReason } from '../../contract/failures.ts';

export const badInputReasons: { readonly [R in BadInputReason]: string } = {
  empty: 'This is needed.',
  'too-long': 'This is too long.',
  'not-a-url': 'This is not an address. It should look like https://api.chakrahq.com.',
  'not-https': 'The address has to begin with https://, so that the token stays private on its way.',
  'has-credentials': 'Take the user name and password out of the address: the token goes in its own field.',
  'control-characters': 'There are line breaks or other invisible characters in it. Copy it again without them.',
  'not-an-id': 'This is not a user id. Ids are letters, digits, dashes, dots and underscores.',
  'no-id-found': 'No user id was found in this. Paste an id, a profile link, or any text that holds ids.',
  'nobody-listed': 'There is nobody in the list.',
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
    empty:
      'This server gave no list of its users that can be read, so Rolodesk needs one id to start from: your own will do.',
    'nobody-listed':
      'This server’s list of its users is empty, so Rolodesk needs one id to start from: your own will do.',
    'too-long': 'This is more than 5 MB of text. Give a part of it; the rest can be added once connected.',
  },
  name: { empty: 'Type a name.' },
  text: {
    empty: 'Paste some text, or choose a file.',
    'too-long': 'This is more than 20 MB of text. Paste the part of it that holds the ids.',
    'no-id-found':
      'No user id was found in this. It is kept here: add ids, profile links, or another text that holds some.',
  },
  list: {
    empty: 'Paste a list, or choose a file.',
    'too-long': 'This is more than 20 MB of text. Check it in parts.',
    'not-known': 'The selected people are others by now. Select them again.',
  },
  check: { 'not-known': 'This check is not kept any more: one without a name goes when another list is checked.' },
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
