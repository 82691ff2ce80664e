/** Hangul is typed letter by letter, and a syllable that is not finished is another character than the finished one. */

const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
/** Endings of a syllable, none of them included. */
const endings = 28;

const looseLetters = /(?<=[\uac00-\ud7a3])[\u1100-\u11ff\u3131-\u318e]+$/;

/** The text without letters of a syllable that is only begun, behind one that is finished. */
export function withoutLooseLetters(text: string): string {
  return text.replace(looseLetters, '');
}

/** The word, and what it may become when its last syllable gets an ending. */
export function finishedHangul(word: string): string[] {
  const last = word.charCodeAt(word.length - 1);
  if (!(last >= firstSyllable && last <= lastSyllable) || (last - firstSyllable) % endings !== 0) return [word];
  const before = word.slice(0, -1);
  return Array.from({ length: endings }, (_, ending) => before + String.fromCharCode(last + ending));
}
