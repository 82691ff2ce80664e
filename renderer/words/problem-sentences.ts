/**
 * What is said of each kind of problem beside its name: keyed by the kinds through a mapped type, so that a new one does not
 * build until it has words.
 */
import type { ProblemGroup } from '../../contract/problem-kinds.ts';
import type { ProblemKind } from '../../contract/problems.ts';
import { count } from './locale.ts';

export type KindWords = {
  /** Why it matters, and what to do. */
  readonly why: string;
  /** Several of it, within a sentence that says that there are none. */
  readonly several: string;
};

export const groupWords: { readonly [G in ProblemGroup]: string } = {
  'left-behind': 'Left behind',
  structure: 'Structure',
  data: 'Data',
};

export const kindWords: { readonly [K in ProblemKind]: KindWords } = {
  'left-behind': {
    why: 'Nobody who is there approves, assigns or answers for them. Ask the nearest manager above who is there, and have another manager list them.',
    several: 'people whose managers have all left',
  },
  'gone-manager': {
    why: 'What these people send to their manager reaches nobody. Have another manager list them.',
    several: 'managers who have left and still lead people',
  },
  'still-available': {
    why: 'Work may keep being assigned to them. Set their availability on the server, and assign again what they were given.',
    several: 'people who are disabled or deleted and still available',
  },
  'deleted-active': {
    why: 'The record says both, so the login may still work. Check the login, and correct the record.',
    several: 'people who are deleted and still active',
  },
  'not-found': {
    why: 'The server has no such user, yet somebody lists them or they were known before. Take the id off the lists that name it.',
    several: 'people who are listed and not found',
  },
  cycle: {
    why: 'Each lists the next, so no line from them comes to a top, and a request goes round for ever. Correct one of their lists.',
    several: 'circles',
  },
  'self-report': {
    why: 'They would approve their own requests. Take them off their own list of direct reports.',
    several: 'people who list themselves',
  },
  'too-many-reports': {
    why: 'Such a list is often a whole site or a test account. Check whether managers between are missing.',
    several: 'lists that nobody can lead',
  },
  'several-tops': {
    why: 'Each leads people and is listed by nobody, so the organisation is in parts. Have the manager above list each but one.',
    several: 'further tops',
  },
  alone: {
    why: 'They stand outside the organisation, often as accounts of services or of people who have just joined. Have their manager list them.',
    several: 'people nobody lists',
  },
  'several-managers': {
    why: 'This is for information: in a matrix organisation it is right. Check it where one manager is meant.',
    several: 'people with several managers',
  },
  'shared-email': {
    why: 'A mail or a sign-in by this address may reach the wrong person. Find out whose it is, and correct the other records.',
    several: 'shared e-mails',
  },
  'shared-phone': {
    why: 'It may be the line of a desk or a site, or one record may be copied from another. Check whose it is.',
    several: 'shared numbers',
  },
  'owned-by-another': {
    why: 'The e-mail’s own record names another user, so mail to it may reach somebody else. Correct the owner, or take it off.',
    several: 'e-mails that another user owns',
  },
  'unverified-primary': {
    why: 'It may not be theirs, and what is sent to it may be lost. Have them verify it.',
    several: 'unverified primary e-mails',
  },
  'unlisted-primary': {
    why: 'The list of e-mails and the primary one say different things. Correct whichever is old.',
    several: 'unlisted primary e-mails',
  },
  'deleted-without-date': {
    why: 'Since when they are gone cannot be told, which an audit asks. Have the date put into the record.',
    several: 'deletions without a date',
  },
  'date-without-deletion': {
    why: 'The record has a date of deletion and says that it is not deleted. Find out which is right, and correct the other.',
    several: 'dates of a deletion that was not done',
  },
  unreadable: {
    why: 'What stands in these fields is not what the server describes, so it is left out here. Correct what writes them.',
    several: 'fields that cannot be read',
  },
  'not-an-id': {
    why: 'Somebody may be missing from the organisation. Put the id of the person meant in its place.',
    several: 'listed texts that are no ids',
  },
  'duplicate-report': {
    why: 'It counts once here, and may count twice elsewhere. Take the repeated id off the list.',
    several: 'direct reports listed twice',
  },
  'bad-entry': {
    why: 'Somebody may be missing from this copy. Correct the entry on the server.',
    several: 'entries of the server’s list that are nobody',
  },
  'listed-twice': {
    why: 'The first entry counts here. Take the others off the server’s list, which may say other things.',
    several: 'people the server lists twice',
  },
  'list-part': {
    why: 'The others are fetched from report to report, which takes longer and does not reach people nobody lists.',
    several: 'parts of the server’s list that are missing',
  },
  failed: {
    why: 'What is known of them is old, or nothing is. Try again, or ask your administrator where permission is missing.',
    several: 'people who could not be fetched',
  },
};

/** Beside the heading of the page. */
export function problemsWords(problems: number, fresh: number): string {
  const all = problems === 1 ? '1 problem' : `${count(problems)} problems`;
  return fresh === 0 ? all : `${all}, ${count(fresh)} new since you last looked`;
}

/** "Nothing found: circles, people who list themselves." */
export function nothingWords(kinds: readonly ProblemKind[]): string {
  return `Nothing found: ${kinds.map((kind) => kindWords[kind].several).join(', ')}.`;
}

/** How far everybody is read once more. */
export function rereadingWords({ done, total }: { readonly done: number; readonly total: number }): string {
  return `Reading everybody once more: ${count(done)} of ${count(total)}`;
}
