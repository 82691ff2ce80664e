/**
 * What a right click offers: cut, copy, paste and select all where they can be had, and nothing else. What stands in
 * a password field is never offered for copying.
 */
import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron';

type Clicked = Pick<ContextMenuParams, 'editFlags' | 'formControlType' | 'isEditable' | 'selectionText'>;

/** Empty where there is nothing to offer; no menu is shown then. */
export function contextMenuItems({
  editFlags,
  formControlType,
  isEditable,
  selectionText,
}: Clicked): MenuItemConstructorOptions[] {
  if (!isEditable) return selectionText.trim() === '' ? [] : [{ role: 'copy', enabled: editFlags.canCopy }];
  const taking: MenuItemConstructorOptions[] = [
    { role: 'cut', enabled: editFlags.canCut },
    { role: 'copy', enabled: editFlags.canCopy },
  ];
  return [
    ...(formControlType === 'input-password' ? [] : taking),
    { role: 'paste', enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', enabled: editFlags.canSelectAll },
  ];
}
