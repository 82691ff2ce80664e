/** What is a change of substance writes a row; what is none takes the newest row's place with its own text and times. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withReceipt } from '../../../contract/receipt.ts';
import { type Fields, hashOf, hours, list, realStoreAt, repliesIn, tell, tellText, wholeRecord } from './replied.ts';
import { freshFile, idOf } from './stored.ts';
import type { DirectoryStore } from './whole-store.ts';

let store: DirectoryStore;
beforeEach(() => {
  store = realStoreAt(freshFile());
});
afterEach(() => store.close());

const email = (id: string, more: Fields = {}): Fields => ({
  id,
  createdAt: 1631817298108,
  updatedAt: 1631817298108,
  email: `${id}@x.org`,
  normalizedEmail: `${id}@x.org`,
  type: 'WORK',
  isVerified: true,
  user: 'ann',
  ...more,
});
const ann = (more: Fields = {}) =>
  wholeRecord('ann', {
    emails: [email('e1'), email('e2')],
    primaryEmail: email('e1'),
    phones: ['+49 30 1', '+49 30 2'],
    reportees: ['bob', 'eve'],
    profile: { updatedAt: 1, floor: 3, badges: ['a', 'b'] },
    bio: '',
    ...more,
  });
const later = 1731817298108;
const known = () => {
  const raw = store.raw(idOf('ann'));
  const user = store.user(idOf('ann'));
  if (raw === null || user === null) throw new Error('not stored');
  return { raw, ...user };
};

describe('a reply that differs in nothing of substance', () => {
  const withoutSubstance: readonly (readonly [string, Fields])[] = [
    ['in updatedAt alone', { updatedAt: later }],
    ['in updatedAt as a text', { updatedAt: '2024-11-17T04:21:38Z' }],
    ['in an e-mail’s updatedAt', { emails: [email('e1'), email('e2', { updatedAt: later })] }],
    ['in the primary e-mail’s updatedAt', { primaryEmail: email('e1', { updatedAt: later }) }],
    ['in an updatedAt further down', { profile: { updatedAt: 2, floor: 3, badges: ['a', 'b'] } }],
    ['in the order of e-mails', { emails: [email('e2'), email('e1')] }],
    ['in the order of direct reports', { reportees: ['eve', 'bob'] }],
    ['in how it says that nothing is set', { bio: null, gender: null, data: '' }],
    ['in a further field that is not set', { nickname: null }],
  ];
  it.each(withoutSubstance)('%s writes no row, and is the one that is kept', (_, more) => {
    tell(store, ann());
    const text = JSON.stringify({ _data: ann(more), _meta: {}, _errors: [] });
    expect(tell(store, ann(more), { at: hours(2) })).toMatchObject({ what: 'unchanged', claims: 'unchanged' });
    tell(store, ann(more), { at: hours(5) });
    expect(repliesIn(store, 'ann')).toEqual([{ began: 0, seen: 5, text, isItsHash: true }]);
    expect(known().raw).toEqual({
      id: 'ann',
      text,
      sha256: hashOf(text),
      url: 'https://api.example.com/v1/ext/user/ann',
      firstSeenAt: hours(0),
      textSeenAt: hours(2),
      lastSeenAt: hours(5),
    });
    // A receipt's times are those of the text behind it.
    expect(withReceipt(known().raw)).toContain('First-Seen: 2026-03-01T14:00:00.000Z\nLast-Seen: 2026-03-01T17:00:00');
    expect(known()).toMatchObject({ fetchedAt: hours(5), carried: [] });
  });

  it('is what pages, tables and sorting go by', () => {
    tell(store, ann());
    tell(store, ann({ updatedAt: later, emails: [email('e2'), email('e1')], primaryEmail: email('e1') }), {
      at: hours(1),
    });
    expect(known().user.updatedAt).toBe(later);
    expect(store.database.prepare('SELECT updated_at FROM people').get()).toEqual({ updated_at: later });
    tell(
      store,
      { ...ann({ updatedAt: later, emails: [email('e2'), email('e1')] }), primaryEmail: null },
      { at: hours(2) },
    );
    expect(store.cards([idOf('ann')]).get(idOf('ann'))?.email).toBe('e2@x.org');
  });

  it('may come with the keys in another order, other white space, other escapes and another _meta', () => {
    tell(store, ann(), { meta: { time: 1 } });
    const turned = Object.fromEntries(Object.entries(ann()).reverse());
    const text = JSON.stringify({ _errors: [], _meta: { time: 2 }, _data: turned }, null, 2).replace(
      'WORK',
      '\\u0057ORK',
    );
    expect(tellText(store, 'ann', text, { at: hours(1) })).toMatchObject({ what: 'unchanged' });
    expect(repliesIn(store, 'ann')).toMatchObject([{ began: 0, seen: 1, text, isItsHash: true }]);
  });

  it.each([
    ['1', '1.0'],
    ['1.10', '1.1'],
    ['1e3', '1000'],
    ['-0.5', '-5E-1'],
    ['0', '0e7'],
    ['12345678901234567890', '12345678901234567890.0'],
    ['{"floor":[3,1.5]}', '{"floor":[3.0,15e-1]}'],
  ])('may write a number otherwise: %s as %s', (one, other) => {
    const textOf = (value: string) => `{"_data":${JSON.stringify(ann()).slice(0, -1)},"level":${value}}}`;
    tellText(store, 'ann', textOf(one));
    expect(tellText(store, 'ann', textOf(other), { at: hours(2) })).toMatchObject({ what: 'unchanged' });
    expect(repliesIn(store, 'ann')).toEqual([{ began: 0, seen: 2, text: textOf(other), isItsHash: true }]);
  });

  it('and comes as an entry of a list only confirms what is kept, unless that is older', () => {
    tell(store, ann());
    const { text } = known().raw;
    list(store, ann(), hours(1));
    expect(known()).toMatchObject({ raw: { text, lastSeenAt: hours(0) }, fetchedAt: hours(1) });
    list(store, ann({ updatedAt: later }), hours(2));
    expect(known()).toMatchObject({
      raw: { text: JSON.stringify(ann({ updatedAt: later })), url: 'https://api.example.com/v1/ext/users' },
      user: { updatedAt: later },
    });
    expect(repliesIn(store, 'ann')).toHaveLength(1);
  });
});

describe('a reply that differs in substance', () => {
  const withSubstance: readonly (readonly [string, Fields])[] = [
    ['in a field', { bio: 'x' }],
    ['in a flag that is said no more', { isActive: null }],
    ['in the order of telephone numbers', { phones: ['+49 30 2', '+49 30 1'] }],
    ['in an e-mail more', { emails: [email('e1'), email('e2'), email('e2')] }],
    ['in an e-mail instead of another', { emails: [email('e1'), email('e1')] }],
    ['in a direct report named twice', { reportees: ['bob', 'bob'] }],
    ['in another order elsewhere', { profile: { updatedAt: 1, floor: 3, badges: ['b', 'a'] } }],
    ['in a field that was not there', { floor: 0 }],
    ['in when it was created', { createdAt: later }],
    ['in the digits of a number', { costCentre: 1 }],
  ];
  it.each(withSubstance)('%s writes a row', (_, more) => {
    tell(store, ann({ costCentre: 2 }));
    expect(tell(store, ann({ costCentre: 2, ...more }), { at: hours(1) })).toMatchObject({ what: 'changed' });
    expect(repliesIn(store, 'ann')).toHaveLength(2);
    expect(known().raw).toMatchObject({ firstSeenAt: hours(1), textSeenAt: hours(1) });
  });

  it('also where only a number beyond 2^53 is another, or errors come beside the data', () => {
    const numbered = (digits: string) => JSON.stringify({ _data: ann() }).replace('"bio"', `"staff":${digits},"bio"`);
    tellText(store, 'ann', numbered('12345678901234567890'));
    expect(tellText(store, 'ann', numbered('12345678901234567891'))).toMatchObject({ what: 'changed' });
    const errors = JSON.stringify({ _data: ann(), _errors: ['no'] });
    tell(store, ann());
    expect(tellText(store, 'ann', errors)).toMatchObject({ what: 'changed' });
    expect(tell(store, ann())).toMatchObject({ what: 'changed' });
  });

  it.each([
    ['12345678901234567890', '12345678901234567891'],
    ['1', '-1'],
    ['1.0', '10'],
    ['1', '"1"'],
    ['1.0', '"1.0"'],
    ['1e400', '1e401'],
  ])('also where a number is another: %s and then %s', (one, other) => {
    const textOf = (value: string) => `{"_data":${JSON.stringify(ann()).slice(0, -1)},"level":${value}}}`;
    tellText(store, 'ann', textOf(one));
    expect(tellText(store, 'ann', textOf(other), { at: hours(2) })).toMatchObject({ what: 'changed' });
  });

  it.each([['"partial"'], ['{"code":"PARTIAL"}'], ['[{"message":"No team"}]']])(
    'also where errors come beside the data in the form of %s, which the page says',
    (errors) => {
      const textOf = (value: string) => `{"_data":${JSON.stringify(ann())},"_errors":${value}}`;
      tellText(store, 'ann', textOf('[]'));
      expect(tellText(store, 'ann', textOf(errors), { at: hours(2) })).toMatchObject({ what: 'changed' });
      expect(known().user.serverErrors).toHaveLength(1);
    },
  );

  it.each(['profile', 'data', 'emails', 'reportees', 'team'])(
    'also six thousand levels down in %s, time after time',
    (field) => {
      const textOf = (inner: number, open: string, close: string) =>
        `{"_data":${JSON.stringify(ann()).slice(0, -1)},"${field}":${open.repeat(6000)}${inner}${close.repeat(6000)}},"_errors":[${'['.repeat(6000)}${']'.repeat(6000)}]}`;
      for (const [nth, [open, close]] of [
        ['[', ']'],
        ['{"a":', '}'],
        ['[', ']'],
        ['[{"a":', '}]'],
      ].entries()) {
        const text = textOf(nth, open ?? '', close ?? '');
        expect(tellText(store, 'ann', text, { at: hours(nth) })).toMatchObject({ id: 'ann' });
        expect(known().raw.text).toBe(text);
        expect(known().user.unread.map((one) => one.field)).toContain(field);
      }
      store.rereadOutdated(10);
      expect(known().user).toMatchObject({ id: 'ann', name: store.cards([idOf('ann')]).get(idOf('ann'))?.name });
    },
  );

  it('also where it lies deeper than is compared', () => {
    const deep = (inner: string) => JSON.parse(`${'['.repeat(3000)}${inner}${']'.repeat(3000)}`) as unknown;
    tell(store, ann({ profile: deep('1') }));
    expect(tell(store, ann({ profile: deep('2') }))).toMatchObject({ what: 'changed' });
  });
});
