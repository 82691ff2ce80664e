import { describe, expect, test } from 'vitest';
import type { Reachability } from '../../../contract/account.ts';
import type { Failure } from '../../../contract/failures.ts';
import { isSaidByFrame } from '../../../renderer/connection/said-by-frame.ts';

const open = (state: Reachability['state'], canFetch = true) => ({
  reachability: { state, since: 0, lookAgainAt: null },
  canFetch,
});
const refused: Failure = { kind: 'unauthorized' };
const needed: Failure = { kind: 'token-needed' };

describe('what a page leaves to the frame', () => {
  test('is that there is no network, while the frame says so', () => {
    expect(isSaidByFrame({ kind: 'offline' }, open('offline'), null)).toBe(true);
    expect(isSaidByFrame({ kind: 'offline' }, open('online'), null)).toBe(false);
  });

  test('is what is wrong with the token, whether the frame says so of itself or of the sync', () => {
    for (const failure of [refused, needed]) {
      expect(isSaidByFrame(failure, open('unauthorized'), null)).toBe(true);
      expect(isSaidByFrame(failure, open('online', false), null)).toBe(true);
      expect(isSaidByFrame(failure, open('online'), refused)).toBe(true);
      expect(isSaidByFrame(failure, open('online'), null)).toBe(false);
    }
  });

  test('is what has paused the sync, and nothing else', () => {
    const full: Failure = { kind: 'database', trouble: 'full' };
    expect(isSaidByFrame(full, open('online'), full)).toBe(true);
    expect(isSaidByFrame({ kind: 'forbidden' }, open('offline', false), full)).toBe(false);
    expect(isSaidByFrame({ kind: 'server', status: 500 }, open('unauthorized'), null)).toBe(false);
  });
});
