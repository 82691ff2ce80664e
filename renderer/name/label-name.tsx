/** A team or role: its name, or where the server gives none, its id shortened with a way to copy the whole. */
import type { Label } from '../../contract/person.ts';
import { CopyButton } from '../copy/copy-button.tsx';
import { isOpaque, shortId } from './short-id.ts';

type LabelNameProps = {
  readonly label: Label;
  readonly kind: 'role' | 'team';
  /** With a copy button where only an id is known; left out in lists. */
  readonly copyable?: boolean;
};

export function LabelName({ label, kind, copyable = false }: LabelNameProps) {
  const plain = label.name ?? (isOpaque(label.id) ? null : label.id);
  if (plain !== null) return <bdi>{plain}</bdi>;
  return (
    <span title={`${kind} ${label.id}`}>
      {kind} <bdi>{shortId(label.id)}</bdi>
      {copyable && <CopyButton text={label.id} what={`the ${kind}’s id`} small />}
    </span>
  );
}

/** The same in plain text, for one-line descriptions. */
export function labelText(label: Label, kind: 'role' | 'team'): string {
  return label.name ?? (isOpaque(label.id) ? `${kind} ${shortId(label.id)}` : label.id);
}
