/** Spans and layers in words. Pure. */
import type { Layer, LeadingWhich, Spans } from '../../../contract/organisation-spans.ts';
import { wideSpan } from '../../../contract/span-sizes.ts';
import { statusWords } from '../../../contract/status-words.ts';
import type { Status } from '../../../contract/user.ts';
import { count, locale } from '../../words/locale.ts';
import { missingWords } from '../row-words.ts';

const mean = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** "4.3"; null where nobody leads anybody. */
export function meanSpan({ led, leaders }: Pick<Spans, 'led' | 'leaders'>): string | null {
  return leaders === 0 ? null : mean.format(led / leaders);
}

/** With "≥" where people who are not fetched yet may lead more. */
export function atLeast(value: number, isMore: boolean): string {
  return `${isMore ? '≥ ' : ''}${count(value)}`;
}

export type LayerPart = { readonly kind: Status | 'not-fetched' | 'failed'; readonly people: number };

const inOrder: readonly Status[] = ['active', 'unknown', 'inactive', 'not-found', 'deleted'];

/** What a layer is made of, those who are there first; nothing of which there is nobody. */
export function layerParts({ byStatus, notFetched, failed, notFound }: Layer): LayerPart[] {
  const parts: LayerPart[] = inOrder.map((kind) => ({
    kind,
    people: byStatus[kind] + (kind === 'not-found' ? notFound : 0),
  }));
  const notStored: LayerPart[] = [
    { kind: 'failed', people: failed },
    { kind: 'not-fetched', people: notFetched - failed },
  ];
  return [...parts, ...notStored].filter(({ people }) => people > 0);
}

export function peopleIn(layer: Layer): number {
  return layerParts(layer).reduce((sum, { people }) => sum + people, 0);
}

/** "10 active, 1 deleted, 2 not fetched yet". */
export function layerWords(layer: Layer): string {
  return layerParts(layer)
    .map(({ kind, people }) => `${count(people)} ${kindWords(kind)}`)
    .join(', ');
}

export function kindWords(kind: LayerPart['kind']): string {
  if (kind === 'not-fetched') return missingWords.waiting;
  return kind === 'failed' ? missingWords.failed : statusWords[kind].toLowerCase();
}

/** "1 person leads more than 15", "12 people lead one person". */
export function leadingWords(which: LeadingWhich, total: number): string {
  const who = total === 1 ? '1 person leads' : `${count(total)} people lead`;
  return which === 'one' ? `${who} one person` : `${who} more than ${wideSpan}`;
}
