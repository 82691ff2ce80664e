/**
 * Who may be meant by a query, best guess first: questions to the index, the strictest first, until there are enough
 * people. What was mistyped is only thought about where next to nothing was found.
 */
import type { Status } from '../../contract/user.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { joinedIn, otherWaysOf } from './compounds.ts';
import {
  begunAnywhere,
  handleBegun,
  handleWhole,
  inNameOrLabel,
  inPhone,
  labelled,
  nameBegun,
  nameWhole,
} from './expressions.ts';
import type { Candidate, IndexTable } from './index-table.ts';
import { jointsOf } from './joints.ts';
import type { LabelMatches, Labels } from './labels.ts';
import type { Meant } from './marks.ts';
import { otherSpellings } from './other-spellings.ts';
import { type Found, isBetter, type Place } from './places.ts';
import type { Query } from './query.ts';
import { slipsOf } from './slips.ts';
import { asHandle, isUnspaced } from './words.ts';

export type Candidates = {
  readonly found: readonly Found[];
  /** For each word that was taken for a slip, what it may have been meant for. */
  readonly meant: Meant;
  /** Of the text as it was typed, and of the text without titles. */
  readonly decided: readonly Decided[];
};

/** What a text means depends on everybody who matches: the same text with a status means the same. */
export type Decided = {
  /** Somebody is called just so. */
  readonly isFullName: boolean;
  /** The questions that were asked since a word may have been mistyped; null: none was. */
  readonly slipWays: readonly string[] | null;
};

export type Wanted = {
  readonly query: Query;
  readonly limit: number;
  readonly status: Status | null;
  /** What was decided among people of any status; where it is left out, it is decided. */
  readonly decided?: readonly Decided[];
};

/** So many times the limit are ranked, and more only where too few of them are active. */
const spread = 2;
const mostCandidates = 400;
/** Fewer than these, none of them by a whole word, are too little to be what was meant. */
const tooLittle = 3;
/** So many may have a role that is one person's, and its deputies. */
const few = 3;
const shortestJoined = 5;

export type CandidatesNeeds = { readonly index: IndexTable; readonly labels: Labels };

/** Also without the titles and additions that were typed: people who have them come first. */
export function createCandidates(needs: CandidatesNeeds) {
  const candidatesOf = createCandidatesOf(needs);
  return (wanted: Wanted): Candidates => {
    const { core } = wanted.query;
    const [ofWhole, ofBare] = wanted.decided ?? [];
    const whole = candidatesOf(wanted, core === null, ofWhole);
    if (core === null) return whole;
    const query = { ...wanted.query, ...core, handle: '', numbers: [], idsBegun: [] };
    const bare = candidatesOf({ ...wanted, query }, true, ofBare);
    const found = new Map(bare.found.map((one) => [one.key, one]));
    for (const one of whole.found) found.set(one.key, one);
    return {
      found: [...found.values()],
      meant: new Map([...bare.meant, ...whole.meant]),
      decided: [...whole.decided, ...bare.decided],
    };
  };
}

/** `mayBeSlip`: whether a word may have been mistyped where next to nothing is found. */
function createCandidatesOf({ index, labels }: CandidatesNeeds) {
  return ({ query, limit, status }: Wanted, mayBeSlip: boolean, decided?: Decided): Candidates => {
    const { words, spelledOut, handle, asksHandle, address, numbers } = query;
    const found = new Map<PersonKey, Found>();
    const most = Math.max(limit * spread, 30);

    const add = (some: readonly Candidate[], placeOf: (one: Candidate) => Place) => {
      for (const one of some) {
        const place = placeOf(one);
        const before = found.get(one.key);
        if (before === undefined || isBetter(place, before.place)) found.set(one.key, { ...one, place });
      }
    };
    const ask = (place: Place, expression: string) => {
      const some = index.match(expression, { status, limit: most });
      add(some, () => place);
      return some.length;
    };
    const isEnough = () => {
      if (status !== null) return found.size >= limit;
      let active = 0;
      for (const one of found.values()) if (one.status === 0) active += 1;
      return active >= limit;
    };

    // Somebody who is called just so is who was meant; looking on for others would take longest of all.
    const isFullName = () =>
      decided?.isFullName ?? (words.length > 1 && [...found.values()].some(({ place }) => place === 'name-whole'));
    let slipWays: string[] | null = null;
    const answer = (meant: Meant): Candidates => ({
      found: [...found.values()],
      meant,
      decided: [{ isFullName: isFullName(), slipWays }],
    });
    const askMeant = (place: Place, expression: string) => {
      slipWays?.push(expression);
      ask(place, expression);
    };

    const byName = () => {
      const begun = nameBegun(words);
      const placeOf = ({ sortName }: Candidate) => {
        if (hasWhole(sortName, words)) return 'name-whole';
        return hasBegun(sortName, words) ? 'name-begun' : 'other-name';
      };
      const some = index.match(begun, { status, limit: most });
      add(some, placeOf);
      if (some.length < most) return;
      const isWhole = (one: Candidate) => one.status === 0 && placeOf(one) === 'name-whole';
      if (some.filter(isWhole).length >= limit) return;
      // There are more than were looked at: those with the whole words must not be among the rest.
      add(index.match(nameWhole(words), { status, limit }), placeOf);
      // One letter begins everybody's name: there, who comes first is as good as any.
      if (words.join('').length === 1 || isEnough()) return;
      add(index.match(begun, { status, limit: mostCandidates }), placeOf);
      // Were all of those deleted, the active ones would stand behind them.
      if (status === null && !isEnough()) add(index.match(begun, { status: 'active', limit }), placeOf);
    };
    const byAnything = () => {
      const matches = labels.matching(words);
      if (matches.exact.length > 0) ask('label-whole', labelled(matches.exact));
      if (matches.initialled.length > 0) ask('initials', labelled(matches.initialled));
      if (handle !== '') ask('handle', handleWhole(handle));
      if (isEnough()) return matches;
      if (matches.all.length > 0) ask('label', labelled(matches.all));
      if (isEnough() || isFullName()) return matches;
      // Several words are seldom a username's, and those take long to look through.
      if (words.length > 1) ask('anywhere', inNameOrLabel(words, matches));
      if (words.length === 1 || found.size === 0) ask('anywhere', begunAnywhere(words, matches));
      if (handle !== '' && handle !== words[0] && !isEnough()) ask('handle-begun', handleBegun(handle));
      return matches;
    };
    /** A role that a few have is looked for by its initials rather than names that begin so. */
    const byFewInitials = (word: string) => {
      const tokens = labels.initialled(word);
      const some = tokens.length === 0 ? [] : index.match(labelled(tokens), { status, limit: few + 1 });
      if (some.length <= few) add(some, () => 'few-initials');
    };
    const byDigits = () => {
      numbers.some((digits) => ask('phone', inPhone(digits)) > 0);
      if (isEnough()) return;
      for (const begun of query.idsBegun) add(index.byIdPrefix(begun, { status, limit: most }), () => 'id');
    };

    const bySlips = (matches: LabelMatches): Meant => {
      const { vocabulary } = index;
      const isUnknown = (word: string, nth: number) =>
        !vocabulary.begins(word) && (matches.perWord[nth] ?? []).length === 0;
      // A word that is none is the one that was mistyped; only where that leads to nobody any of them may be.
      const attempts = words.some(isUnknown) ? [isUnknown, () => true] : [() => true];
      const before = found.size;
      for (const isSuspect of attempts) {
        const slips = slipsOf(words, matches, { vocabulary, labels, isSuspect });
        for (const expression of slips.whole) askMeant('meant-whole', expression);
        if (slips.begun !== null && found.size - before < limit) askMeant('meant-begun', slips.begun);
        if (found.size === before) askMeant('meant-other', slips.relaxed);
        if (found.size > before) return slips.meant;
      }
      return new Map();
    };

    if (address !== null) {
      if (handle !== '') add(index.matchAddress(handleWhole(handle), address, { status, limit }), () => 'handle');
      // Many a username is an address.
      ask('handle-begun', handleBegun(asHandle(address)));
      byDigits();
      return answer(new Map());
    }
    let matches: LabelMatches | null = null;
    if (asksHandle && handle !== '') ask('compound-begun', handleBegun(handle));
    if (words.length > 0) {
      if ((asksHandle || handle !== words[0]) && handle !== '') ask('compound-handle', handleWhole(handle));
      byName();
      if (spelledOut !== null) ask('other-name', nameBegun(spelledOut));
      for (const way of otherWaysOf(words)) ask('other-name', nameBegun(way));
      if (words.length === 1 && words[0] !== undefined) byFewInitials(words[0]);
      if (!isEnough()) matches = byAnything();
    }
    byDigits();
    let meant: Map<string, readonly string[]> = new Map();
    const isSlip = () => (decided === undefined ? isTooLittle([...found.values()], words) : decided.slipWays !== null);
    if (matches !== null && mayBeSlip && isSlip()) {
      slipWays = [];
      for (const way of jointsOf(words, index.vocabulary)) askMeant('other-name', nameBegun(way));
      meant = new Map(bySlips(matches));
    }
    for (const [typed, others] of otherSpellings(query)) meant.set(typed, [...(meant.get(typed) ?? []), ...others]);
    return answer(meant);
  };
}

function hasWhole(sortName: string, words: readonly string[]): boolean {
  const own = sortName.split(' ');
  return words.every(
    (word) =>
      own.includes(word) ||
      (word.length >= shortestJoined && joinedIn(own).includes(word)) ||
      (isUnspaced(word) && own.join('') === word),
  );
}

function hasBegun(sortName: string, words: readonly string[]): boolean {
  return words.every(
    (word) =>
      sortName.startsWith(word) ||
      sortName.includes(` ${word}`) ||
      (isUnspaced(word) && sortName.replaceAll(' ', '').includes(word)),
  );
}

/** Where all words but the unfinished last one stand in a name as typed, none of them was a slip. */
function isTooLittle(found: readonly Found[], words: readonly string[]): boolean {
  const meant = found.filter(({ place }) => place !== 'id');
  if (meant.length >= tooLittle) return false;
  const finished = words.slice(0, -1);
  return meant.every(
    ({ place, sortName }) =>
      ['name-begun', 'other-name', 'anywhere', 'handle-begun'].includes(place) &&
      (finished.length === 0 || !hasWhole(sortName, finished)),
  );
}
