/**
 * Names that are written in one word or in several: McDonald and Mc Donald, vanderBerg and van der Berg, عبدالرحمن and
 * عبد الرحمن. Folded words throughout.
 */

/** Words that belong to the one behind them. */
const particles = new Set(
  `mc mac o d l fitz de del della dell dello dei degli di da dal dalla do dos das du des la le lo les el al van von vom zu zum
  zur vande vander vanden der den ter ten te st saint san santa abd abdel abdal abdul abdur abdoul abu abou bou ibn bin bint
  umm ould ap ab
  عبد ابو ابا ابي ام ابن بن بنت ال ولد`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
/** Arabic words that belong to the one before them: نور الدين is نورالدين. */
const followers = /^ال(?:دين|له|اسلام|حق|رحمن|رحيم|نبي|زهراء)$/;
/** The shortest rest of a name that a single letter may belong to: "o brien", and no initial before a name of two letters. */
const shortestBehindLetter = 3;
/** Words of one run that are written in one: nobody types more, and a name may be thousands of particles. */
const mostJoined = 8;
const article = /^ال(?=\p{L}{3})/u;

/** Whether a word may be written in one with the next. */
export const isJoint = (word: string, next: string | undefined): boolean =>
  next !== undefined &&
  (followers.test(next) || (particles.has(word) && (word.length > 1 || next.length >= shortestBehindLetter)));

/**
 * For a name's words: each run of them that may be written in one, "van der berg" as vanderberg, derberg and vander. Of 8 words
 * at most each, so that there are at most seven times as many as words.
 */
export function joinedIn(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let from = 0; from < words.length; from += 1) {
    let one = words[from] ?? '';
    const last = from + mostJoined - 1;
    for (let at = from; at < last && isJoint(words[at] ?? '', words[at + 1]); at += 1) {
      one += words[at + 1] ?? '';
      joined.push(one);
    }
  }
  return joined;
}

/** Typed words with those in one that may be written so; null where there are none. */
function joinedWords(words: readonly string[]): string[] | null {
  const joined: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    let one = words[at] ?? '';
    while (isJoint(words[at] ?? '', words[at + 1])) {
      at += 1;
      one += words[at] ?? '';
    }
    joined.push(one);
  }
  return joined.length === words.length ? null : joined;
}

/** An Arabic word without its article, which names have or leave out; the word itself where it has none. */
const withoutArticle = (word: string): string => word.replace(article, '');

/** What is indexed of such a word as well: القحطاني is looked up as قحطاني, عبدالرحمن as رحمن. Null for other words. */
export function articleless(word: string): string | null {
  const bare = word.replace(/^(?:عبد)?ال(?=\p{L}{3})/u, '');
  return bare === word ? null : bare;
}

/** Ways in which typed words may stand in a name beside as they are. */
export function otherWaysOf(words: readonly string[]): readonly (readonly string[])[] {
  const joined = joinedWords(words);
  const bare = words.map(withoutArticle);
  const ways = joined === null ? [] : [joined];
  if (bare.some((word, nth) => word !== words[nth])) ways.push(bare);
  return ways;
}
