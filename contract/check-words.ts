/** The one word for each answer of a status check, and for what a row was matched by, on screen and in what is saved. */
import type { CheckAnswer, MatchedBy } from './check.ts';
import { statusWords } from './status-words.ts';

export const checkAnswerWords: { readonly [A in CheckAnswer]: string } = {
  active: statusWords.active,
  inactive: statusWords.inactive,
  unknown: statusWords.unknown,
  deleted: statusWords.deleted,
  'not-found': statusWords['not-found'],
  'not-fetched': 'Not fetched yet',
  'nobody-known': 'Nobody known',
  'no-permission': 'No permission',
  failed: 'Could not be fetched',
  ambiguous: 'Ambiguous',
  'not-understood': 'Not understood',
};

export const matchedByWords: { readonly [M in MatchedBy]: string } = {
  id: 'Id',
  'primary-email': 'Primary e-mail',
  'other-email': 'Other e-mail',
  phone: 'Phone',
  username: 'Username',
  name: 'Name, accepted',
  chosen: 'Chosen',
};
