/** A right click offers what can be done there, and never to copy a secret. */
import { describe, expect, it } from 'vitest';
import { contextMenuItems } from '../../../electron/shell/context-menu.ts';

const can = (isAble: boolean) => ({
  ...{ canUndo: isAble, canRedo: isAble, canCut: isAble, canCopy: isAble, canPaste: isAble },
  ...{ canDelete: isAble, canSelectAll: isAble, canEditRichly: isAble },
});
const clicked = {
  editFlags: can(true),
  formControlType: 'input-text',
  isEditable: true,
  selectionText: '',
} as const;
const offered = (params: Parameters<typeof contextMenuItems>[0]) =>
  contextMenuItems(params).flatMap(({ role, enabled }) => (role === undefined ? [] : [`${role} ${enabled}`]));

describe('a right click', () => {
  it('on a field offers what can be done with it', () => {
    expect(offered(clicked)).toEqual(['cut true', 'copy true', 'paste true', 'selectAll true']);
    const editFlags = { ...can(false), canPaste: true };
    expect(offered({ ...clicked, editFlags })).toEqual(['cut false', 'copy false', 'paste true', 'selectAll false']);
  });

  it('on a password field offers to paste, and not to copy, whatever the page says', () => {
    const params = { ...clicked, formControlType: 'input-password', selectionText: 'secret' } as const;
    expect(offered(params)).toEqual(['paste true', 'selectAll true']);
  });

  it('on selected text offers to copy it', () => {
    const params = { ...clicked, isEditable: false, formControlType: 'none' } as const;
    expect(offered({ ...params, selectionText: 'Ada' })).toEqual(['copy true']);
    expect(offered({ ...params, selectionText: ' \n' })).toEqual([]);
    expect(offered(params)).toEqual([]);
  });
});
