/** The table of what is done about an answer that says something of the server's load. */
import { expect, it } from 'vitest';
import { isPassing, limitWaits, loadOf } from '../../../electron/pace/rate-limit.ts';

const now = Date.UTC(2026, 5, 1, 12);
const inAMinute = new Date(now + 60_000).toUTCString();

it.each<[number, string | null, object]>([
  [400, null, { pressure: 'eased', holdMs: null, isLimit: false, again: false }],
  [404, null, { pressure: 'eased', holdMs: null, isLimit: false, again: false }],
  [404, '5', { pressure: 'pressed', holdMs: 5000, isLimit: false, again: false }],
  [408, null, { pressure: 'eased', holdMs: null, isLimit: false, again: true }],
  [425, null, { pressure: 'eased', holdMs: null, isLimit: false, again: true }],
  [429, null, { pressure: 'pressed', holdMs: null, isLimit: true, again: true }],
  [429, '0', { pressure: 'pressed', holdMs: 0, isLimit: true, again: true }],
  [429, '30', { pressure: 'pressed', holdMs: 30_000, isLimit: true, again: true }],
  [429, inAMinute, { pressure: 'pressed', holdMs: 60_000, isLimit: true, again: true }],
  [429, 'soon', { pressure: 'pressed', holdMs: null, isLimit: true, again: true }],
  [500, null, { pressure: 'eased', holdMs: null, isLimit: false, again: false }],
  [502, null, { pressure: 'eased', holdMs: null, isLimit: false, again: true }],
  [503, null, { pressure: 'pressed', holdMs: null, isLimit: false, again: true }],
  [503, '120', { pressure: 'pressed', holdMs: 120_000, isLimit: false, again: true }],
  [504, null, { pressure: 'eased', holdMs: null, isLimit: false, again: true }],
])('%i with Retry-After %s', (status, retryAfter, load) => {
  const headers = new Headers(retryAfter === null ? {} : { 'retry-after': retryAfter });
  expect(loadOf({ status, headers }, now)).toEqual(load);
});

it('says of which statuses the trouble passes', () => {
  const statuses = Array.from({ length: 500 }, (_, nth) => 100 + nth);
  expect(statuses.filter(isPassing)).toEqual([408, 425, 429, 502, 503, 504]);
});

it.each<[string, number | null, readonly (readonly [number, number])[]]>([
  [
    'no time',
    null,
    [
      [1, 30],
      [2, 60],
      [4, 120],
      [8, 240],
      [16, 480],
      [32, 600],
      [64, 600],
    ],
  ],
  [
    'no wait',
    0,
    [
      [1, 1],
      [2, 2],
      [4, 4],
      [8, 8],
      [16, 16],
      [32, 32],
      [64, 64],
    ],
  ],
  [
    'twenty seconds',
    20,
    [
      [20, 20],
      [20, 20],
      [20, 20],
      [20, 20],
      [20, 20],
      [32, 32],
      [64, 64],
    ],
  ],
  [
    'most of a day',
    80_000,
    [
      [80_000, 80_000],
      [80_000, 80_000],
    ],
  ],
])(
  'a server that limits again and again and names %s is left alone by everything, and by the sync, for so many seconds',
  (_, named, seconds) => {
    const waits = seconds.map((_wait, nth) => limitWaits(named === null ? null : named * 1000, nth));
    expect(waits.map(({ holdMs, restMs }) => [holdMs / 1000, restMs / 1000])).toEqual(seconds);
  },
);

it('never doubles beyond ten minutes', () => {
  expect(limitWaits(null, 60)).toEqual({ holdMs: 600_000, restMs: 600_000 });
});
