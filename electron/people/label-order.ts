/** In which order roles and teams stand: by their names as they are read, and by numbers in them as numbers. Pure. */
import { fold } from '../search/fold.ts';

/** Texts of these stand in the order of the names: "Team 9" before "Team 10". */
export function labelOrder(name: string): string {
  // Of two numbers the one with fewer digits is smaller, so how many there are goes before them.
  return fold(name).replace(/\d+/g, (digits) => {
    const number = digits.replace(/^0+(?=\d)/, '');
    return `${String(number.length).padStart(5, '0')}${number}`;
  });
}
