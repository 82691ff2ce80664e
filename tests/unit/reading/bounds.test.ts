/** One record, however long its texts and lists are, comes to no more than a page can show; what is left out is named. */
import { describe, expect, it } from 'vitest';
import { boundedText } from '../../../contract/bounded-text.ts';
import {
  longestHandle,
  longestMessage,
  longestText,
  longestUrl,
  longestWord,
  mostContacts,
  mostEntries,
  mostMarks,
} from '../../../contract/bounds.ts';
import { User } from '../../../contract/user.ts';
import { readLabels } from '../../../electron/reading/read-config.ts';
import { readErrors } from '../../../electron/reading/read-errors.ts';
import { readUser } from '../../../electron/reading/read-user.ts';
import { idOf } from '../storage/stored.ts';

const long = 1_000_000;
const acute = '\u0301';
const joiner = '\u200d';

const read = (fields: object): User => {
  const outcome = readUser({ _data: { id: 'ann', isActive: true, isDeleted: false, ...fields } }, idOf('ann'));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return User.parse(outcome.value);
};

/** The most marks on any one letter. */
const marksOn = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/[\p{M}\p{Cf}]+/gu)].map(([run]) => run.replace(/\p{Cf}/gu, '').length));

describe('a text', () => {
  it.each([
    ['letters', 'x'.repeat(long)],
    ['letters of two units', '𝕏'.repeat(long)],
    ['marks', `a${acute.repeat(400_000)}`],
    ['marks with joiners between them', `a${(acute + joiner).repeat(400_000)}`],
    ['marks on every letter', `a${acute.repeat(20)}`.repeat(50_000)],
  ])('of many %s is cut in a name, and named as cut', (_what, name) => {
    const user = read({ displayName: name, firstName: name, bio: name });
    for (const text of [user.name, user.displayName ?? '', user.firstName ?? '', user.bio ?? '']) {
      expect(text.length).toBeLessThanOrEqual(longestText);
      expect(text.isWellFormed()).toBe(true);
      expect(marksOn(text)).toBeLessThanOrEqual(mostMarks);
      expect(text.slice(0, 1)).toBe(name.slice(0, 1));
    }
    expect(user.cut.map(({ field }) => field)).toEqual(['displayName', 'firstName', 'bio']);
    expect(user.cut[0]).toMatchObject({ what: 'letters', of: name.length, kept: user.displayName?.length });
  });

  it('of as many letters and marks as are allowed is whole', () => {
    const names = ['x'.repeat(longestText), `a${acute.repeat(mostMarks)}`.repeat(1000), 'שָׁלוֹם', 'ក្រុម', '👩‍👩‍👧‍👦🏳️‍🌈'];
    for (const displayName of names) expect(read({ displayName })).toMatchObject({ displayName, cut: [] });
    expect(read({ displayName: `a${acute.repeat(mostMarks + 1)}` }).cut).toEqual([
      { field: 'displayName', what: 'marks', kept: mostMarks + 1, of: mostMarks + 2 },
    ]);
    expect(boundedText('', 5)).toBe('');
  });

  it('that means something else without its end is not read, and named', () => {
    const url = `https://pictures.example/${'p'.repeat(longestUrl)}`;
    const user = read({
      profileImageUrl: url,
      timezone: 'Z'.repeat(long),
      role: 'r'.repeat(long),
      team: { id: 't'.repeat(long) },
    });
    expect(user).toMatchObject({ profileImageUrl: null, timezone: null, role: null, team: null, cut: [] });
    expect(user.unread.map(({ field }) => field)).toEqual(['profileImageUrl', 'timezone', 'team', 'role']);
    const emails = [
      `${'a'.repeat(longestHandle)}@x.example`,
      { email: `b@x.example${' '.repeat(longestHandle)}` },
      'c@x.example',
    ];
    const contacts = read({ emails, phones: [`+49 89 ${'1'.repeat(longestHandle)}`, '+49 89 1'] });
    expect(contacts.emails.map(({ address }) => address)).toEqual(['c@x.example']);
    expect(contacts.phones.map(({ number }) => number)).toEqual(['+49 89 1']);
    expect(contacts.unread.map(({ field }) => field)).toEqual(['emails[0]', 'emails[1]', 'phones[0]']);
  });
});

describe('a list', () => {
  it('of many e-mails and telephone numbers is cut, and named as cut', () => {
    const numbers = Array.from({ length: 60_000 }, (_, nth) => nth);
    const user = read({
      emails: numbers.map((nth) => ({ id: `${nth}`, email: `a${nth}@x.example` })),
      primaryEmail: 'primary@x.example',
      phones: numbers.map((nth) => `+49 89 ${nth}`),
    });
    expect(user.emails).toHaveLength(mostContacts);
    expect(user.emails[0]?.address).toBe('primary@x.example');
    expect(user.phones).toHaveLength(mostContacts);
    expect(user.cut).toEqual([
      { field: 'emails', what: 'entries', kept: mostContacts, of: 60_000 },
      { field: 'phones', what: 'entries', kept: mostContacts, of: 60_000 },
    ]);
  });

  it('of direct reports loses no id, however many there are and whatever stands between them', () => {
    const reportees = Array.from({ length: 300_000 }, (_, nth) => (nth % 2 === 0 ? `u${nth}` : { no: nth }));
    const user = read({ reportees });
    expect(user.reports).toHaveLength(150_000);
    expect(user.notIds.length).toBeLessThanOrEqual(mostEntries);
    expect(user.cut).toMatchObject([{ field: 'reportees', what: 'entries', of: 300_000 }]);
  });

  it('of everything at once leaves room for a page in one message', () => {
    const wide = '界'.repeat(long);
    const many = Array.from({ length: 5000 }, (_, nth) => nth);
    const user = read({
      ...Object.fromEntries(
        ['displayName', 'firstName', 'middleName', 'lastName', 'username', 'bio', 'gender'].map((f) => [f, wide]),
      ),
      ...Object.fromEntries(many.map((nth) => [`other${nth}`, wide.slice(0, 10_000)])),
      emails: many.map((nth) => ({
        id: nth,
        email: `${wide.slice(0, 900)}${nth}@x`,
        normalizedEmail: `${wide.slice(0, 900)}${nth}`,
        type: wide,
      })),
      phones: many.map((nth) => ({ number: `${wide.slice(0, 300)}${nth}`, type: wide })),
      reportees: many.map(() => wide.slice(0, 500)),
    });
    const { reports: _, duplicateReports: __, ...shown } = user;
    expect(Buffer.byteLength(JSON.stringify(shown))).toBeLessThan(0.6 * longestMessage);
  });
});

describe('what stands beside a record', () => {
  it('the names of roles and teams are as short as a line takes, and those without a short id are left out', () => {
    const roles = { a: 'x'.repeat(long), b: { name: `y${acute.repeat(long)}` }, ['c'.repeat(long)]: 'z', d: 'short' };
    const labels = readLabels({ _data: { roles } });
    if (!labels.ok) throw new Error('no labels');
    expect([...labels.value.roles.keys()]).toEqual(['a', 'b', 'd']);
    for (const name of labels.value.roles.values()) {
      expect(name.length).toBeLessThanOrEqual(longestWord);
      expect(marksOn(name)).toBeLessThanOrEqual(mostMarks);
    }
  });

  it('errors are a line each', () => {
    const errors = readErrors([
      `e${acute.repeat(long)}`,
      { message: 'x'.repeat(long) },
      { [`k${acute.repeat(99)}`]: [acute.repeat(long)] },
    ]);
    for (const error of errors) {
      expect(error.length).toBeLessThanOrEqual(500);
      expect(marksOn(error)).toBeLessThanOrEqual(mostMarks);
    }
  });
});
