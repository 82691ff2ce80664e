/**
 * The search and its rivals: each is made over the same people, and answers a text with its first twenty. What a rival
 * needs help with it gets, text without accents above all; its settings are those that its documentation advises for
 * looking up names.
 */
import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { PersonCard } from '../../contract/person.ts';
import { openStore } from '../unit/storage/whole-store.ts';
import { clock, log } from './quiet.ts';
import { plainly } from './search-queries.ts';

export type Find = (text: string) => readonly PersonCard[];
/** `readCards`: everybody, out of a file; the search itself has its database. */
export type Made = { readonly database: string; readonly readCards: () => PersonCard[] };

const shown = 20;

const textOf = ({ name, username, email, role, team }: PersonCard) =>
  plainly([name, username, email?.split('@')[0], role?.name, team?.name].filter(Boolean).join(' '));

export const contestants = {
  Rolodesk: ({ database }: Made): Find => {
    const opened = openStore({ file: database, clock, log });
    if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
    const { store } = opened.value;
    return (text) => store.find({ text, status: null, limit: shown }).map(({ card }) => card);
  },

  MiniSearch: ({ readCards }: Made): Find => {
    const cards = readCards();
    const index = new MiniSearch<{ id: number; name: string; username: string; email: string; labels: string }>({
      fields: ['name', 'username', 'email', 'labels'],
      processTerm: (term) => plainly(term),
      searchOptions: {
        combineWith: 'AND',
        prefix: true,
        fuzzy: (term) => (term.length > 3 ? 1 : false),
        boost: { name: 4 },
      },
    });
    index.addAll(
      cards.map(({ name, username, email, role, team }, id) => ({
        id,
        name,
        username: username ?? '',
        email: email?.split('@')[0] ?? '',
        labels: `${role?.name ?? ''} ${team?.name ?? ''}`,
      })),
    );
    return (text) =>
      index
        .search(text)
        .slice(0, shown)
        .flatMap(({ id }) => cards[Number(id)] ?? []);
  },

  uFuzzy: ({ readCards }: Made): Find => {
    const cards = readCards();
    const haystack = cards.map(textOf);
    const fuzzy = new uFuzzy({
      intraMode: 1,
      unicode: true,
      interSplit: "[^\\p{L}\\d']+",
      intraSplit: '\\p{Ll}\\p{Lu}',
    });
    return (text) => {
      const [found, info, order] = fuzzy.search(haystack, plainly(text), 1);
      const indexes = info && order ? order.map((nth) => info.idx[nth] ?? 0) : (found ?? []);
      return indexes.slice(0, shown).flatMap((at) => cards[at] ?? []);
    };
  },

  'Fuse.js': ({ readCards }: Made): Find => {
    const cards = readCards();
    const keys = ['name', 'username', 'email', 'role.name', 'team.name'];
    const fuse = new Fuse(cards, { keys, threshold: 0.3, ignoreLocation: true, ignoreDiacritics: true });
    return (text) => fuse.search(text, { limit: shown }).map(({ item }) => item);
  },

  'a plain scan': ({ readCards }: Made): Find => {
    const cards = readCards();
    const texts = cards.map(textOf);
    return (text) => {
      const words = plainly(text).split(/\s+/);
      const found = texts.flatMap((one, at) => (words.every((word) => one.includes(word)) ? [at] : []));
      const typed = words.join(' ');
      const place = (at: number) => (texts[at]?.startsWith(typed) ? 0 : texts[at]?.includes(` ${typed}`) ? 1 : 2);
      return found
        .toSorted((one, other) => place(one) - place(other))
        .slice(0, shown)
        .flatMap((at) => cards[at] ?? []);
    };
  },
} satisfies Record<string, (made: Made) => Find>;

export type Contestant = keyof typeof contestants;
