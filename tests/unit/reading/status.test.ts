import { describe, expect, it } from 'vitest';
import { statusOf } from '../../../electron/reading/status.ts';
import { read, unreadFields } from './samples.ts';

const date = 1661817298108;

describe('status', () => {
  it.each([
    [true, true, null, 'deleted'],
    [false, true, null, 'deleted'],
    [null, true, null, 'deleted'],
    [true, true, date, 'deleted'],
    [true, false, null, 'active'],
    [false, false, null, 'inactive'],
    [null, false, null, 'unknown'],
    [true, false, date, 'active'],
    [false, false, date, 'inactive'],
    [true, null, date, 'deleted'],
    [null, null, date, 'deleted'],
    [true, null, null, 'unknown'],
    [false, null, null, 'unknown'],
    [null, null, null, 'unknown'],
  ] as const)('active %s, deleted %s, deleted at %s: %s', (isActive, isDeleted, deletedAt, status) => {
    expect(statusOf({ isActive, isDeleted, deletedAt })).toBe(status);
  });

  it.each([
    ['true', true],
    ['TRUE', true],
    [' False ', false],
  ])('reads the word %j', (word, value) => {
    expect(read({ isDeleted: word })).toMatchObject({ isDeleted: value, unread: [] });
  });

  it.each([[1], [0], ['1'], ['yes'], [''], [null], [undefined], [[]], [{}], [[true]]])(
    'does not guess at a flag that is %j: it is unknown, and listed',
    (value) => {
      const user = read({ isDeleted: value, isActive: value });
      expect(user).toMatchObject({ isDeleted: null, isActive: null, status: 'unknown' });
      expect(unreadFields(user)).toEqual(['isActive', 'isDeleted']);
    },
  );

  it('is deleted by date where the flag could not be read, whatever form the date has', () => {
    for (const deletedAt of [date, String(date), '2022-08-30T05:24:58+0530']) {
      expect(read({ isDeleted: null, deletedAt }).status).toBe('deleted');
    }
    for (const deletedAt of [0, '', '0', null, 'yesterday', 5, 1e308]) {
      expect(read({ isDeleted: null, deletedAt }).status).toBe('unknown');
    }
  });
});
