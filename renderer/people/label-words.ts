/** What roles and teams are called where one is chosen. */

import { withoutLabel } from '../../contract/people-view.ts';
import type { LabelCount, LabelKind } from '../../contract/table.ts';
import { labelText } from '../name/label-text.ts';

export const labelKinds: { readonly [K in LabelKind]: string } = { role: 'Role', team: 'Team' };

export function wordOf(kind: LabelKind, label: Pick<LabelCount, 'id' | 'name'>): string {
  return label.id === withoutLabel ? `No ${kind}` : labelText({ ...label, namedBy: null }, kind);
}
