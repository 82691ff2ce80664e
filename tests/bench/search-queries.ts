/**
 * What is looked up, and who would have been right: a fixed set, the same in every run.
 *
 * **The obvious person.** Somebody active was drawn, and something of them typed. The first result is right when it is
 * active and the typed text is as true of it as of the one drawn:
 * - some letters: they begin one of its name's words;
 * - two words, each begun: each begins another word of its name;
 * - a full name, with accents, without, or with one slip: its name is the drawn one's, accents aside;
 * - a username: its username is the drawn one's;
 * - a role: its role has the drawn one's name;
 * - a name and a role: both.
 * So where several people are equally right any of them counts. The folding here is not the search's own.
 */
import type { PersonCard } from '../../contract/person.ts';

export type Judged = {
  readonly text: string;
  readonly isRight: (first: PersonCard) => boolean;
};

export const classes = [
  '1 letter',
  '2 letters',
  '3 letters',
  '5 letters',
  '8 letters',
  'two words',
  'full name',
  'one slip',
  'accents typed',
  'accents left out',
  'username',
  'role',
  'name and role',
] as const;
export type QueryClass = (typeof classes)[number];

export const eachClass = 60;

export function queriesOf(cards: readonly PersonCard[], random: () => number): Map<QueryClass, Judged[]> {
  const active = cards.filter(({ status }) => status === 'active');
  const draw = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(random() * from.length)];
    if (one === undefined) throw new Error('nobody to draw');
    return one;
  };
  return new Map(
    classes.map((name) => {
      const queries: Judged[] = [];
      while (queries.length < eachClass) {
        const query = made(name, draw(active), draw, random);
        if (query !== null) queries.push(query);
      }
      return [name, queries];
    }),
  );
}

function made(
  name: QueryClass,
  card: PersonCard,
  draw: <T>(from: readonly T[]) => T,
  random: () => number,
): Judged | null {
  const words = wordsIn(card.name);
  const sameName = (first: PersonCard) => plainly(first.name) === plainly(card.name);
  switch (name) {
    case '1 letter':
    case '2 letters':
    case '3 letters':
    case '5 letters':
    case '8 letters': {
      const letters = Number(name[0]);
      const some = words.filter((word) => [...word].length >= letters);
      if (some.length === 0) return null;
      const text = [...draw(some)].slice(0, letters).join('');
      return { text, isRight: (first) => begins(first, text) };
    }
    case 'two words': {
      if (words.length < 2) return null;
      const [one = '', other = ''] = [words[0], words[words.length - 1]].map((word = '') => word.slice(0, 3));
      return { text: `${one} ${other}`, isRight: (first) => begins(first, one) && begins(first, other) };
    }
    case 'full name':
      return { text: card.name, isRight: sameName };
    case 'one slip': {
      const slipped = withSlip(plainly(card.name), random);
      return slipped === null ? null : { text: slipped, isRight: sameName };
    }
    case 'accents typed':
      return plainly(card.name) === card.name.toLowerCase() ? null : { text: card.name, isRight: sameName };
    case 'accents left out':
      return plainly(card.name) === card.name.toLowerCase() ? null : { text: plainly(card.name), isRight: sameName };
    case 'username': {
      const { username } = card;
      return username === null ? null : { text: username, isRight: (first) => first.username === username };
    }
    case 'role': {
      const role = card.role?.name ?? null;
      return role === null ? null : { text: role, isRight: (first) => first.role?.name === role };
    }
    case 'name and role': {
      const role = card.role?.name ?? null;
      const [first] = words;
      if (role === null || first === undefined) return null;
      const of = role.split(' ').at(-1) ?? role;
      const isRight = (one: PersonCard) => begins(one, first) && plainly(one.role?.name ?? '').includes(plainly(of));
      return { text: `${first} ${of}`, isRight };
    }
  }
}

/** One letter too many, missing, wrong, or exchanged with the next, anywhere in a word of five letters or more. */
function withSlip(name: string, random: () => number): string | null {
  const words = name.split(' ');
  const long = words.flatMap((word, nth) => (/^[a-z]{5,}$/.test(word) ? [nth] : []));
  const nth = long[Math.floor(random() * long.length)];
  const word = nth === undefined ? undefined : words[nth];
  if (nth === undefined || word === undefined) return null;
  const at = Math.floor(random() * (word.length - 1));
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  const [before, here, next, after] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)];
  const ways = [before + next + after, `${before}${letter}${next}${after}`, before + next + here + after];
  const slipped = [...ways, `${before}${here}${letter}${next}${after}`][Math.floor(random() * 4)] ?? word;
  return slipped === word ? null : words.with(nth, slipped).join(' ');
}

function begins(card: PersonCard, text: string): boolean {
  return wordsIn(card.name).some((word) => word.startsWith(plainly(text)));
}

function wordsIn(name: string): string[] {
  return plainly(name)
    .split(/[\s-]+/)
    .filter((word) => word !== '');
}

const letters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** In small letters, without accents and apostrophes. Marks outside Latin, Greek and Cyrillic stay: they are the name. */
export function plainly(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’ʼ`]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[łøđðþßæœı]/g, (letter) => letters[letter] ?? letter);
}

/** The same numbers in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
