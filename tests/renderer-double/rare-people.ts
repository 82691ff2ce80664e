/** People whose records are rare: in a circle and below one, gone with reports of their own, with a very long or a mixed name. */
import type { PersonCard, PersonPage, ReportEntry } from '../../contract/person.ts';
import { cardOf, day, hour, minute, pageOf, userOf } from './people.ts';

const circle = [
  cardOf(9101, { name: 'Ines Kreis', status: 'active', reportCount: 1 }),
  cardOf(9102, { name: 'Pavel Ring', status: 'active', reportCount: 2 }),
  cardOf(9103, { name: 'Yuki Wa', status: 'inactive', reportCount: 1 }),
] as const;
const [ines, pavel, yuki] = circle;
const below = cardOf(9104, { name: 'Bela Below', status: 'active' });
const claimed = cardOf(9105, { name: 'Cleo Claimed', status: 'active' });
const left = cardOf(9106, { name: 'Lea Left', status: 'deleted', reportCount: 4 });
const undated: PersonCard = { ...cardOf(9107, { name: 'Uma Undated', status: 'deleted' }), deletedAt: null };
const endless = cardOf(9108, { name: `Endless ${'Ana Beatriz Constança '.repeat(28).trim()}`, status: 'active' });
const mixed = cardOf(9109, { name: 'عبد الرحمن 4711 (Ext. 12)', status: 'active' });

const known = (card: PersonCard): ReportEntry => ({ state: 'known', id: card.id, card, isTheirs: true });

export const rareCards: readonly PersonCard[] = [...circle, below, claimed, left, undated, endless, mixed];

export const rarePages = (): readonly PersonPage[] => [
  pageOf(ines, {
    lines: [{ steps: [pavel, yuki], seenAt: Date.now() - 3 * day, end: 'loop' }],
    loop: { people: [ines, pavel, yuki], more: 0 },
    reports: [known(pavel)],
    summary: { direct: 1, total: 3, notFetched: 0, failed: 0, notFound: 0, layers: 3 },
  }),
  pageOf(below, {
    lines: [{ steps: [ines, pavel], seenAt: Date.now() - 5 * hour, end: 'into-loop' }],
  }),
  pageOf(claimed, {
    lines: [{ steps: [cardOf(9001, { name: 'Amara Okafor' })], seenAt: Date.now() - 40 * day, end: 'top' }],
  }),
  pageOf(left, {
    reports: [
      ...[cardOf(71), cardOf(72), cardOf(73)].map(known),
      { state: 'not-found', id: cardOf(74).id, since: Date.now() - 2 * day },
      { state: 'failed', id: cardOf(75).id, failure: { kind: 'offline' } },
    ],
    summary: { direct: 5, total: 9, notFetched: 1, failed: 0, notFound: 1, layers: 2 },
    contradictions: ['deleted-yet-available'],
  }),
  pageOf(undated, { contradictions: ['deleted-without-date'] }),
  pageOf(endless, { user: userOf(endless, { username: 'endless' }) }),
  pageOf(mixed, {
    fetchedAt: Date.now() - minute,
    user: userOf(mixed, { phones: [{ number: '+49 30 5550 1234', type: null, isPrimary: true }] }),
  }),
];
