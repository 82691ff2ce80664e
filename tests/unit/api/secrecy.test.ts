/** A token that a server repeats is found however it is written, whole or in pieces, and takes no time to look for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenSearch, isAmong, withoutToken } from '../../../electron/api/secrecy.ts';

const token = 'tok+7/Qw=.x~Zr5&"m<ar-k\\ed';
const bytesOf = (text: string) => Buffer.from(text, 'utf8');
const hexOf = (character: string) => character.charCodeAt(0).toString(16).padStart(2, '0');
const each = (text: string, write: (character: string, nth: number) => string) => [...text].map(write).join('');

const names: Readonly<Record<string, string>> = {
  '+': '&plus;',
  '/': '&sol;',
  '=': '&equals;',
  '.': '&period;',
  '&': '&amp;',
  '"': '&quot;',
  '<': '&lt;',
  '\\': '&bsol;',
};

const jsonEscapes = each(token, (character) => `\\u00${hexOf(character)}`);
const formsInText: readonly (readonly [string, string])[] = [
  ['as it is', token],
  ['as JSON writes it', JSON.stringify(token).slice(1, -1)],
  ['with a stroke that is escaped', token.replaceAll('\\', '\\\\').replaceAll('/', '\\/')],
  ['with \\u escapes', jsonEscapes],
  ['with \\u escapes in capitals', jsonEscapes.replaceAll(/[0-9a-f]{4}/g, (hex) => hex.toUpperCase())],
  ['with one \\u escape', token.replace('+', '\\u002B').replaceAll('\\e', '\\\\e')],
  [
    'with \\u escapes here and there',
    each(token, (one, nth) => (nth % 3 === 0 || one === '\\' ? `\\u00${hexOf(one)}` : one)),
  ],
  ['as JSON within JSON', JSON.stringify(JSON.stringify(token)).slice(1, -1)],
  ['as \\u escapes within JSON', JSON.stringify(jsonEscapes).slice(1, -1)],
  [
    'as \\u escapes in JSON three times over',
    [1, 2, 3].reduce((text) => JSON.stringify(text).slice(1, -1), jsonEscapes),
  ],
  ['as a URL has it', encodeURIComponent(token)],
  ['as a URL has it, in small letters', encodeURIComponent(token).replaceAll(/%../g, (code) => code.toLowerCase())],
  ['as a URL within a URL has it', encodeURIComponent(encodeURIComponent(token))],
  ['with every character percent-encoded', each(token, (one) => `%${hexOf(one)}`)],
  ['as HTML has it', token.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')],
  ['as numbers of HTML', each(token, (one) => `&#${one.charCodeAt(0)};`)],
  ['as hexadecimal numbers of HTML', each(token, (one) => `&#x${hexOf(one)};`)],
  ...[0, 1, 2, 7].map((before): [string, string] => [
    `in base64 behind ${before} bytes`,
    Buffer.from(`${'u'.repeat(before)}${token}:x`).toString('base64'),
  ]),
  ['in base64 of a URL', Buffer.from(`Bearer ${token}`).toString('base64url')],
  [
    'in base64 with escaped strokes',
    Buffer.from(`??${token}??`).toString('base64').replaceAll('/', '\\/').replaceAll('+', '\\u002b'),
  ],
  [
    'as HTML has it with a name for every sign',
    token.replaceAll(/[^\w~-]/g, (one) => names[one] ?? `&#${one.charCodeAt(0)};`),
  ],
  ['with \\x escapes', each(token, (one) => `\\x${hexOf(one)}`)],
  ['with \\x escapes within JSON', each(token, (one) => `\\\\x${hexOf(one)}`)],
  ['with escapes of a script in an address', each(token, (one) => `%u00${hexOf(one)}`)],
  // What reading a reply takes out of a name or an id, so that the token would be left.
  ['with controls in between', each(token, (one) => `\\u0001${JSON.stringify(one).slice(1, -1)}`)],
  ['with marks of direction in between', each(token, (one) => `${JSON.stringify(one).slice(1, -1)}\u202a`)],
  ['with escaped marks of direction in between', each(token, (one) => `\\u2066${JSON.stringify(one).slice(1, -1)}`)],
  ['with spaces without width in between', `${token.slice(0, 6)}\u200b${JSON.stringify(token.slice(6)).slice(1, -1)}`],
  ['with a soft hyphen', `${token.slice(0, 6)}\\u00AD${JSON.stringify(token.slice(6)).slice(1, -1)}`],
  ['in letters of full width', each(token, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))],
  ['with a word processor’s hyphen', token.replaceAll('-', '\u2011').replaceAll('\\', '\\\\').replaceAll('"', '\\"')],
  [
    'in base64 that is broken into lines',
    Buffer.from(`Bearer ${token}`)
      .toString('base64')
      .replaceAll(/.{10}/g, (line) => `${line}\\r\\n`),
  ],
];

const hexadecimal = Buffer.from(token).toString('hex');
/** As e-mail has it, where only what is not plain is written as a number. */
const quotedPrintable = each(token, (one) => (/[\w.-]/.test(one) ? one : `=${hexOf(one).toUpperCase()}`));
/** The same in lines that go on; no line ends within a number. */
const inLines = (end: string) => quotedPrintable.replaceAll(/.{9}(?<!=.?)/g, (line) => `${line}=${end}`);

const formsInNumbers: readonly (readonly [string, string])[] = [
  ['in base64 of a URL without what fills it up', Buffer.from(`a ${token}`).toString('base64url')],
  ['in hexadecimal', hexadecimal],
  ['in hexadecimal in capitals', hexadecimal.toUpperCase()],
  ['in hexadecimal behind other bytes', `0x00ff${hexadecimal}ff`],
  ['in hexadecimal with spaces', each(token, (one) => `${hexOf(one)} `)],
  ['in hexadecimal with colons, in capitals', each(token, (one) => `${hexOf(one)}:`).toUpperCase()],
  ['in hexadecimal with dashes', each(token, (one) => `-${hexOf(one)}`)],
  ['in hexadecimal as a list of numbers', each(token, (one) => `0x${hexOf(one)}, `)],
  ['in hexadecimal as a list of texts', each(token, (one) => `"${hexOf(one)}",\n      `)],
  ['in hexadecimal in words of two bytes', hexadecimal.replaceAll(/.{4}/g, (word) => `${word} `)],
  ['in hexadecimal that is broken into lines', hexadecimal.replaceAll(/.{15}/g, (line) => `${line}\\r\\n`)],
  ['in hexadecimal with escapes', each(hexadecimal, (one) => `\\u00${hexOf(one)}`)],
  ['in hexadecimal with an escaped \\x', each(token, (one) => `\\\\x${hexOf(one).toUpperCase()}`)],
  ['as a list of its bytes', JSON.stringify(Buffer.from(token))],
  ['as a list of its bytes, one a line', JSON.stringify([...Buffer.from(token)], null, 4)],
  ['as a typed array of its bytes', JSON.stringify(new Uint8Array(Buffer.from(`a ${token}`)))],
  ['as a typed array of its bytes, one a line', JSON.stringify(new Uint8Array(Buffer.from(token)), null, 4)],
  ['as a typed array of its bytes within JSON', JSON.stringify(JSON.stringify(new Uint8Array(Buffer.from(token))))],
  ...['', 'u', 'Bearer '].map((before): [string, string] => [
    `in base64 of UTF-16 behind ${before.length} characters`,
    Buffer.from(`${before}${token}:x`, 'utf16le').toString('base64'),
  ]),
  ['as e-mail has it', quotedPrintable],
  ['as e-mail has it, in small letters', quotedPrintable.replaceAll(/=../g, (code) => code.toLowerCase())],
  ['as e-mail has it, every character', each(token, (one) => `=${hexOf(one).toUpperCase()}`)],
  ['as e-mail has it, in lines', inLines('\r\n')],
  ['as e-mail has it, in lines within JSON', inLines('\\r\\n')],
  ['as e-mail has it, with escaped signs', quotedPrintable.replaceAll('=', '\\u003d')],
  ['as numbers of HTML without semicolons', each(token, (one) => `&#${one.charCodeAt(0)}`)],
  ['as hexadecimal numbers of HTML without semicolons', each(token, (one) => `&#X${hexOf(one)}`)],
  [
    'as HTML has it without semicolons',
    token.replace('&', '&amp').replace('"', '&quot').replace('<', '&lt').replace('\\', '\\\\'),
  ],
  ['with escapes of a script in braces', each(token, (one) => `\\u{${hexOf(one)}}`)],
];

const base64 = (text: string) => Buffer.from(text).toString('base64');
const formsInForms: readonly (readonly [string, string])[] = [
  ...['', 'u', 'Bearer '].flatMap((before): [string, string][] => [
    [`in base64 of base64 behind ${before.length} bytes`, base64(base64(`${before}${token}:x`))],
    [`in base64 behind ${before.length} bytes of base64`, base64(`${before}${base64(`${token}:x`)}`)],
    [
      `in base64 of base64 of UTF-16 behind ${before.length} characters`,
      base64(Buffer.from(`${before}${token}`, 'utf16le').toString('base64')),
    ],
    [`in base64 of hexadecimal behind ${before.length} bytes`, base64(`${before}${hexadecimal}`)],
    [`in base64 of what a URL has behind ${before.length} bytes`, base64(`${before}${encodeURIComponent(token)}:x`)],
    [`in base64 of JSON behind ${before.length} bytes`, base64(JSON.stringify({ [before]: token }))],
  ]),
  ['in base64 of JSON with escaped strokes', base64(JSON.stringify({ token }).replaceAll('/', '\\/'))],
  ['in base64 of a URL, twice', Buffer.from(Buffer.from(token).toString('base64url')).toString('base64url')],
  ['in base64 of base64 with escaped strokes', base64(base64(`>>>${token}`)).replaceAll('/', '\\/')],
  ['in base64 of base64 in lines', base64(base64(token)).replaceAll(/.{10}/g, (line) => `${line}\\r\\n`)],
];

const forms = [...formsInText, ...formsInNumbers, ...formsInForms];

describe('a token', () => {
  const search = createTokenSearch(token);

  it.each(forms)('is found %s, and in pieces wherever they are cut', (_how, form) => {
    const bytes = bytesOf(`{"_data":{"bio":"\u00e9 ${form} é"}}`);
    expect(search.isIn(bytes)).toBe(true);
    for (let cut = 1; cut < bytes.length; cut += 1) {
      const repeats = search.overPieces();
      expect(repeats(bytes.subarray(0, cut)) || repeats(bytes.subarray(cut))).toBe(true);
    }
    const repeats = search.overPieces();
    expect(Array.from(bytes, (byte) => repeats(Uint8Array.of(byte))).includes(true)).toBe(true);
  });

  // Reading ids puts a UUID in small letters, and asks for one without dashes with them.
  it.each(['5f0c9a1e-8f0e-4c43-9a0e-0d7d2f6fabcd', '5F0C9A1E8F0E4C439A0E0D7D2F6FABCD'])(
    'is found in every spelling where it is a UUID: %s',
    (secret) => {
      const bare = secret.replaceAll('-', '');
      const dashed = bare.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
      for (const one of [bare, dashed].flatMap((each) => [each.toLowerCase(), each.toUpperCase()])) {
        expect([one, createTokenSearch(secret).isIn(bytesOf(`"${one}"`))]).toEqual([one, true]);
        expect([one, createTokenSearch(secret).isIn(bytesOf(`"${one.slice(1)}"`))]).toEqual([one, false]);
      }
    },
  );

  // Of a long s, a raised h or a letter in a circle, the plain letter is left.
  it('is found with any character in it that has a form in ASCII', () => {
    const missed: string[] = [];
    for (let code = 0x80; code < 0x11_0000; code += 1) {
      const character = String.fromCodePoint(code);
      const form = character.isWellFormed() ? character.normalize('NFKC') : '';
      if (!/^[!-~]+$/.test(form)) continue;
      const isFound = createTokenSearch(`canary${form}token`).isIn(bytesOf(`canary${character}token`));
      if (!isFound) missed.push(character);
    }
    expect(missed).toEqual([]);
  });

  it('is not found where another text stands', () => {
    const other = createTokenSearch(token.replace('Qw', 'Qv'));
    for (const [how, form] of forms) expect([how, other.isIn(bytesOf(form))]).toEqual([how, false]);
    expect(search.isIn(bytesOf('\\u0074ok+7 %74 &amp;'))).toBe(false);
    expect(createTokenSearch('short').isIn(bytesOf('short \\u0073hort'))).toBe(false);
  });

  it('is found whatever it consists of, escaped in any mixture', () => {
    const visible = fc.string({
      unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
      minLength: 8,
      maxLength: 40,
    });
    // A backslash at its end and a quotation mark behind it cannot be told from an escaped quotation mark.
    const secrets = visible.filter((secret) => !secret.endsWith('\\'));
    const ways = [
      (one: string) => JSON.stringify(one).slice(1, -1),
      (one: string) => `\\u00${hexOf(one)}`,
      (one: string) => `%${hexOf(one).toUpperCase()}`,
      (one: string) => `&#${one.charCodeAt(0)};`,
    ];
    fc.assert(
      fc.property(
        secrets,
        fc.infiniteStream(fc.nat(3)),
        fc.constantFrom('"', ' ', '<', '='),
        (secret, picks, around) => {
          const written = each(secret, (one) => ways[picks.next().value ?? 0]?.(one) ?? one);
          expect(createTokenSearch(secret).isIn(bytesOf(`${around}${written}${around}`))).toBe(true);
        },
      ),
    );
  });

  it('is looked for in linear time', () => {
    // Anything worse would run into the time limit of the test.
    const others = [
      '=',
      '=\\',
      '\\u003d',
      ' ',
      '7',
      '7 4',
      '0x',
      '116 ',
      hexadecimal.slice(0, -1),
      '%3d',
      'A',
      base64(base64(token)).slice(0, 40),
    ];
    for (const piece of ['\\', '%25', '&#0', 't\\', 'tok+7/Qw=.x~Zr5&\\u0022', ...others]) {
      expect(search.isIn(bytesOf(piece.repeat(Math.ceil(1_000_000 / piece.length))))).toBe(false);
    }
  });
});

describe('a failure', () => {
  it.each(forms)('says nothing of a token that it holds %s', (_how, form) => {
    const cleaned = withoutToken({ kind: 'bad-reply', where: 'errors', detail: `you sent ${form}` }, token);
    expect(cleaned).toEqual({ kind: 'bad-reply', where: 'errors', detail: '' });
    const type = withoutToken({ kind: 'not-the-api', contentType: `text/${form}`.toLowerCase(), status: 404 }, token);
    expect(type).toEqual({ kind: 'not-the-api', contentType: '', status: 404 });
  });

  it.each([1, 20, 35])('says nothing of a token that is cut %i characters before its end', (left) => {
    const secret = 'abcdefghij0123456789abcdefghij0123456789';
    const to = `https://${'x'.repeat(100)}${secret.slice(0, -left)}…`;
    const failure = withoutToken({ kind: 'refused-redirect', to }, secret);
    expect(failure).toMatchObject({ to: left < 33 ? '' : to });
  });

  it('keeps what is not the token, and the names of its own fields', () => {
    const failure = { kind: 'bad-reply', where: 'another-id', detail: 'u-2' } as const;
    expect(withoutToken(failure, 'another-id')).toEqual(failure);
    expect(withoutToken({ kind: 'refused-redirect', to: 'https://a.example' }, 'A.EXAMPLE')).toMatchObject({ to: '' });
  });
});

describe('bytes that are no text', () => {
  const noise = (length: number) => Buffer.from(Array.from({ length }, (_, nth) => (nth * 151 + 77) & 0xff));
  const swapped = Buffer.from(token, 'utf16le').swap16();
  it.each<readonly [string, Buffer]>([
    ['as it is', Buffer.from(token)],
    ['in UTF-16', Buffer.from(token, 'utf16le')],
    ['in UTF-16, the other way round', swapped],
    ['in base64', Buffer.from(Buffer.from(`Bearer ${token}`).toString('base64'))],
    ['in hexadecimal', Buffer.from(Buffer.from(token).toString('hex'))],
  ])('hold the token %s', (_, written) => {
    expect(isAmong(Buffer.concat([noise(1001), written, noise(3)]), token)).toBe(true);
    expect(isAmong(Buffer.concat([noise(1001), written.subarray(0, -8), noise(3)]), token)).toBe(false);
  });

  it('do not hold one that is too short to be told', () => {
    expect(isAmong(Buffer.from('short'), 'short')).toBe(false);
  });
});
