/** Loads what writes vCards, which reads telephone numbers: see person/load-reach.ts. */
import type { vcardOf } from './people-vcard.ts';

export type VcardOf = typeof vcardOf;

let loaded: VcardOf | null = null;

export async function loadVcard(): Promise<void> {
  loaded ??= (await import('./people-vcard.ts')).vcardOf;
}

/** Throws before it is loaded. */
export function loadedVcard(): VcardOf {
  if (loaded === null) throw new Error('what writes vCards has not been loaded');
  return loaded;
}
