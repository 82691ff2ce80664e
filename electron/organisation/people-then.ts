/**
 * Who is found of the organisation as of a moment of the past: by the names, roles, teams and all else of then. Where more people
 * are otherwise by now than can be read, by what they are today.
 */
import type { DatabaseSync } from 'node:sqlite';
import { statusInMarks } from '../../contract/organisation-marks.ts';
import type { Spotlight } from '../../contract/organisation-spotlight.ts';
import type { PersonCard } from '../../contract/person.ts';
import type { LabelCounts, LabelKind } from '../../contract/table.ts';
import { findIds } from '../pasted/find-ids.ts';
import type { Whose } from '../pasted/whose.ts';
import { createKeyFinder, type KeyFinder } from '../people/find-keys.ts';
import { countLabels, labelsNamed } from '../people/label-counts.ts';
import { whereOf } from '../people/order.ts';
import { createBegunKeys } from '../people/typed-names.ts';
import { createFind } from '../search/find.ts';
import { createLabels } from '../search/labels.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { statusToNumber } from '../sqlite/status-order.ts';
import { orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import type { CardsAsOf } from '../storage/cards-as-of.ts';
import { numbersIn } from '../storage/number-lists.ts';
import type { StoreFile } from '../storage/store-file.ts';
import type { Tables } from '../storage/tables.ts';
import { createReadDirectoryThen, mostOtherwise } from './directory-then.ts';
import type { Forest } from './forest.ts';
import { anybody, isEverybody } from './spotlights.ts';

export type PeopleThenNeeds = {
  readonly file: Pick<StoreFile, 'database' | 'tables' | 'reader' | 'clock'>;
  readonly whose: () => Whose;
  readonly cardsAsOf: CardsAsOf;
  /** As `createWriteMark` makes it. */
  readonly version: () => string;
};

type Directory = { readonly database: DatabaseSync; readonly tables: Tables };
type Searched = Directory & {
  readonly keyFinder: KeyFinder;
  readonly begun: ReturnType<typeof createBegunKeys>;
  /** Those who come first, of everybody who matches. */
  readonly first: (at: number, typed: string, limit: number) => PersonKey[];
};
type Then = {
  readonly at: number;
  /** Who is otherwise now. */
  readonly keys: ReadonlySet<PersonKey>;
  /** Null: nobody is, or too many are. */
  readonly others: Searched | null;
  readonly isByToday: boolean;
  /** When it was read, by which version of the local copy, and how long that took. */
  readonly version: string;
  readonly readAt: number;
  readonly tookMs: number;
};

/** Who is no longer the same is read again no more often than this, and never so often that it is most of the work. */
const leastAgeMs = 1000;
const mostOften = 40;
/** Of today's people some were not known then. */
const mostLooked = 200;
const nobody: ReadonlySet<PersonKey> = new Set();

/** `at`: milliseconds since 1970-01-01T00:00Z throughout. `most`: so many who are otherwise now are read. Throws SQLite's errors. */
export function createPeopleThen({ file, whose, cardsAsOf, version }: PeopleThenNeeds, most = mostOtherwise) {
  const read = createReadDirectoryThen(file, most);
  const now = searched(file);
  let kept: Then | null = null;

  const thenAt = (at: number): Then => {
    const begun = file.clock.monotonic();
    const isDue = (one: Then) =>
      one.version !== version() && begun - one.readAt >= Math.max(leastAgeMs, mostOften * one.tookMs);
    if (kept !== null && kept.at === at && !isDue(kept)) return kept;
    kept?.others?.database.close();
    kept = null;
    const before = version();
    const directory = read(at);
    kept = {
      ...{ at, version: before, readAt: begun, tookMs: file.clock.monotonic() - begun },
      keys: directory?.keys ?? nobody,
      others: directory === null || directory.keys.size === 0 ? null : searched(directory),
      isByToday: directory === null,
    };
    return kept;
  };

  function searched({ database, tables }: Directory): Searched {
    const labels = createLabels({ tokens: tables.index.tokens, labelNames: tables.remembered.labels });
    const first = (at: number, typed: string, limit: number) => {
      labels.changed();
      const { find } = createFind({
        ...{ index: tables.index, labels, keysOf: tables.ids.findAll, contactsOf: tables.people.contacts },
        linkedIn: (link) => (link.includes('://') ? findIds(link, whose(), false).ids : []),
        cardsOf: (keys) => cardsAsOf(at, keys),
      });
      return find({ text: typed, status: null, limit }).flatMap(({ card }) => tables.ids.find(card.id) ?? []);
    };
    return {
      ...{ database, tables, first },
      keyFinder: createKeyFinder({ database, tables, whose }),
      begun: createBegunKeys(database),
    };
  }

  /** Those of today who are as they were, and those of then who are not. */
  const merged = (at: number, of: (one: Searched) => Iterable<PersonKey>): PersonKey[] => {
    const { keys, others } = thenAt(at);
    return [...[...of(now)].filter((key) => !keys.has(key)), ...(others === null ? [] : of(others))];
  };
  const byText = (at: number, typed: string): PersonKey[] => {
    const exactly = merged(at, ({ keyFinder }) => keyFinder.exactly(typed));
    return exactly.length > 0 ? exactly : merged(at, ({ keyFinder }) => keyFinder.bySlips(typed));
  };
  const matching = (at: number, { by, value }: Spotlight): PersonKey[] => {
    if (isEverybody({ by, value })) return [];
    if (by === 'text') return byText(at, value);
    const { where, values } = whereOf({ ...anybody, [by]: value }, () => []);
    return merged(at, ({ database }) => {
      const keys = prepareQuery(database, `SELECT group_concat(p.key) FROM people p ${where}`, [orNull(text)]);
      return numbersIn(keys.one(...values)[0] ?? '');
    });
  };
  const isStored = ({ placeOf, marks }: Forest, key: PersonKey): boolean => {
    const place = placeOf[key] ?? 0;
    return place !== 0 && statusInMarks(marks[place] ?? 0) !== null;
  };

  return {
    matching,
    isByToday: (at: number): boolean => thenAt(at).isByToday,
    /** Whose name of then begins with what is typed; null: nothing is typed that a name can begin with. */
    begun: (at: number, typed: string): ReadonlySet<PersonKey> | null =>
      now.begun(typed) === null ? null : new Set(merged(at, ({ begun }) => begun(typed) ?? [])),
    /** At most `limit` of those who were stored then, the one meant first. */
    find: (at: number, forest: Forest, typed: string, limit: number): PersonCard[] => {
      const all = new Set(byText(at, typed).filter((key) => isStored(forest, key)));
      const first = merged(at, (one) => one.first(at, typed, mostLooked)).filter((key) => all.has(key));
      const keys = [...new Set([...first, ...all])].slice(0, mostLooked);
      const cards = [...cardsAsOf(at, keys).entries()].sort(([a], [b]) => keys.indexOf(a) - keys.indexOf(b));
      return cards
        .map(([, card]) => card)
        .sort((a, b) => statusToNumber(a.status) - statusToNumber(b.status))
        .slice(0, limit);
    },
    labels: (at: number, forest: Forest, kind: LabelKind, typed: string): LabelCounts => {
      const { keys, others } = thenAt(at);
      const stored = [...forest.keys].filter((key) => isStored(forest, key));
      const [same, otherwise] = [false, true].map((is) => stored.filter((key) => keys.has(key) === is));
      const counts = countLabels(file.database, kind, same ?? []);
      if (others !== null) counts.push(...countLabels(others.database, kind, otherwise ?? []));
      return labelsNamed(counts, typed);
    },
  };
}
