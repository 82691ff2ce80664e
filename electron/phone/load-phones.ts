/**
 * Loads what reads telephone numbers for dialling: the numbering plans of all countries take some milliseconds, which
 * neither a start nor a person without a number should cost.
 */
import type { readPhoneFields } from './read-phones.ts';

export type ReadPhoneFields = typeof readPhoneFields;

export async function loadPhones(): Promise<ReadPhoneFields> {
  return (await import('./read-phones.ts')).readPhoneFields;
}
