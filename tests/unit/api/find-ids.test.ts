/** Which ids are found in what a person pastes. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserId } from '../../../contract/ids.ts';
import { findIds } from '../../../electron/api/find-ids.ts';

const a = '9763caa1-cef3-497f-b3b2-f551456b2831';
const b = '0d5c2a7e-5b1f-4a43-8a77-0a0b7e1c9f10';

test.each<readonly [what: string, text: string, ids: readonly string[]]>([
  ['an id alone', a, [a]],
  ['in capitals', ` ${a.toUpperCase()}\n`, [a]],
  ['in braces', `{${a}}`, [a]],
  ['in a profile link', `https://app.example.com/admin/users/${a}?tab=profile#top`, [a]],
  ['in an escaped link', `https://app.example.com/login?next=%2Fuser%2F${a}%3Ftab`, [a]],
  ['in the app’s own link', `rolodesk://user/${a}`, [a]],
  ['another kind of id in the app’s own link', 'rolodesk://user/emp-77', ['emp-77']],
  ['a name for an id in a profile link', ' https://app.example.com/users/alice/?tab=1 ', ['alice']],
  ['no link to anybody', 'https://app.example.com/', []],
  ['a link that climbs', 'https://app.example.com/users/..%2fadmin', []],
  [
    'in links in prose',
    'Please look at rolodesk://user/u-42 and https://api.example.com/v1/ext/user/u-43, thanks. Or (https://x.example/users/alice)!',
    ['u-42', 'u-43', 'alice'],
  ],
  ['in a link that ends a sentence', 'It is https://x.example/user/u-1. And that is it', ['u-1']],
  ['in links on lines', 'https://crm.example.com/user/u-1\nhttps://crm.example.com/user/u-2', ['u-1', 'u-2']],
  ['in links of any path on lines', 'https://x.example/agent/u-1\nhttps://x.example/agent/u-2/', ['u-1', 'u-2']],
  [
    'in a column of links',
    'name,link\nAda,https://x.example/user/u-1?tab=2\n"Bo",https://x.example/user/bo',
    ['u-1', 'bo'],
  ],
  [
    'in HTML',
    '<a href="https://crm.example.com/user/u-9">x</a><a href=\'https://x.example/user/u-8#top\'>',
    ['u-9', 'u-8'],
  ],
  ['in a link beside a UUID', `uuid ${a.toUpperCase()} and https://x.example/user/u-2 and ${b}`, [a, 'u-2', b]],
  ['in a link below a UUID', `https://x.example/team/${b}/user/u-3/edit`, [b, 'u-3']],
  ['in no link of prose that is to nobody', 'See https://x.example/docs/page-2 or https://x.example/user/', []],
  ['in CSV', `name,id,team\r\n"Rao, Asha",${a},7\r\nBo,"${b}",8`, [a, b]],
  ['in JSON', `{"reportees":["${a}","${b}"]}`, [a, b]],
  ['in JSON within JSON', `"{\\"id\\":\\"${a}\\"}\\n${b}"`, [a, b]],
  [
    'in a log',
    `2030-01-01T12:00:00Z GET /v1/ext/user/${a} 200\n2030-01-01T12:00:01Z GET /v1/ext/user/${b} 404`,
    [a, b],
  ],
  ['twice', `${b} ${a} ${b.toUpperCase()}`, [b, a]],
  ['beside other words that could be ids', `u-1\n${a}`, [a]],
  ['within a longer run of letters and digits', `not x${a}, nor ${b}0`, []],
  ['not quite', `${a.slice(1)} ${a.replace('-', '')}`, []],
  ['another kind of id alone', 'user_42', ['user_42']],
  ['a list of another kind', 'u1\nu2\r\n\n u3 ', ['u1', 'u2', 'u3']],
  ['a row of another kind', 'u1, u2;u3\t"u4"', ['u1', 'u2', 'u3', 'u4']],
  ['a column with a heading', 'User ID\n10001\n10002', ['10001', '10002']],
  ['a list with a repetition', 'u1,u1,u2', ['u1', 'u2']],
  ['a column whose heading is repeated', 'id\n10001\nid\n10002', ['10001', '10002']],
  ['a list in quotes of two kinds', `'u1',"u2"`, ['u1', 'u2']],
  ['a list whose quotes do not match', `'u1",u2`, []],
  ['a list with something that is no id', 'u1, u2, and u3', []],
  ['prose', 'Please look up 42 people', []],
  ['a word', 'asha', []],
  ['a heading alone', 'id', []],
  ['a date', '2030-01-31', []],
  ['a time', '2030-01-31T12:00:00', []],
  ['an amount', '12.50', []],
  ['an e-mail', 'asha1@example.com', []],
  ['a path', '../1', []],
  ['nothing', '', []],
  ['separators alone', ',;\n,', []],
])('%s', (_what, text, ids) => {
  expect(findIds(text)).toStrictEqual(ids);
});

test('every UUID of any text is found, once, in order, and each can be asked for', () => {
  const noise = fc.string({ unit: fc.constantFrom(...' ,;"\n/?=-é{}') });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(noise, fc.uuid(), fc.constantFrom(' ', ',', '/', '"')), { minLength: 1 }),
      (parts) => {
        const text = parts.map(([before, uuid, after]) => `${before} ${uuid}${after}`).join('');
        const found = findIds(text);
        expect(found).toStrictEqual([...new Set(parts.map(([, uuid]) => uuid))]);
        for (const id of found) expect(UserId.parse(id)).toBe(id);
      },
    ),
  );
});

describe('20 MB', () => {
  const megabytes = (piece: string) => piece.repeat(Math.ceil(20_000_000 / piece.length)).slice(0, 20_000_000);
  // Anything worse than linear would take minutes and run into the time limit of the test.
  test.each([
    'a',
    '0',
    '-',
    '%',
    '\\n',
    ' ',
    ',',
    '"',
    "'",
    '\t ',
    '9763caa1-',
    'https://',
    'https://x.example/user/u-1',
    'rolodesk://user/',
    '/user/',
    'a1,',
    '9763caa1-cef3-497f-b3b2-f551456b283',
    '\uD800',
  ])('of %j is read to the end', (piece) => {
    expect(findIds(`${megabytes(piece)} ${a}`)).toStrictEqual([a]);
    expect(Array.isArray(findIds(megabytes(piece)))).toBe(true);
  });

  test('of ids gives all of them', () => {
    const ids = Array.from(
      { length: 540_000 },
      (_, i) => `${i.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`,
    );
    expect(findIds(ids.join('\n'))).toStrictEqual(ids);
  });
});
