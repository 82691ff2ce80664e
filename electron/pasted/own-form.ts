/**
 * The form of this directory's own ids, told from those that it has: what fits it may be offered to be fetched, and
 * nothing that only looks like an id somewhere else.
 *
 * Ids of one outline (runs of letters and digits, and what parts them) make one form. Letters that all of them share
 * are part of it, such as the `u-` of `u-10001`; other runs are as long as they were seen. A few ids tell no more than their
 * outline. UUIDs have a form of their own, which is known everywhere.
 */
import { spelledAlike } from '../../contract/ids.ts';
import { isCanonicalUuid } from '../../contract/uuid.ts';

export type OwnForm = {
  /**
   * An id that has the form of this directory's ids, UUIDs aside: as it is, or in the letter case that has it. Null: it
   * has not.
   */
  readonly fitting: (id: string) => string | null;
  /** Whether the UUIDs among them have no dashes. */
  readonly hasBareUuids: boolean;
  /** Whether some ids have no digit, as usernames have none. */
  readonly hasWords: boolean;
  /** Whether enough ids are known for whatever fits nothing to be no id of this directory. */
  readonly isSettled: boolean;
};

type Run = { readonly kind: 'letters' | 'digits' | 'mixed' | 'joint'; readonly text: string };

/** So many ids tell what they have in common. */
const enough = 5;
const settled = 20;
/** Of all ids, so many in a hundred make a form: what stands alone may be an exception. */
const leastShare = 0.05;
/** Of all ids, so many have to have a form: else they are all different, as random ones are. */
const coveredShare = 0.6;
/** Words that ids begin with, rather than names: so few, and so many of all ids have one of them. */
const mostShared = 6;
const sharedShare = 0.9;
/** Random ids are longer than words. */
const shortestRandom = 8;

export const isUuid = (id: string): boolean =>
  (id.length === 36 || id.length === 32) && isCanonicalUuid(spelledAlike(id));

/** `ids`: some of all that are stored, from all over the directory. */
export function ownFormOf(ids: readonly string[]): OwnForm {
  const uuids = ids.filter(isUuid);
  const others = ids.filter((id) => !isUuid(id));
  const groups = new Map<string, Run[][]>();
  for (const id of others) {
    const runs = runsOf(id);
    const outline = runs.map(({ kind, text }) => (kind === 'joint' ? text : kind)).join(' ');
    groups.set(outline, [...(groups.get(outline) ?? []), runs]);
  }
  const kept = [...groups.values()].filter((members) => members.length >= ids.length * leastShare);
  const covered = kept.reduce((sum, members) => sum + members.length, 0);
  const patterns = covered < others.length * coveredShare ? [randomForm(others)] : kept.map(formOf);
  const whole = patterns.filter((pattern) => pattern !== null).map((pattern) => new RegExp(`^${pattern}$`));
  const isSettled = ids.length >= settled;
  const fits = (id: string) => whole.some((pattern) => pattern.test(id));
  return {
    fitting: (id) => {
      if (fits(id)) return id;
      if (!isSettled) return null;
      const [lower, upper] = [id.toLowerCase(), id.toUpperCase()];
      return lower !== id && fits(lower) ? lower : upper !== id && fits(upper) ? upper : null;
    },
    hasBareUuids: uuids.length > 0 && uuids.every((id) => !id.includes('-')),
    hasWords: ids.some((id) => !/\d/.test(id)),
    isSettled,
  };
}

/** "emp-0042" is letters, a hyphen, digits; what changes between letters and digits more than once is mixed. */
function runsOf(id: string): Run[] {
  return id.split(/([-_.~])/).flatMap((part): Run[] => {
    if (part === '') return [];
    if (/^[-_.~]$/.test(part)) return [{ kind: 'joint', text: part }];
    const runs = part.match(/[A-Za-z]+|\d+/g) ?? [];
    if (runs.length > 2) return [{ kind: 'mixed', text: part }];
    return runs.map((text) => ({ kind: /\d/.test(text) ? 'digits' : 'letters', text }));
  });
}

function formOf(members: readonly Run[][]): string {
  const [first = []] = members;
  return first
    .map(({ kind, text }, nth) => {
      const texts = members.map((runs) => runs[nth]?.text ?? '');
      if (kind === 'joint') return escaped(text);
      if (kind === 'digits') return digitsForm(texts);
      const shared = kind === 'letters' ? sharedBy(texts) : [];
      if (shared.length > 0) return `(?:${shared.map(escaped).join('|')})`;
      return `${classOf(texts)}${lengthOf(texts, kind === 'mixed')}`;
    })
    .join('');
}

/** The few words that nearly all share, such as a prefix for each kind; empty where they are many, or too few to tell. */
function sharedBy(texts: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const one of texts) times.set(one, (times.get(one) ?? 0) + 1);
  const frequent = [...times].filter(([, count]) => count >= Math.max(enough, texts.length * leastShare));
  const covered = frequent.reduce((sum, [, count]) => sum + count, 0);
  return frequent.length <= mostShared && covered >= texts.length * sharedShare ? frequent.map(([one]) => one) : [];
}

/** Numbers that are not filled up with zeros grow: after 9999 comes 10000. */
function digitsForm(texts: readonly string[]): string {
  const lengths = texts.map(({ length }) => length);
  const most = Math.max(...lengths);
  const least = Math.min(...lengths);
  if (texts.length < enough) return '\\d{1,20}';
  return `\\d{${least},${least === most ? most : most + 1}}`;
}

function lengthOf(texts: readonly string[], isExact: boolean): string {
  if (texts.length < enough && !isExact) return '{1,32}';
  const lengths = texts.map(({ length }) => length);
  return `{${Math.min(...lengths)},${Math.max(...lengths)}}`;
}

/** Of whole ids that have no outline in common. Null where there are none, or they are as short as words are. */
function randomForm(ids: readonly string[]): string | null {
  const lengths = ids.map(({ length }) => length);
  if (ids.length < enough || Math.min(...lengths) < shortestRandom) return null;
  return `${classOf(ids)}${lengthOf(ids, true)}`;
}

function classOf(texts: readonly string[]): string {
  const all = texts.join('');
  const parts = [
    [/[g-z]/, 'a-z'],
    [/[G-Z]/, 'A-Z'],
    [/\d/, '\\d'],
    [/-/, '\\-'],
    [/_/, '_'],
    [/\./, '.'],
    [/~/, '~'],
  ] as const;
  const seen: string[] = parts.filter(([pattern]) => pattern.test(all)).map(([, part]) => part);
  // Of hexadecimal digits the letters go no further than f.
  if (/[a-f]/.test(all) && !/[g-z]/.test(all)) seen.push(/\d/.test(all) && texts.length >= enough ? 'a-f' : 'a-z');
  if (/[A-F]/.test(all) && !/[G-Z]/.test(all)) seen.push(/\d/.test(all) && texts.length >= enough ? 'A-F' : 'A-Z');
  return `[${seen.join('')}]`;
}

function escaped(text: string): string {
  return text.replace(/[.\-~]/g, '\\$&');
}
