import { describe, expect, test } from 'vitest';
import { SyncStatus } from '../../../contract/sync.ts';
import { announcement } from '../../../renderer/sync/announcement.ts';
import { foundWords } from '../../../renderer/sync/found-words.ts';
import { pausedBy } from '../../../renderer/sync/paused-by.ts';
import { roundWords } from '../../../renderer/sync/round-words.ts';
import { failureWords } from '../../../renderer/words/failure-words.ts';
import { beginWords, pausedWords, syncStatusWords, syncTaskWords } from '../../../renderer/words/sync-words.ts';
import { scenes } from '../../renderer-double/sync-states.ts';

describe('the words of the sync', () => {
  test('every status and task has short words', () => {
    for (const status of SyncStatus.options) {
      expect(syncStatusWords[status]).toMatch(/^[A-Z][^.]*$/);
      expect(beginWords[status]).toMatch(/^[A-Z][^.]*$/);
    }
    for (const words of Object.values(syncTaskWords)) expect(words).toMatch(/^[A-Z][^.]*$/);
  });

  test('a failure that pauses says what is kept, and what to do', () => {
    const words = pausedWords({ kind: 'unauthorized' }, '812 of 1,200');
    expect(words.title).toBe('The sync is paused: the token was refused, by the server or by something before it');
    expect(words.detail).toContain('Nothing is lost: it goes on where it is, at 812 of 1,200.');
    expect(words.actions).toEqual(['enter-token', 'retry']);
  });

  test('a refusal that pauses is about the token, and not about one person', () => {
    const { title, detail, actions } = pausedWords({ kind: 'forbidden' }, '812 of 1,200');
    expect(title).toBe('The sync is paused: the server refuses everybody with this token');
    expect(`${title} ${detail}`).not.toMatch(/this user/);
    expect(actions).toEqual(['renew-token']);
  });

  test('a server that names people without end is asked about, with how many they are, and a disk without room is said', () => {
    const many = pausedWords({ kind: 'many-named', named: 40_000, fetched: 2 }, '2 of 40,002');
    expect(many.title).toBe('The sync is paused: the server names far more people than it gives');
    expect(many.detail).toContain('40,000 people were named and not fetched, and 2 fetched.');
    expect(many.actions).toEqual(['fetch-named']);
    const waiting = { ...scenes.waiting(), why: { kind: 'disk-low', freeBytes: 312_000_000 } } as const;
    expect(failureWords(waiting.why).detail).toContain('312 MB are left.');
    expect(pausedBy(waiting)).toBe(waiting.why);
    expect(pausedBy(scenes.waiting())).toBeNull();
    const paused = { ...scenes.waiting(), status: 'paused' } as const;
    expect(pausedBy(paused)).toBe(paused.why);
  });
});

describe('what a screen reader is told', () => {
  test('is that it began, was paused and is done; nothing for progress', () => {
    const running = scenes.running();
    expect(announcement(scenes.never(), running)).toBe('Sync: Fetching people.');
    expect(announcement(running, { ...running, fetched: 900 })).toBeNull();
    expect(announcement(running, scenes.refused())).toBe(
      'The sync is paused: the token was refused, by the server or by something before it.',
    );
    expect(announcement(running, { ...scenes.paused(), found: 1200 })).toBe('The sync is paused at 81,230 of 1,200.');
    expect(announcement(running, scenes.done())).toMatch(/^The sync is done: 1,214 of 1,217 people, 3 failed\.$/);
  });

  test('is once that it waits, however often it tries, until it gets somewhere', () => {
    const waiting = scenes.waiting();
    const trying = { ...scenes.running(), fetched: waiting.fetched };
    expect(announcement(scenes.running(), waiting)).toContain('waits for the server');
    expect(announcement(waiting, trying)).toBeNull();
    expect(announcement(waiting, waiting)).toBeNull();
    expect(announcement(waiting, { ...trying, fetched: trying.fetched + 1 })).not.toBeNull();
  });

  test('is nothing of what keeps people fresh', () => {
    expect(announcement(scenes.done(), scenes.refreshing())).toBeNull();
    expect(announcement(scenes.done(), scenes.done())).toBeNull();
  });
});

describe('numbers in words', () => {
  test.each([
    [37, 12, '37 ids found, 12 new.'],
    [1, 1, '1 id found, 1 new.'],
    [1, 0, '1 id found; it was known before.'],
    [1234, 0, '1,234 ids found; all were known before.'],
  ])('%i found, %i new', (found, added, words) => {
    expect(foundWords({ found, added })).toBe(words);
  });

  test.each([
    [1200, 0, 'only who is opened'],
    [1200, 500, 'everybody about every 2 days'],
    [1200, 2000, 'everybody about every 14 hours'],
    [1200, 50_000, 'everybody about every hour'],
    [2000, 2000, 'everybody about every day'],
    [1_000_000, 500, 'everybody about every 2,000 days'],
    [0, 500, ''],
  ])('%i people at %i a day', (people, perDay, words) => {
    expect(roundWords(people, perDay)).toBe(words);
  });
});
