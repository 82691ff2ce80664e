/** What a number of refreshes a day comes to for a directory of a size. Pure. */
import { count } from '../words/locale.ts';

/** "everybody about every 12 hours"; empty where nobody is known. */
export function roundWords(people: number, perDay: number): string {
  if (perDay === 0) return 'only who is opened';
  if (people === 0) return '';
  const days = people / perDay;
  if (days < 0.9) return `everybody about every ${amount(Math.max(1, Math.round(days * 24)), 'hour')}`;
  return `everybody about every ${amount(Math.round(days), 'day')}`;
}

function amount(number: number, unit: string): string {
  return number <= 1 ? unit : `${count(number)} ${unit}s`;
}
