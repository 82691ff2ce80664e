/** What a person may type as a server, what becomes of it, and what is refused for which reason. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BadInputReason } from '../../../contract/failures.ts';
import { parseServerAddress } from '../../../electron/api/server-address.ts';

test.each([
  ['https://api.chakrahq.com', 'https://api.chakrahq.com'],
  ['api.example.com', 'https://api.example.com'],
  ['  api.example.com\n', 'https://api.example.com'],
  ['API.Example.COM', 'https://api.example.com'],
  ['HTTPS://api.example.com:443/', 'https://api.example.com'],
  ['api.example.com:8443', 'https://api.example.com:8443'],
  ['api.example.com///', 'https://api.example.com'],
  ['https://api.example.com/v1/ext', 'https://api.example.com'],
  ['https://api.example.com/v1/ext/user/9763caa1-cef3-497f-b3b2-f551456b2831', 'https://api.example.com'],
  ['api.example.com/v1/ext/', 'https://api.example.com'],
  ['https://api.example.com/api/', 'https://api.example.com'],
  ['https://api.example.com/v1/extra', 'https://api.example.com'],
  ['https://api.example.com/v1/ext/../../admin', 'https://api.example.com'],
  ['https://api.example.com/?token=x', 'https://api.example.com'],
  ['https://api.example.com/#/people/ada', 'https://api.example.com'],
  ['https://api.example.com?x', 'https://api.example.com'],
  ['https://api.example.com/@ada', 'https://api.example.com'],
  ['api.example.com:8443/api/v2', 'https://api.example.com:8443'],
  ['http://127.0.0.1:3000/api/', 'http://127.0.0.1:3000'],
  ['localhost:8080', 'https://localhost:8080'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['http://127.0.0.1:3000/', 'http://127.0.0.1:3000'],
  ['http://127.255.0.9', 'http://127.255.0.9'],
  ['http://127.1:3000', 'http://127.0.0.1:3000'],
  ['http://[::1]:3000', 'http://[::1]:3000'],
  ['[::1]', 'https://[::1]'],
  ['bücher.example', 'https://xn--bcher-kva.example'],
  ['intranet', 'https://intranet'],
  ['api_test.intranet', 'https://api_test.intranet'],
  ['api.example.com.', 'https://api.example.com.'],
])('%j is %s', (typed, origin) => {
  expect(parseServerAddress(typed)).toStrictEqual({ ok: true, value: origin });
});

const refusals: readonly (readonly [string, BadInputReason])[] = [
  ['', 'empty'],
  [' \n ', 'empty'],
  [`https://${'a'.repeat(2048)}.example`, 'too-long'],
  ['https://api.exa\tmple.com', 'control-characters'],
  ['https://api.exa\nmple.com', 'control-characters'],
  ['https://api.exam\0ple.com', 'control-characters'],
  ['https://api.\u202Eexample.com', 'control-characters'],
  ['https://api.exam\u200Bple.com', 'control-characters'],
  ['http://api.example.com', 'not-https'],
  ['http://0.0.0.0', 'not-https'],
  ['http://128.0.0.1', 'not-https'],
  ['http://127.0.0.1.example.com', 'not-https'],
  ['http://localhost.example.com', 'not-https'],
  ['http://[::ffff:127.0.0.1]', 'not-https'],
  ['http://10.0.0.1', 'not-https'],
  ['ftp://api.example.com', 'not-https'],
  ['ws://api.example.com', 'not-https'],
  ['file:///etc/passwd', 'not-https'],
  ['javascript:alert(1)', 'not-https'],
  ['data:text/html,x', 'not-https'],
  ['https:api.example.com', 'not-https'],
  ['https://user:secret@api.example.com', 'has-credentials'],
  ['https://user@api.example.com', 'has-credentials'],
  ['https://@api.example.com', 'has-credentials'],
  ['user:secret@api.example.com', 'has-credentials'],
  ['http://localhost@evil.example', 'has-credentials'],
  ['asha@example.com', 'has-credentials'],
  ['https://', 'not-a-url'],
  ['https:///api.example.com', 'not-a-url'],
  ['https://api example.com', 'not-a-url'],
  ['https://api.example.com\\@evil.example', 'not-a-url'],
  ['https:\\\\api.example.com', 'not-a-url'],
  ['https://api.example.com:99999', 'not-a-url'],
  ['https://exa%2Fmple.com', 'not-a-url'],
  ['https://[::1', 'not-a-url'],
  // A copied address with more than itself: the parser takes what stands first for the host.
  ['"https://api.example.com"', 'not-a-url'],
  ['‘https://api.example.com’', 'not-a-url'],
  ["'https://api.example.com'", 'not-a-url'],
  ['https://https://api.example.com', 'not-a-url'],
  ['https://http//api.example.com', 'not-a-url'],
  ['https//api.example.com', 'not-a-url'],
  ['http//localhost:8080', 'not-a-url'],
  ['https://api.example.com;', 'not-a-url'],
  ['api.example.com,', 'not-a-url'],
  ['https://(api.example.com)', 'not-a-url'],
  ['https://*.example.com', 'not-a-url'],
  ['https://{tenant}.example.com', 'not-a-url'],
  ['https://$HOST/', 'not-a-url'],
  ['https://api.example.com:0', 'not-a-url'],
  // A dot too many or a letter too few: no name has empty parts, and looking one up only says that there is no network.
  ['https://api..example.com', 'not-a-url'],
  ['.example.com', 'not-a-url'],
  ['api.example.com..', 'not-a-url'],
  ['https://.', 'not-a-url'],
];

test.each(refusals)('%j is refused: %s', (typed, reason) => {
  expect(parseServerAddress(typed)).toStrictEqual({
    ok: false,
    failure: { kind: 'bad-input', where: 'server', reason },
  });
});

describe('whatever is typed', () => {
  const pieces = [
    'http',
    'https',
    ':',
    '//',
    '/',
    '\\',
    '@',
    '.',
    '127.0.0.1',
    'localhost',
    'a',
    '[::1]',
    '%2e',
    '#',
    '?',
    ' ',
    '\t',
    '0x7f.1',
    '١٢٧',
    '。',
    ':80',
  ];
  const typed = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((p) => p.join('')),
    fc.webUrl(),
    fc.string({ unit: 'binary' }),
  );

  test('what is accepted is https, or this computer, and is accepted again as it is', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const outcome = parseServerAddress(text);
        if (!outcome.ok) return;
        const { protocol, hostname, href, origin } = new URL(outcome.value);
        expect(origin).toBe(outcome.value);
        expect(href).toBe(`${origin}/`);
        if (protocol !== 'https:') expect(hostname).toMatch(/^(localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/);
        expect(parseServerAddress(outcome.value)).toStrictEqual(outcome);
      }),
      { numRuns: 5_000 },
    );
  });
});
