/**
 * Who may be meant by a query, best guess first: questions to the index, the strictest first, until there are enough
 * people. What was mistyped is only thought about where next to nothing was found.
 */
import type { Standing } from '../../../contract/user.ts';
import type { PersonKey } from '../person-ids.ts';
import {
  all,
  any,
  begins,
  begunAnywhere,
  inName,
  inOther,
  inPhone,
  labelled,
  nameBegun,
  nameWhole,
  quoted,
  wordAnywhere,
} from './expressions.ts';
import type { Candidate, IndexTable } from './index-table.ts';
import type { LabelMatches, Labels } from './labels.ts';
import type { Meant } from './marks.ts';
import type { Query } from './query.ts';

/** In this order people of one standing are shown. */
const places = [
  'compound-handle',
  'name-whole',
  'name-begun',
  'label-whole',
  'handle',
  'label',
  'anywhere',
  'handle-begun',
  'phone',
  'id',
  'meant-whole',
  'meant-begun',
  'meant-other',
] as const;
type Place = (typeof places)[number];

export type Found = Candidate & { readonly place: number };
export type Candidates = {
  readonly found: readonly Found[];
  /** For each word that was taken for a slip, what it may have been meant for. */
  readonly meant: Meant;
};

export type Wanted = { readonly query: Query; readonly limit: number; readonly standing: Standing | null };

const shortestIdPrefix = 3;
/** So many times the limit are ranked, and more only where too few of them are active. */
const spread = 3;
const mostCandidates = 400;
/** Fewer than these, none of them by a whole word, are too little to be what was meant. */
const tooLittle = 3;

export function createCandidates({ index, labels }: { readonly index: IndexTable; readonly labels: Labels }) {
  return ({ query, limit, standing }: Wanted): Candidates => {
    const { words, handle, phone } = query;
    const found = new Map<PersonKey, Found>();
    const most = Math.max(limit * spread, 30);

    const add = (some: readonly Candidate[], placeOf: (one: Candidate) => Place) => {
      for (const one of some) {
        const place = places.indexOf(placeOf(one));
        const before = found.get(one.key);
        if (before === undefined || place < before.place) found.set(one.key, { ...one, place });
      }
    };
    const ask = (place: Place, expression: string) => {
      const some = index.match(expression, { standing, limit: most });
      add(some, () => place);
      return some.length;
    };
    const isEnough = () => {
      if (standing !== null) return found.size >= limit;
      let active = 0;
      for (const one of found.values()) if (one.standing === 0) active += 1;
      return active >= limit;
    };

    const byName = () => {
      const begun = nameBegun(words);
      const placeOf = ({ sortName }: Candidate) => (hasWhole(sortName, words) ? 'name-whole' : 'name-begun');
      const some = index.match(begun, { standing, limit: most });
      add(some, placeOf);
      if (some.length < most) return;
      // There are more than were looked at: those with the whole words must not be among the rest.
      ask('name-whole', nameWhole(words));
      if (!isEnough()) add(index.match(begun, { standing, limit: mostCandidates }), placeOf);
    };
    const byAnything = () => {
      const matches = labels.matching(words);
      if (matches.exact.length > 0) ask('label-whole', labelled(matches.exact));
      if (handle !== '') ask('handle', inOther(quoted(handle)));
      if (isEnough()) return matches;
      if (matches.all.length > 0) ask('label', labelled(matches.all));
      if (isEnough()) return matches;
      ask('anywhere', begunAnywhere(words, matches));
      if (handle !== '' && handle !== words[0] && !isEnough()) ask('handle-begun', inOther(begins(handle)));
      return matches;
    };
    const byDigits = () => {
      if (phone !== null) ask('phone', inPhone(phone));
      const [id] = query.ids;
      if (id === undefined || id.length < shortestIdPrefix || isEnough()) return;
      for (const prefix of new Set([id, id.toLowerCase()])) {
        add(index.byIdPrefix(prefix, { standing, limit: most }), () => 'id');
      }
    };

    if (query.address !== null) {
      if (handle !== '') ask('handle-begun', inOther(begins(handle)));
      byDigits();
      return { found: [...found.values()], meant: new Map() };
    }
    let matches: LabelMatches | null = null;
    if (words.length > 0) {
      if (handle !== words[0] && handle !== '') ask('compound-handle', inOther(quoted(handle)));
      byName();
      if (!isEnough()) matches = byAnything();
    }
    byDigits();
    const meant = matches !== null && isTooLittle([...found.values()], words) ? correct(words, matches) : null;
    return { found: [...found.values()], meant: meant ?? new Map() };

    function correct(typed: readonly string[], { perWord }: LabelMatches): Meant {
      const slips = typed.map((word) => ({
        ...index.vocabulary.corrections(word),
        label: labels.meantBy(word),
      }));
      const asTyped = typed.map((word, nth) => wordAnywhere(word, perWord[nth] ?? []));
      const before = found.size;
      for (const [place, which, term] of [
        ['meant-whole', 'whole', quoted],
        ['meant-begun', 'begun', begins],
      ] as const) {
        for (const [nth, slip] of slips.entries()) {
          if (slip[which].length > 0) ask(place, all(asTyped.with(nth, inName(any(slip[which].map(term))))));
        }
        if (found.size - before >= limit) break;
      }
      if (found.size - before < limit) {
        const relaxed = slips.map(({ begun, label }, nth) =>
          any([
            asTyped[nth] ?? '',
            ...(begun.length > 0 ? [inName(any(begun.map(begins)))] : []),
            ...(label.tokens.length > 0 ? [labelled(label.tokens)] : []),
          ]),
        );
        ask('meant-other', all(relaxed));
      }
      return new Map(
        typed.map((word, nth) => [word, [...(slips[nth]?.begun ?? []), ...(slips[nth]?.label.words ?? [])]]),
      );
    }
  };
}

function hasWhole(sortName: string, words: readonly string[]): boolean {
  const own = sortName.split(' ');
  return words.every((word) => own.includes(word));
}

/** Where all words but the unfinished last one stand in a name as typed, none of them was a slip. */
function isTooLittle(found: readonly Found[], words: readonly string[]): boolean {
  if (found.length >= tooLittle) return false;
  const finished = words.slice(0, -1);
  return found.every(
    ({ place, sortName }) =>
      ['name-begun', 'anywhere', 'handle-begun'].includes(places[place] ?? '') &&
      (finished.length === 0 || !hasWhole(sortName, finished)),
  );
}
