/** The name that is suggested for a file. */

/** What no system takes in a name, and what hides or turns the rest of it. */
const notInNames = /[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu;
/** File systems take 255 bytes of a name, and a letter has up to four. */
const mostLetters = 50;

/** "Organisation.svg", "Ana Silva.csv". */
export function fileName(name: string | null, format: string): string {
  const letters = [...(name ?? 'Organisation').toWellFormed().replace(notInNames, ' ').trim()].slice(0, mostLetters);
  // A name that begins with a point is hidden, and Windows drops points at an end.
  const shown = letters.join('').replace(/^[.\s]+|[.\s]+$/g, '');
  return `${shown === '' ? 'Organisation' : shown}.${format}`;
}
