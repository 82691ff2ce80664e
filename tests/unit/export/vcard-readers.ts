/** What three libraries that are not ours read in vCards, in one form. */
import ICAL from 'ical.js';
import { parseVCards } from 'vcard4-ts';
import vCard from 'vcf';

/** A property that may be there several times; its types in the order written. */
export type ReadLine = { readonly value: string; readonly types: readonly string[]; readonly isPreferred: boolean };

export type ReadCard = {
  readonly name: string;
  /** Family, given, additional, prefixes, suffixes; null where they are not given. */
  readonly parts: readonly string[] | null;
  readonly nickname: string | null;
  readonly phones: readonly ReadLine[];
  readonly emails: readonly ReadLine[];
  /** The organisation and its unit, with a semicolon between them. */
  readonly organisation: string | null;
  readonly title: string | null;
  readonly id: string | null;
  readonly categories: string | null;
  readonly note: string | null;
};

type VcardReader = (cards: string) => ReadCard[];

export const vcardReaders: Readonly<Record<'ical.js' | 'vcard4-ts' | 'vcf', VcardReader>> = {
  'ical.js': readByIcal,
  'vcard4-ts': readByVcard4Ts,
  vcf: readByVcf,
};

const list = (value: unknown): string[] => (value === undefined || value === null ? [] : [value].flat().map(String));
/** A library that knows the parts of an organisation gives a list of them. */
const joined = (value: unknown): string => list(value).join(';');
const orNull = (value: unknown): string | null => (value === undefined || value === null ? null : joined(value));

type IcalCard = ConstructorParameters<typeof ICAL.Component>[0];

function readByIcal(cards: string): ReadCard[] {
  const parsed = ICAL.parse(cards) as unknown as string | IcalCard[];
  const all = typeof parsed[0] === 'string' ? [parsed] : [...parsed];
  return all.map((one) => {
    const card = new ICAL.Component(one as IcalCard);
    const first = (name: string): unknown => card.getFirstPropertyValue(name);
    const lines = (name: string): ReadLine[] =>
      card.getAllProperties(name).map((property) => ({
        value: joined(property.getFirstValue()),
        types: list(property.getParameter('type')),
        isPreferred: property.getParameter('pref') === '1',
      }));
    return {
      name: joined(first('fn')),
      parts: card.hasProperty('n') ? list(first('n')) : null,
      nickname: orNull(first('nickname')),
      phones: lines('tel'),
      emails: lines('email'),
      organisation: orNull(first('org')),
      title: orNull(first('title')),
      id: orNull(first('uid')),
      categories: orNull(first('categories')),
      note: orNull(first('note')),
    };
  });
}

function readByVcard4Ts(cards: string): ReadCard[] {
  return (parseVCards(cards).vCards ?? []).map((card) => {
    if (card.nags !== undefined) throw new Error(card.nags.map(({ description }) => description).join('; '));
    type Property = { readonly value: unknown; readonly parameters?: { TYPE?: readonly string[]; PREF?: number } };
    const lines = (some: readonly unknown[] = []): ReadLine[] =>
      (some as readonly Property[]).map(({ value, parameters = {} }) => ({
        value: joined(value),
        types: list(parameters.TYPE),
        isPreferred: parameters.PREF === 1,
      }));
    return {
      name: joined(card.FN[0].value),
      parts: card.N === undefined ? null : Object.values(card.N.value).map(joined),
      nickname: orNull(card.NICKNAME?.[0].value),
      phones: lines(card.TEL),
      emails: lines(card.EMAIL),
      organisation: orNull(card.ORG?.[0].value),
      title: orNull(card.TITLE?.[0].value),
      id: orNull(card.UID?.value),
      categories: orNull(card.CATEGORIES?.[0].value),
      note: orNull(card.NOTE?.[0].value),
    };
  });
}

/** It leaves values as they are written, escapes and all. */
function readByVcf(cards: string): ReadCard[] {
  return vCard.parse(cards).map((card) => {
    const all = (name: string) => [card.get(name) ?? []].flat();
    const text = (name: string) => all(name).map((property) => unescaped(property.valueOf()))[0] ?? null;
    const lines = (name: string): ReadLine[] =>
      all(name).map((property) => {
        const { type, pref } = property as { type?: string | string[]; pref?: string };
        return { value: unescaped(property.valueOf()), types: list(type), isPreferred: pref === '1' };
      });
    return {
      name: text('fn') ?? '',
      parts: all('n').map((property) => partsOf(property.valueOf()))[0] ?? null,
      nickname: text('nickname'),
      phones: lines('tel'),
      emails: lines('email'),
      organisation: text('org'),
      title: text('title'),
      id: text('uid'),
      categories: text('categories'),
      note: text('note'),
    };
  });
}

function unescaped(written: string): string {
  return written.replace(/\\(.)/gs, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
}

function partsOf(written: string): string[] {
  return Array.from(`;${written}`.matchAll(/;((?:\\.|[^;\\])*)/gs), ([, part]) => unescaped(part ?? ''));
}
