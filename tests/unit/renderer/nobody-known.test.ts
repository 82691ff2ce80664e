/** A page where nobody is known yet says why, and offers to add people where nobody comes by themselves. */
import { expect, it } from 'vitest';
import type { SyncStatus } from '../../../contract/sync.ts';
import { whyNobody } from '../../../renderer/sync/nobody-known.tsx';

const why = (status: SyncStatus, found: number, isOffline = false) => whyNobody({ status, found }, isOffline);

it('says that people come where they do, or that is not known yet', () => {
  for (const sync of [null, { status: 'running', found: 3 } as const, { status: 'waiting', found: 3 } as const]) {
    expect(whyNobody(sync, false)).toEqual({ words: 'They come as they are fetched.', isToAdd: false });
  }
});

it('never synced: who was named is not said to have failed', () => {
  expect(why('never', 3)).toEqual({
    words: 'Not synced yet. What the rail says at its foot lets the sync begin.',
    isToAdd: false,
  });
});

it.each(['running', 'waiting'] as const)(
  'offline while it is %s: they come once the server can be reached',
  (status) => {
    for (const found of [0, 3]) {
      expect(why(status, found, true)).toEqual({
        words: 'The server cannot be reached. They come once it can be.',
        isToAdd: false,
      });
    }
  },
);

it.each(['paused', 'stopped'] as const)('%s: it is said how it goes on, also offline', (status) => {
  for (const isOffline of [false, true]) {
    const words = `The sync is ${status}. What the rail says at its foot lets it go on.`;
    expect(why(status, 3, isOffline)).toEqual({ words, isToAdd: false });
  }
});

it.each([
  ['done', 3, /^Nobody to start from could be fetched\. Add an id/],
  ['done', 0, /^The server named nobody\. Add an id/],
  ['never', 0, /^The server named nobody\. Add an id/],
] as const)('%s with %i named: there is somebody to be added', (status, found, words) => {
  for (const isOffline of [false, true]) {
    expect(why(status, found, isOffline)).toEqual({ words: expect.stringMatching(words), isToAdd: true });
  }
});
