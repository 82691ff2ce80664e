/** How far something is that is saved or printed. Pure. */
import type { EventData } from '../../contract/events.ts';
import { count } from './locale.ts';

export function exportWords({ done, total, stage }: EventData<'export.progress'>): string {
  if (stage === 'asking') return 'The system’s print dialog is open';
  const people = total === 1 ? '1 person' : `${count(total)} people`;
  return stage === 'drawing' ? `Drawing ${people}` : `Saving ${count(done)} of ${count(total)}`;
}
