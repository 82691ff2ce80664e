import { describe, expect, test } from 'vitest';
import { RememberedTrouble, TokenState } from '../../../contract/account.ts';
import { Token } from '../../../contract/calls.ts';
import { BadInputReasonSchema, FailureSchema, KeychainTroubleSchema } from '../../../contract/failure-schema.ts';
import type { Failure } from '../../../contract/failures.ts';
import { hostOf, leftOutOf, typedHost } from '../../../renderer/connection/host-of.ts';
import { fieldFailure, otherFailure, readToken } from '../../../renderer/failure/field-failure.ts';
import { badInputWords } from '../../../renderer/words/bad-input-words.ts';
import {
  connectFailureWords,
  connectField,
  connectFieldWords,
  rememberedTroubleWords,
  tokenFailureWords,
} from '../../../renderer/words/connect-words.ts';
import { actionWords, failureWords } from '../../../renderer/words/failure-words.ts';
import { keychainWords } from '../../../renderer/words/keychain-words.ts';
import { tokenStateWords } from '../../../renderer/words/token-words.ts';

const failures: Failure[] = [
  { kind: 'not-found', id: null },
  { kind: 'timeout', after: 'idle' },
  { kind: 'rate-limited', retryAfterSeconds: 30 },
  { kind: 'rate-limited', retryAfterSeconds: null },
  { kind: 'server', status: 503 },
  ...Array.from({ length: 400 }, (_, nth): Failure => ({ kind: 'server', status: nth + 300 })),
  { kind: 'not-the-api', contentType: 'text/html' },
  { kind: 'bad-reply', where: 'another-id', detail: '' },
  { kind: 'bad-reply', where: 'token', detail: '' },
  { kind: 'too-large', limitBytes: 1_048_576 },
  { kind: 'refused-redirect', to: 'https://elsewhere.example' },
  { kind: 'unexpected', reference: 'R-17' },
  ...(['full', 'not-allowed', 'no-folder'] as const).map((trouble): Failure => ({ kind: 'not-kept', trouble })),
  ...KeychainTroubleSchema.options.map((trouble): Failure => ({ kind: 'keychain', trouble })),
  ...[true, false].flatMap((isRemembered) =>
    KeychainTroubleSchema.options.map((trouble): Failure => ({ kind: 'token-left', trouble, isRemembered })),
  ),
  ...(
    [
      'unauthorized',
      'forbidden',
      'proxy-sign-in',
      'network-sign-in',
      'headers-too-large',
      'offline',
      'not-connected',
      'token-needed',
      'refused-caller',
      'cancelled',
    ] as const
  ).map((kind): Failure => ({ kind })),
];

describe('the words for a failure', () => {
  test.each(failures.map((failure) => [JSON.stringify(failure), failure] as const))('%s', (_, failure) => {
    const { title, detail } = failureWords(FailureSchema.parse(failure));
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(detail).toMatch(/^[A-Z].*[.]$/);
    expect(`${title} ${detail}`).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test('name what a person can act on', () => {
    expect(failureWords({ kind: 'rate-limited', retryAfterSeconds: 30 }).detail).toContain('30 seconds');
    expect(failureWords({ kind: 'rate-limited', retryAfterSeconds: 1800 }).detail).toContain('30 minutes');
    expect(failureWords({ kind: 'refused-redirect', to: 'https://x.example' }).detail).toContain('https://x.example');
    expect(failureWords({ kind: 'refused-redirect', to: '' }).detail).toContain('It pointed to another address.');
    // A token such as the company's name stands in every address of the company.
    expect(failureWords({ kind: 'bad-reply', where: 'token', detail: '' }).detail).toContain('common word');
    const toItself = failureWords({ kind: 'refused-redirect', to: 'https://x.example', isOwn: true });
    // It is the address that is in use: to take it as the server would lead nowhere.
    expect(toItself.detail).not.toContain('use that address');
    expect(toItself.detail).toContain('sign in');
    const unsigned = { kind: 'untrusted-certificate', isOfThisComputer: true } as const;
    for (const words of [failureWords(unsigned), connectFailureWords(unsigned)]) {
      expect(words.title).toBe('The server wants a certificate of this computer');
      // To install one would not help: requests show none.
      expect(words.detail).toContain('Rolodesk shows none');
    }
    expect(failureWords({ kind: 'unexpected', reference: 'R-17' }).detail).toContain('R-17');
    expect(failureWords({ kind: 'token-needed' }).actions).toEqual(['renew-token']);
    expect(failureWords({ kind: 'keychain', trouble: 'locked' }).actions).toEqual(['unlock-keychain']);
  });

  test('lay trouble at the server’s door for its own errors alone, and name the status', () => {
    for (let status = 300; status < 700; status += 1) {
      const { title, detail } = failureWords({ kind: 'server', status });
      expect(title).toContain(`(${status})`);
      expect(`${title} ${detail}`.includes('trouble is on its side')).toBe(status >= 500 && status < 600);
      if (status >= 400 && status < 500) expect(title).toMatch(/^The server does not accept this request/);
    }
  });

  test('of a refused token name nobody who refused it, and offer another one and another try', () => {
    const { title, actions = [] } = failureWords({ kind: 'unauthorized' });
    expect(title).toBe('The token was refused, by the server or by something before it');
    expect(actions.map((action) => actionWords[action])).toEqual(['Give the token…', 'Try again']);
    // Said at the field where another one is typed, and sent with the button of its form.
    expect(connectFailureWords({ kind: 'unauthorized' })).toMatchObject({ title });
    expect(tokenFailureWords({ kind: 'unauthorized' }).title).toBe(failureWords({ kind: 'unauthorized' }).title);
  });

  test('of one person’s refused token say that it is theirs alone, and of a stranger’s refusal that it may be of a gateway', () => {
    const { title, detail } = failureWords({ kind: 'unauthorized', isOfOne: true });
    expect(title).toBe(failureWords({ kind: 'unauthorized' }).title);
    expect(detail).toContain('this user alone');
    const foreign: Failure = { kind: 'server', status: 431, isForeign: true };
    expect(failureWords(foreign).detail).toContain('the token may be longer than it accepts');
    expect(failureWords(foreign).detail).toContain('a gateway');
    // Nobody is known yet who could have been given.
    expect(connectFailureWords(foreign)).toEqual(failureWords({ kind: 'server', status: 431 }));
  });

  test('of connecting are said at the field that they are about, or else above the button with another try', () => {
    const at = (failure: Failure) => connectField(failure);
    expect([at({ kind: 'unauthorized' }), at({ kind: 'forbidden' })]).toEqual(['token', 'token']);
    for (const failure of [
      { kind: 'offline' },
      { kind: 'untrusted-certificate' },
      { kind: 'refused-redirect', to: '' },
      { kind: 'not-the-api', contentType: 'text/html' },
      { kind: 'not-the-api', contentType: '', status: 404 },
      { kind: 'server', status: 405, isForeign: true },
      { kind: 'bad-reply', where: 'json', detail: '' },
    ] as const)
      expect(at(failure), JSON.stringify(failure)).toBe('server');
    expect(at({ kind: 'not-found', id: null })).toBe('startFrom');
    expect(at({ kind: 'bad-reply', where: 'another-id', detail: '' })).toBe('startFrom');
    for (const failure of [
      { kind: 'timeout', after: 'headers' },
      { kind: 'server', status: 503 },
      { kind: 'rate-limited', retryAfterSeconds: null },
      { kind: 'network-sign-in' },
    ] as const) {
      expect(at(failure), JSON.stringify(failure)).toBeNull();
      expect(connectFailureWords(failure).actions).toEqual(['retry']);
    }
    for (const failure of [...failures, { kind: 'unauthorized' }] as const)
      expect(connectFieldWords(failure)).toMatch(/^[A-Z].*[^.]\. .*\.$/s);
    const wrong = connectFieldWords({ kind: 'not-the-api', contentType: 'text/html' });
    expect(wrong).toMatch(/^This is not the directory server\. What came back is text\/html: /);
  });

  test('every reason a field is refused has a sentence, whatever the field', () => {
    for (const reason of BadInputReasonSchema.options) {
      for (const where of ['server', 'token', 'startFrom', 'name', 'constructor', 'else']) {
        expect(badInputWords(where, reason)).toMatch(/^[A-Z].*[.]$/);
      }
    }
  });

  test('do not claim that nothing was changed where that is not known', () => {
    expect(failureWords({ kind: 'unexpected', reference: 'R-17' }).detail).not.toMatch(/nothing/i);
    // That the server knows nobody of an id is remembered.
    expect(failureWords({ kind: 'not-found', id: null }).detail).not.toMatch(/nothing/i);
  });

  test('say what became of the list of directories, and when no server can be connected for it', () => {
    for (const trouble of RememberedTrouble.options) {
      const { title, detail } = rememberedTroubleWords[trouble];
      expect(title).toMatch(/^The list of directories .*[^.]$/);
      expect(detail.includes('no server can be connected')).toBe(trouble !== 'damaged');
    }
  });

  test('say where a token goes before it is typed', () => {
    expect(keychainWords({ name: 'macos-keychain', state: 'ready' })).toBe('Kept in the macOS keychain.');
    expect(keychainWords({ name: 'secret-service', state: 'unavailable' })).toContain('memory only');
    for (const state of TokenState.options) expect(tokenStateWords[state].detail).toMatch(/[.]$/);
  });
});

describe('a form’s failures', () => {
  test('stand at their field, and only others above the button', () => {
    const wrong: Failure = { kind: 'bad-input', where: 'server', reason: 'not-https' };
    expect(fieldFailure(wrong, 'server')).toContain('https://');
    expect(fieldFailure(wrong, 'token')).toBeUndefined();
    expect(otherFailure(wrong, ['server', 'token'])).toBeNull();
    expect(otherFailure(wrong, ['token'])).toBe(wrong);
    expect(otherFailure({ kind: 'offline' }, ['server'])).toEqual({ kind: 'offline' });
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['two words', 'malformed'],
    ['caf\u00e9', 'malformed'],
    ['x'.repeat(8193), 'too-long'],
  ])('a token such as %j is refused on the spot as %s, and would be by the main process', (typed, reason) => {
    expect(Token.safeParse(typed).success).toBe(false);
    expect(readToken(typed)).toEqual({ ok: false, failure: { kind: 'bad-input', where: 'token', reason } });
  });

  test('a token is taken without the white space around it', () => {
    expect(readToken(' abc.def\n')).toEqual({ ok: true, value: Token.parse(' abc.def\n') });
    expect(Token.parse(' abc.def\n')).toBe('abc.def');
  });

  test('a server is called by its host', () => {
    expect(hostOf(' https://api.chakrahq.com/v1 ')).toBe('api.chakrahq.com');
    expect(hostOf('not an address')).toBe('not an address');
    expect([typedHost('not an address'), typedHost(''), typedHost('api.chakrahq.com/v1')]).toEqual([
      '',
      '',
      'api.chakrahq.com',
    ]);
    expect(hostOf('http://127.0.0.1:4100')).toBe('127.0.0.1:4100');
    expect(hostOf('api.chakrahq.com/v1/ext')).toBe('api.chakrahq.com');
  });

  test.each([
    ['https://api.chakrahq.com', ''],
    ['https://api.chakrahq.com/', ''],
    ['api.chakrahq.com:8443', ''],
    [' https://api.chakrahq.com/api/ ', '/api/'],
    ['https://api.chakrahq.com/v1/ext/user/ada-1', '/v1/ext/user/ada-1'],
    ['api.chakrahq.com/api', '/api'],
    ['https://api.chakrahq.com?team=1', '/?team=1'],
    ['https://api.chakrahq.com/#top', '/#top'],
    ['http://127.0.0.1:4100/api?x=1#y', '/api?x=1#y'],
    ['not an address', ''],
    ['mailto:ada@example.com', ''],
    ['', ''],
  ])('of %j as a server %j is not used', (typed, leftOut) => {
    expect(leftOutOf(typed)).toBe(leftOut);
  });
});

test('what is no directory server, and a token that is needed, are called so', () => {
  expect(failureWords({ kind: 'not-the-api', contentType: 'text/html' }).title).toBe(
    'This is not the directory server',
  );
  expect(failureWords({ kind: 'token-needed' }).title).toBe('Token needed');
});
