/** What dialling a number will do, before it is done. Pure. */
import type { PhoneReading } from '../../contract/reach.ts';

export function dialWords({ dial, shown, extension }: PhoneReading): string {
  if (dial === null || shown === null) return '';
  const call = dial.startsWith('+') ? `Call ${shown}` : `Call ${shown} as it is written: its country cannot be told`;
  return extension === null ? call : `${call}. ${extension} is not dialled with it.`;
}
