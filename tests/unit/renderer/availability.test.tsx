/** Availability as an icon and a word: each word that is known has an icon of its own, however it is written. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { AvailabilityBadge } from '../../../renderer/status/availability-badge.tsx';

const known = ['AVAILABLE', 'BUSY', 'AWAY', 'ON_LEAVE', 'OFFLINE'];
const drawn = (came: string) => renderToStaticMarkup(<AvailabilityBadge came={came} />);
/** What an icon draws. */
const iconOf = (came: string) => /<svg.*<\/svg>/s.exec(drawn(came))?.[0];

test('each word that is known has an icon that no other has', () => {
  expect(new Set([...known, 'GARDENING'].map(iconOf)).size).toBe(known.length + 1);
});

test.each([
  ['on leave', 'ON_LEAVE'],
  ['OnLeave', 'ON_LEAVE'],
  [' busy ', 'BUSY'],
  ['Away', 'AWAY'],
])('%j has the icon of %s', (came, word) => {
  expect(iconOf(came)).toBe(iconOf(word));
});

test.each(['constructor', 'toString', '', '__proto__'])('%j is a word that is not known', (came) => {
  expect(iconOf(came)).toBe(iconOf('GARDENING'));
});

test('the server’s own word is told as such', () => {
  expect(drawn('ON_LEAVE')).toContain('title="Reported as ON_LEAVE"');
});
