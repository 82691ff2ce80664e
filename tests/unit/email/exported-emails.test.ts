import { describe, expect, it } from 'vitest';
import { exportedEmails } from '../../../electron/email/exported-emails.ts';
import { addressesWithin } from '../../../electron/email/read-addresses.ts';
import { emailOf } from '../storage/stored.ts';

const exported = (...fields: readonly string[]) => {
  const { addresses, remarks } = exportedEmails({ emails: fields.map((field) => emailOf(field)) });
  return { addresses: addresses.map(({ address }) => address), remarks };
};

describe('the e-mails of an export', () => {
  it.each([
    [['a@x', 'a@x'], ['a@x']],
    [['a@x', ' SMTP:a@x\u200b'], ['a@x']],
    [['a@acme.example', 'a@ACME.Example'], ['a@acme.example']],
    [
      ['a@x; b@x', 'b@x', 'c@x, a@x'],
      ['a@x', 'b@x', 'c@x'],
    ],
    // Before the @ a server may tell letters apart.
    [
      ['Anna@x', 'anna@x'],
      ['Anna@x', 'anna@x'],
    ],
    // Texts that are no addresses are exported as they are, once.
    [
      ['ask the desk', 'ask the desk', 'desk A', 'desk a'],
      ['ask the desk', 'desk A', 'desk a'],
    ],
  ])('of %j are %j', (fields, addresses) => {
    expect(exported(...fields)).toEqual({ addresses, remarks: [] });
  });

  it('have the types of each field that means the address, and the primary one stays so', () => {
    const emails = [
      emailOf('a@x', { isPrimary: true, type: null }),
      emailOf('a@X', { type: 'WORK' }),
      emailOf('a@x', { type: 'HOME' }),
    ];
    expect(exportedEmails({ emails }).addresses).toEqual([{ address: 'a@x', type: 'WORK HOME', isPrimary: true }]);
  });

  it.each([
    ['an-na+{1}@x-y.example (an-na@x-y.example)', ['an-na+{1}@x-y.example'], ['an-na@x-y.example']],
    ['anna@x (former: anna2@x)', ['anna@x'], ['anna2@x']],
    ['anna@x (former: anna@x.old.example)', ['anna@x'], ['anna@x.old.example']],
    ['anna@x (xanna@x)', ['anna@x'], ['xanna@x']],
    ['anna@x; ben@x (or ann@y, ben@y)', ['anna@x', 'ben@x'], ['ann@y', 'ben@y']],
    ['Anna <anna@x> (anna2@x)', ['anna@x'], ['anna2@x']],
    ['mailto:a@x?cc=b@y', ['a@x'], ['b@y']],
  ])('of %j are those meant, and the text with the others', (field, meant, others) => {
    expect(exported(field)).toEqual({ addresses: meant, remarks: [field] });
    expect(addressesWithin(field)).toEqual([...meant, ...others]);
  });

  it.each([
    'anna@x (work)',
    'anna@x (ANNA@X)',
    'Lee, Anna @ Acme <anna@x>',
    'anna@ x.example',
    'mailto:anna%40x.example',
    'a?bcc=x&y@x.example',
    '"anna lee"@x.example',
    'a@[127.0.0.1]',
    'a@x <a@x>',
    'нина@почта.рф',
  ])('of %j leave nothing to be remarked', (field) => {
    expect(exported(field).remarks).toEqual([]);
  });
});
