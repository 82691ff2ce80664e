import { describe, expect, it } from 'vitest';
import { UserId } from '../../../contract/ids.ts';
import type { User } from '../../../contract/user.ts';
import { linkOf } from '../../../electron/calls/link-addresses.ts';
import { readUser } from '../../../electron/reading/read-user.ts';
import { pageOfArguments, pageOfLink } from '../../../electron/shell/deep-link.ts';

function userWith(fields: Record<string, unknown>): User {
  const read = readUser({ _data: { id: 'a', isActive: true, isDeleted: false, ...fields } }, UserId.parse('a'));
  if (!read.ok) throw new Error('the sample cannot be read');
  return read.value;
}

const server = 'http://127.0.0.1:4000';

describe('links that leave the app', () => {
  it.each([
    ['ada@acme.example', 'mailto:ada@acme.example'],
    [' SMTP:ada@acme.example\u200b', 'mailto:ada@acme.example'],
    ['"Lovelace, Ada" <ada@acme.example>', 'mailto:ada@acme.example'],
    ['a?bcc=x&subject=y@acme.example', 'mailto:a%3Fbcc%3Dx%26subject%3Dy@acme.example'],
    ['a@acme.example?bcc=b@acme.example', 'mailto:a@acme.example'],
    ['"?bcc=b@x,"@acme.example', 'mailto:%22%3Fbcc%3Db%40x%2C%22@acme.example'],
    ['50%@acme.example', 'mailto:50%25@acme.example'],
    ['"ada l"@acme.example', 'mailto:%22ada%20l%22@acme.example'],
    ['ada@münchen.example', 'mailto:ada@m%C3%BCnchen.example'],
  ])('writes to the one address that %j means, with nothing riding along', async (address, link) => {
    const user = userWith({ emails: [{ email: address }] });
    expect(await linkOf(user, { verb: 'write', address: user.emails[0]?.address ?? '' }, server)).toEqual({
      ok: true,
      value: link,
    });
  });

  it.each(['a@x; b@x', 'anna lee@acme.example', 'a?bcc=x@evil.example&subject=y@acme.example', 'by pigeon'])(
    'writes to nobody where one address cannot be told from %j',
    async (address) => {
      const user = userWith({ emails: [{ email: address }] });
      expect((await linkOf(user, { verb: 'write', address }, server)).ok).toBe(false);
    },
  );

  it('refuses an address, a number and a picture that the person does not have', async () => {
    const user = userWith({});
    const refused = (where: string) => ({ ok: false, failure: { kind: 'bad-input', where, reason: 'not-known' } });
    expect(await linkOf(user, { verb: 'write', address: 'a@acme.example' }, server)).toEqual(refused('address'));
    expect(await linkOf(user, { verb: 'call', number: '+34 91' }, server)).toEqual(refused('number'));
    expect(await linkOf(user, { verb: 'picture', which: 'cover' }, server)).toEqual(refused('which'));
  });

  it.each(['https://acme.example/a.png', 'http://127.0.0.1:4000/a.png'])(
    'opens the picture at %s',
    async (profileImageUrl) => {
      const user = userWith({ profileImageUrl });
      const link = await linkOf(user, { verb: 'picture', which: 'profile' }, server);
      expect(link).toEqual({ ok: true, value: profileImageUrl });
    },
  );

  it.each([
    ['+44 (0)20 7946 0958', 'tel:+442079460958'],
    ['+34 (91) 555-01-27 ext. 4', 'tel:+34915550127'],
    ['Büro 3, 089 123456', 'tel:089123456'],
    ['by fax, x, 089 123456', 'tel:089123456'],
    ['+49 89 1234567,,12#', 'tel:+49891234567'],
  ])('dials the first whole number of %j, and nothing behind it', async (number, link) => {
    const call = await linkOf(userWith({ phones: [number] }), { verb: 'call', number }, server);
    expect(call).toEqual({ ok: true, value: link });
  });

  it.each(['4711', 'ext. 117', 'by pigeon'])('dials nothing for %j', async (number) => {
    expect((await linkOf(userWith({ phones: [number] }), { verb: 'call', number }, server)).ok).toBe(false);
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'http://acme.example/a.png',
    'http://127.0.0.1:4001/a.png',
    'https://a:b@acme.example/a.png',
    'x',
  ])('opens no picture at %s', async (profileImageUrl) => {
    const link = await linkOf(userWith({ profileImageUrl }), { verb: 'picture', which: 'profile' }, server);
    expect(link.ok).toBe(false);
  });
});

describe('links into the app', () => {
  const person = (id: string) => ({ view: 'person', id, tab: 'overview' });

  it('finds the user', () => {
    expect(pageOfLink('rolodesk://user/9763CAA1-cef3-497f-b3b2-f551456b2831')).toEqual(
      person('9763caa1-cef3-497f-b3b2-f551456b2831'),
    );
    expect(pageOfArguments(['electron', '.', '--flag', 'rolodesk://user/abc'])).toEqual(person('abc'));
  });

  it.each([
    ['rolodesk://organisation/abc', 'chart'],
    ['rolodesk://organisation/abc?form=map', 'map'],
    ['ROLODESK://Organisation/abc/?form=map', 'map'],
    ['rolodesk://organisation/abc?form=later', 'chart'],
    ['rolodesk://organisation/abc?form=', 'chart'],
  ])('finds the place in the organisation in %s', (link, form) => {
    expect(pageOfLink(link)).toEqual({ view: 'organisation', id: 'abc', form });
    expect(pageOfArguments(['electron', link])).toEqual({ view: 'organisation', id: 'abc', form });
  });

  it.each(['rolodesk://user/abc/', 'rolodesk://USER/abc', 'ROLODESK://User/abc/'])(
    'finds the user in %s, which mail programs and browsers make of a link',
    (link) => expect(pageOfLink(link)).toEqual(person('abc')),
  );

  it.each([
    'rolodesk://user/',
    'rolodesk://user//',
    'rolodesk://user/abc//',
    'rolodesk://user/..',
    'rolodesk://user/%2e%2e',
    'rolodesk://user/a/b',
    'rolodesk://user/a%2Fb',
    'rolodesk://user/%E0%A4%A',
    'rolodesk://settings/abc',
    'rolodesk://toString/abc',
    'rolodesk://organisation/',
    'rolodesk://organisation/a/b?form=map',
    'rolodesk://organisation?form=map',
    'https://user/abc',
    'rolodesk:user/abc',
    '',
  ])('takes nothing from %s', (link) => {
    expect(pageOfLink(link)).toBeNull();
  });
});
