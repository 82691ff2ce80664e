/** Spans and layers in words. Pure. */
import type { Layer, LeadingWhich, Spans } from '../../../contract/organisation-spans.ts';
import { onlyListedWords, type PeopleCount } from '../../../contract/people-count.ts';
import { wideSpan } from '../../../contract/span-sizes.ts';
import { statusWords } from '../../../contract/status-words.ts';
import type { Status } from '../../../contract/user.ts';
import { count, locale } from '../../words/locale.ts';

const mean = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** "4.3"; null where nobody leads anybody. */
export function meanSpan({ led, leaders }: Pick<Spans, 'led' | 'leaders'>): string | null {
  return leaders === 0 ? null : mean.format(led / leaders);
}

/** With "≥" where people who are not fetched yet may lead more. */
export function atLeast(value: number, isMore: boolean): string {
  return `${isMore ? '≥ ' : ''}${count(value)}`;
}

/** `no-such-user`: only listed, and the server says that there is no such user. */
export type LayerPart = { readonly kind: Status | 'not-fetched' | 'failed' | 'no-such-user'; readonly people: number };

const inOrder: readonly Status[] = ['active', 'unknown', 'inactive', 'not-found', 'deleted'];

/** What a layer is made of, those who are there first; nothing of which there is nobody. */
export function layerParts({ byStatus, notFetched, failed, notFound }: Layer): LayerPart[] {
  const parts: LayerPart[] = inOrder.map((kind) => ({ kind, people: byStatus[kind] }));
  const notStored: LayerPart[] = [
    { kind: 'no-such-user', people: notFound },
    { kind: 'failed', people: failed },
    { kind: 'not-fetched', people: notFetched - failed },
  ];
  return [...parts, ...notStored].filter(({ people }) => people > 0);
}

export function layerCount({ byStatus, notFetched, notFound }: Layer): PeopleCount {
  return { people: Object.values(byStatus).reduce((sum, of) => sum + of, 0), onlyListed: notFetched + notFound };
}

/** "10 active, 1 deleted, 2 only listed". */
export function layerWords(layer: Layer): string {
  const { onlyListed } = layerCount(layer);
  const parts = inOrder
    .map((kind) => ({ words: statusWords[kind].toLowerCase(), people: layer.byStatus[kind] }))
    .concat({ words: onlyListedWords, people: onlyListed });
  return parts
    .filter(({ people }) => people > 0)
    .map(({ words, people }) => `${count(people)} ${words}`)
    .join(', ');
}

/** "1 person leads more than 15", "12 people lead one person". */
export function leadingWords(which: LeadingWhich, total: number): string {
  const who = total === 1 ? '1 person leads' : `${count(total)} people lead`;
  return which === 'one' ? `${who} one person` : `${who} more than ${wideSpan}`;
}
