import { expect, it } from 'vitest';
import { marks, noStatus, statusInMarks } from '../../../contract/organisation-marks.ts';
import { Status } from '../../../contract/user.ts';
import { statusToNumber } from '../../../electron/sqlite/status-order.ts';

it.each(Status.options)('%s is read from the code it is stored under', (status) => {
  expect(statusInMarks(statusToNumber(status) | marks.listsThemselves | marks.circle)).toBe(status);
});

it('nothing is said of the status of somebody who is not stored', () => {
  expect(statusInMarks(noStatus | marks.notFetched)).toBeNull();
});

it('no two marks share a bit', () => {
  const bits = Object.values(marks);
  expect(bits.reduce((all, one) => all | one, 0)).toBe(bits.reduce((sum, one) => sum + one, 0));
});
