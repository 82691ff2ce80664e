import { describe, expect, it } from 'vitest';
import { UserId } from '../../../contract/ids.ts';
import type { User } from '../../../contract/user.ts';
import { readUser } from '../../../electron/api/read-user.ts';
import { userOfArguments, userOfLink } from '../../../electron/shell/deep-link.ts';
import { linkOf } from '../../../electron/shell/links.ts';

function userWith(fields: Record<string, unknown>): User {
  const read = readUser({ _data: { id: 'a', isActive: true, isDeleted: false, ...fields } }, UserId.parse('a'));
  if (!read.ok) throw new Error('the sample cannot be read');
  return read.value;
}

const server = 'http://127.0.0.1:4000';

describe('links that leave the app', () => {
  it('writes to a stored address, with nothing riding along', () => {
    const address = 'a?bcc=x@evil.example&subject=y@acme.example';
    expect(linkOf(userWith({ emails: [{ email: address }] }), { verb: 'write', address }, server)).toEqual({
      ok: true,
      value: 'mailto:a%3Fbcc%3Dx%40evil.example%26subject%3Dy@acme.example',
    });
  });

  it('refuses an address, a number and a picture that the person does not have', () => {
    const user = userWith({});
    const refused = (where: string) => ({ ok: false, failure: { kind: 'bad-input', where, reason: 'not-known' } });
    expect(linkOf(user, { verb: 'write', address: 'a@acme.example' }, server)).toEqual(refused('address'));
    expect(linkOf(user, { verb: 'call', number: '+34 91' }, server)).toEqual(refused('number'));
    expect(linkOf(user, { verb: 'picture', which: 'cover' }, server)).toEqual(refused('which'));
  });

  it.each(['https://acme.example/a.png', 'http://127.0.0.1:4000/a.png'])(
    'opens the picture at %s',
    (profileImageUrl) => {
      const user = userWith({ profileImageUrl });
      expect(linkOf(user, { verb: 'picture', which: 'profile' }, server)).toEqual({ ok: true, value: profileImageUrl });
    },
  );

  it('leaves out the zero in brackets that is dialled within the country alone', () => {
    const number = '+44 (0)20 7946 0958';
    expect(linkOf(userWith({ phones: [number] }), { verb: 'call', number }, server)).toEqual({
      ok: true,
      value: 'tel:+442079460958',
    });
  });

  it('dials digits only', () => {
    const number = '+34 (91) 555-01-27 ext. 4';
    expect(linkOf(userWith({ phones: [number] }), { verb: 'call', number }, server)).toEqual({
      ok: true,
      value: 'tel:+34915550127',
    });
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'http://acme.example/a.png',
    'http://127.0.0.1:4001/a.png',
    'https://a:b@acme.example/a.png',
    'x',
  ])('opens no picture at %s', (profileImageUrl) => {
    expect(linkOf(userWith({ profileImageUrl }), { verb: 'picture', which: 'profile' }, server).ok).toBe(false);
  });
});

describe('links into the app', () => {
  it('finds the user', () => {
    expect(userOfLink('rolodesk://user/9763CAA1-cef3-497f-b3b2-f551456b2831')).toBe(
      '9763caa1-cef3-497f-b3b2-f551456b2831',
    );
    expect(userOfArguments(['electron', '.', '--flag', 'rolodesk://user/abc'])).toBe('abc');
  });

  it.each([
    'rolodesk://user/',
    'rolodesk://user/..',
    'rolodesk://user/%2e%2e',
    'rolodesk://user/a/b',
    'rolodesk://user/a%2Fb',
    'rolodesk://user/%E0%A4%A',
    'rolodesk://settings/abc',
    'https://user/abc',
    'rolodesk:user/abc',
    '',
  ])('takes nothing from %s', (link) => {
    expect(userOfLink(link)).toBeNull();
  });
});
