/** The API's availability word as people read it. Words that are not known are shown as they are, humanised. */

/** `AVAILABLE` → "Available", `on_a_call` → "On a call". */
export function availabilityWord(came: string): string {
  const words = came
    .trim()
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[\s_\-.]+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return came;
  const text = words.join(' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** True for the one word that is known to mean that work can be assigned. */
export function isAvailable(came: string): boolean {
  return came.trim().toUpperCase() === 'AVAILABLE';
}
