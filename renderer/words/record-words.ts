/** What a record contradicts itself in, and what it means that there is none, in words. */
import type { Contradiction } from '../../contract/user.ts';
import type { FailureWords } from './failure-words.ts';

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

/** Says that a person without a local copy cannot be fetched now. The frame says why nobody can. */
export const notFetchableWords: FailureWords = {
  title: 'There is no local copy of this user',
  detail: 'They can be fetched once the directory can be asked again.',
};
