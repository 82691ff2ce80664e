/** Why a workbook cannot be read: thrown by what reads its parts, and told once at the top (`read-workbook.ts`). */
import type { WorkbookTrouble } from '../../contract/failures.ts';

export class Unreadable extends Error {
  readonly trouble: WorkbookTrouble;
  constructor(trouble: WorkbookTrouble) {
    super(`the workbook is ${trouble}`);
    this.trouble = trouble;
  }
}
