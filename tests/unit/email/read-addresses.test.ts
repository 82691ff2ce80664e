import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesWithin, cleanAddresses, readAddresses } from '../../../electron/email/read-addresses.ts';
import { seenText } from '../../../electron/email/seen-text.ts';
import { recipientLine, recipientsIn } from '../../../electron/export/people-addresses.ts';

describe('the address that a field means', () => {
  it.each([
    ['anna@acme.example', 'anna@acme.example'],
    [' anna@acme.example', 'anna@acme.example'],
    ['anna@acme.example \u00a0', 'anna@acme.example'],
    ['an\u200bna@acme.example', 'anna@acme.example'],
    ['\ufeffanna@ac\u00adme.example', 'anna@acme.example'],
    ['\u200eanna@acme.example\u200f', 'anna@acme.example'],
    ['anna@ acme.example', 'anna@acme.example'],
    ['ａnna＠acme．example', 'anna@acme.example'],
    ['anna@münchen。example', 'anna@münchen.example'],
    ['SMTP:a@x', 'a@x'],
    ['smtp: Anna.Lee@acme.example', 'Anna.Lee@acme.example'],
    ['mailto:a@x', 'a@x'],
    ['MAILTO:a@x?subject=Hi%20there&cc=b@y', 'a@x'],
    ['mailto:anna%40acme.example', 'anna@acme.example'],
    ['<mailto:a@x>', 'a@x'],
    ['a@x?bcc=b@x', 'a@x'],
    ['a@x.example?subject=hi&cc=b@x,c@y;d@z', 'a@x.example'],
    ['Anna <a@x?bcc=b@x>', 'a@x'],
    ['SMTP:a@x?bcc=b@x', 'a@x'],
    ["'a@x?bcc=b@x'", 'a@x'],
    ['mailto:a@x%3Fbcc=b@x', 'a@x'],
    ['a@x\uff1fbcc=b@x', 'a@x'],
    ['a@x?', 'a@x'],
    ['Anna <a@x>', 'a@x'],
    ['"Anna" <a@x>', 'a@x'],
    ['"Lee, Anna @ Acme" <a@x>', 'a@x'],
    ['Lee, Anna (HR) <a@x>', 'a@x'],
    ['(home) a@x (old)', 'a@x'],
    ["'a@x.example'", 'a@x.example'],
    ['“a@x.example”', 'a@x.example'],
    ["'a@x.example", 'a@x.example'],
    ["o'brien@x.example", "o'brien@x.example"],
    ['E-mail: a@x', 'a@x'],
    ['e-mail a@x', 'a@x'],
    ['mailto: a@x', 'a@x'],
    ['Anna Lee [mailto:a@x]', 'a@x'],
    ['a@x <a@x>', 'a@x'],
    ['a@x(Anna)', 'a@x'],
    ['a@x!', 'a@x'],
    ['• a@x', 'a@x'],
    ['a@x.example.', 'a@x.example'],
    ['a@x.example,', 'a@x.example'],
    ['a@x.example; A@X.example', 'a@x.example'],
    ['"anna lee"@x.example', '"anna lee"@x.example'],
    ['анна@почта.рф', 'анна@почта.рф'],
    ['نامه\u200cای@x.example', 'نامه\u200cای@x.example'],
    ['a..b@x', 'a..b@x'],
    ['a.@docomo.example', 'a.@docomo.example'],
    ['a?bcc=x&y@x.example', 'a?bcc=x&y@x.example'],
    ['a@[127.0.0.1]', 'a@[127.0.0.1]'],
    ['a@[IPv6:2001:db8::1]', 'a@[IPv6:2001:db8::1]'],
  ])('of %j is %j', (came, meant) => {
    expect(readAddresses(came)).toEqual([meant]);
    expect(cleanAddresses(came)).toEqual([meant]);
  });

  it.each([
    ['a@x; b@x', ['a@x', 'b@x']],
    ['a@x,b@y', ['a@x', 'b@y']],
    ['a@x b@y', ['a@x', 'b@y']],
    ['a@x/b@y', ['a@x', 'b@y']],
    ['a@x or b@y', ['a@x', 'b@y']],
    ['mailto:a@x,b@y', ['a@x', 'b@y']],
    ['Work: a@x | Home: Anna <b@y>', ['a@x', 'b@y']],
    ['a@x?cc=c@z b@y', ['a@x', 'b@y']],
    ['a?bcc=x@evil.example&subject=y@x.example', ['a?bcc=x@evil.example', 'subject=y@x.example']],
  ])('is several in %j', (came, meant) => {
    expect(readAddresses(came)).toEqual(meant);
  });

  // A part of these would be somebody else's address.
  it.each([
    'anna lee@x.example',
    'Anna a@x.example',
    'anna@acme .example',
    'anna@acme. example',
    'a@x.example private',
    'a@x@y',
    '@x.example',
    'a@',
    'a (at) x.example',
    'a@x..example',
    'a@acme,example',
    'a@@x.example',
    '@a@x.example',
    'https://x.example/a@b.example',
    '"Anna" a@x.example',
    'sip:a@x.example',
    'X500:/o=acme/cn=anna',
    'n/a',
    'a@[x,evil@y.example]',
    'a@[x>,<evil@y.example]',
    '"a\u0085evil@y.example"@x.example',
    'mailto:a%07b@x.example',
  ])('cannot be told from %j, which stays as it can be seen', (came) => {
    expect(readAddresses(came)).toEqual([]);
    expect(cleanAddresses(` ${came}\u200b`)).toEqual([came]);
  });

  it('is one line that is seen whole, also of a link that has it encoded, and one recipient', () => {
    const signs = ['a', '"', '\\', '@', ',', ';', '<', '>', '[', ']', '.', 'x.example', 'evil@y.example', ' '];
    const unseen = ['\t', '\n', '\r', '\0', '\u0085', '\u2028', '\u202e', '\u2066', '\u200b'];
    const some = fc
      .array(fc.constantFrom(...signs, ...unseen), { minLength: 1, maxLength: 5 })
      .map((all) => all.join(''));
    const whole = fc.oneof(
      some,
      some.map((local) => `"${local}"@x.example`),
      some.map((domain) => `a@[${domain}]`),
    );
    const field = fc.oneof(
      whole,
      whole.map((text) => `mailto:${encodeURIComponent(text)}`),
    );
    fc.assert(
      fc.property(field, (email) => {
        const [address] = readAddresses(email);
        if (address === undefined) return;
        expect(address).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
        expect(address.replace(/"(?:[^"\\]|\\.)*"/gu, '')).not.toMatch(/[,;<>]/);
        const { recipients } = recipientsIn(recipientLine({ name: 'Ann', email, status: 'active' }));
        expect(recipients).toEqual([{ address, name: 'Ann' }]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is looked for in whatever may hold one', () => {
    expect(addressesWithin('see anna@x.example or (ben@y.example) for help')).toEqual([
      'see anna@x.example or (ben@y.example) for help',
      'anna@x.example',
      'ben@y.example',
    ]);
  });

  it.each(['a@', '"', '(a ', 'a@x ', '<', 'a.', `${'x'.repeat(20)} `, "'a@x ", 'mailto:'])(
    'is read without delay where %j is repeated',
    (piece) => {
      const long = `${piece.repeat(4000 / piece.length - 2)}@`;
      expect(readAddresses(long).length).toBeLessThanOrEqual(1);
    },
  );
});

describe('what is in the way of an address', () => {
  it.each([
    ['a@x', []],
    [' a@x ', ['a space at the beginning', 'a space at the end']],
    ['a\u200b@x\u200b', ['a zero-width space (U+200B)']],
    ['a\u00a0@x', ['a no-break space (U+00A0)']],
    ['\u2061a@x', ['an invisible character (U+2061)']],
    ['a＠x', ['＠ for @']],
  ])('in %j is named', (came, odd) => {
    expect(seenText(came).odd).toEqual(odd);
  });
});
