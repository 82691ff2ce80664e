/** A team or role in plain text, for one-line descriptions. Pure, so that tables and lists load no more than this. */
import type { Label } from '../../contract/person.ts';
import type { LabelKind } from '../../contract/table.ts';
import { isOpaque, shortId } from './short-id.ts';

/** Its name, or where there is none, its id, shortened with its kind where that says nothing to a person. */
export function labelText(label: Label, kind: LabelKind): string {
  return label.name ?? (isOpaque(label.id) ? `${kind} ${shortId(label.id)}` : label.id);
}
