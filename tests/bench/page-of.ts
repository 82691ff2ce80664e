/** A person's page as it is assembled for the window, with nothing asked of a server. */
import type { UserId } from '../../contract/ids.ts';
import type { PersonPage } from '../../contract/person.ts';
import { assemblePage } from '../../electron/person/page.ts';
import type { DirectoryReads } from '../../electron/storage/reads.ts';

/** Null where nothing is stored of the person. */
export function pageOf(store: DirectoryReads, id: UserId): PersonPage | null {
  const needs = { reading: () => null, failures: new Map(), canFetch: () => true, totalsOf: () => null };
  return assemblePage({ ...needs, store, server: 'https://api.example.com' }, id, { source: 'local', trouble: null });
}
