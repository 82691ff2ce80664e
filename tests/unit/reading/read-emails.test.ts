import { describe, expect, it } from 'vitest';
import { homeEmail, read, unreadFields, workEmail } from './samples.ts';

const shown = (changes: Record<string, unknown>) =>
  read(changes).emails.map((it) => `${it.address}${it.isPrimary ? ' primary' : ''}${it.isListed ? '' : ' not listed'}`);

describe('e-mails', () => {
  it('have all eight fields read', () => {
    expect(read().emails[1]).toEqual({
      id: 'e0000000-0000-4000-8000-000000000002',
      address: 'asha@home.example',
      normalized: 'asha@home.example',
      type: 'PERSONAL',
      isVerified: false,
      isPrimary: false,
      isListed: true,
      createdAt: 1641817298108,
      updatedAt: 1641817298108,
      owner: '9763caa1-cef3-497f-b3b2-f551456b2831',
    });
  });

  it.each([
    ['an object', { ...workEmail() }],
    ['an object in other letter case without an id', { email: 'ASHA.RAO@EXAMPLE.COM' }],
    ['a bare address', 'asha.rao@example.com'],
    ['an object with its normalised address alone', { normalizedEmail: 'asha.rao@example.com' }],
  ])('find the primary that comes as %s in the list', (_, primaryEmail) => {
    expect(shown({ primaryEmail })).toEqual(['Asha.Rao@example.com primary', 'asha@home.example']);
  });

  it('find a primary by the normalised address of a listed one', () => {
    const emails = [homeEmail(), { id: 'x', email: 'a.sha+work@mail.example', normalizedEmail: 'asha@mail.example' }];
    expect(shown({ emails, primaryEmail: 'asha@mail.example' })).toEqual([
      'a.sha+work@mail.example primary',
      'asha@home.example',
    ]);
  });

  it.each([
    'Asha.Rao@example.com ',
    'SMTP:asha.rao@example.com',
    'asha.\u200brao@example.com',
    'Asha Rao <asha.rao@example.com>',
  ])('find the primary that means a listed one: %j', (primaryEmail) => {
    expect(shown({ primaryEmail })).toEqual(['Asha.Rao@example.com primary', 'asha@home.example']);
  });

  it('add a primary that the list leaves out, first and marked', () => {
    expect(shown({ emails: [homeEmail()] })).toEqual(['Asha.Rao@example.com primary not listed', 'asha@home.example']);
    expect(shown({ emails: [] })).toEqual(['Asha.Rao@example.com primary not listed']);
  });

  it('claim nothing about a list that did not come, or not whole', () => {
    expect(shown({ emails: undefined })).toEqual(['Asha.Rao@example.com primary']);
    expect(shown({ emails: null })).toEqual(['Asha.Rao@example.com primary']);
    expect(shown({ emails: 5 })).toEqual(['Asha.Rao@example.com primary']);
    expect(shown({ emails: [homeEmail(), 5] })).toEqual(['Asha.Rao@example.com primary', 'asha@home.example']);
  });

  it.each([[null], [undefined], ['']])('have no primary for %j', (primaryEmail) => {
    expect(shown({ primaryEmail })).toEqual(['asha@home.example', 'Asha.Rao@example.com']);
  });

  it('keep both of two records with one address, and the right one as primary', () => {
    const second = { ...workEmail(), id: 'second', isVerified: false };
    const emails = read({ emails: [workEmail(), second], primaryEmail: second }).emails;
    expect(emails.map((it) => [it.id, it.isPrimary])).toEqual([
      ['second', true],
      ['e0000000-0000-4000-8000-000000000001', false],
    ]);
  });

  it('keep one record once, filling what one of its copies leaves open', () => {
    const emails = [
      { email: 'A@x' },
      { id: 'r1', email: 'a@x', type: 'WORK' },
      'a@X',
      { id: 'r1', email: 'a@x', isVerified: true },
    ];
    expect(read({ emails, primaryEmail: null }).emails).toMatchObject([
      { id: 'r1', address: 'A@x', type: 'WORK', isVerified: true },
    ]);
  });

  it('lose no address where one record id carries two', () => {
    expect(shown({ emails: [{ id: 'r1', email: 'old@x' }], primaryEmail: { id: 'r1', email: 'new@x' } })).toEqual([
      'new@x primary not listed',
      'old@x',
    ]);
  });

  it('are read from bare addresses, and from one that stands in place of a list', () => {
    expect(shown({ emails: ['a@x', 'b@x'], primaryEmail: 'B@x' })).toEqual(['b@x primary', 'a@x']);
    expect(shown({ emails: 'a@x', primaryEmail: null })).toEqual(['a@x']);
    expect(shown({ emails: { email: 'a@x' }, primaryEmail: null })).toEqual(['a@x']);
  });

  it('are read however odd the address is', () => {
    const odd = ['no at sign', 'ü@bücher.example', '"a b"@x', 'a@@b', 'x'.repeat(500)];
    expect(shown({ emails: odd, primaryEmail: null })).toEqual(odd);
  });

  it('use the normalised address where the address is not set, and name the address where it cannot be read', () => {
    const user = read({
      emails: [
        { email: '', normalizedEmail: 'a@x' },
        { email: 7, normalizedEmail: 'b@x' },
      ],
      primaryEmail: null,
    });
    expect(user.emails.map((it) => it.address)).toEqual(['a@x', 'b@x']);
    expect(user.unread).toEqual([{ field: 'emails[1].email', expected: 'text', came: '7' }]);
  });

  it('name by its place what cannot be read, and keep the rest', () => {
    const user = read({
      emails: [1, null, [], { id: 'r1' }, { ...homeEmail(), isVerified: 'perhaps', type: 3, user: false, id: {} }],
    });
    expect(user.emails.map((it) => it.address)).toEqual(['Asha.Rao@example.com', 'asha@home.example']);
    expect(unreadFields(user)).toEqual([
      'emails[0]',
      'emails[1]',
      'emails[2]',
      'emails[3]',
      'emails[4].id',
      'emails[4].type',
      'emails[4].isVerified',
      'emails[4].user',
    ]);
  });

  it('name a primary that cannot be read', () => {
    expect(unreadFields(read({ primaryEmail: [workEmail()] }))).toEqual(['primaryEmail']);
  });
});
