/** Why somebody could not be fetched is kept as an older version wrote it, and is read by this one with words for it. */
import { expect, it } from 'vitest';
import { failureWords } from '../../../renderer/words/failure-words.ts';
import { freshFile, idOf, noon, record, storeAt, userOf } from './stored.ts';

const written = [
  { kind: 'forbidden' },
  { kind: 'unauthorized' },
  { kind: 'offline' },
  { kind: 'timeout', after: 'idle' },
  { kind: 'rate-limited', retryAfterSeconds: 60 },
  { kind: 'server', status: 410 },
  { kind: 'not-the-api', contentType: 'text/html' },
  { kind: 'bad-reply', where: 'json', detail: 'not JSON' },
  { kind: 'too-large', limitBytes: 1_048_576 },
  { kind: 'refused-redirect', to: '' },
  { kind: 'untrusted-certificate' },
];

it.each(written.map((failure) => [JSON.stringify(failure), failure] as const))('%s', (text, failure) => {
  const file = freshFile();
  const { store } = storeAt(file);
  record(store, [userOf('ann')]);
  const key = store.tables.ids.find(idOf('ann'));
  store.database
    .prepare('INSERT INTO fetch_failures (person, failure, at, tries, passes) VALUES (?, ?, ?, 1, 0)')
    .run(key, text, noon);
  store.close();
  const again = storeAt(file).store;
  const kept = key === null ? null : again.tables.failures.of(key);
  expect(kept).toEqual({ failure, at: noon });
  expect(kept === null ? '' : failureWords(kept.failure).title).not.toBe('');
  again.close();
});
