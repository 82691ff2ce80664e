/** Which ids are found in what a person pastes, and what is said to be none. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { otherSpelling, UserId } from '../../../contract/ids.ts';
import { findIds } from '../../../electron/pasted/find-ids.ts';
import { ownFormOf } from '../../../electron/pasted/own-form.ts';
import { nobodys, type Whose } from '../../../electron/pasted/whose.ts';

const a = '9763caa1-cef3-497f-b3b2-f551456b2831';
const b = '0d5c2a7e-5b1f-4a43-8a77-0a0b7e1c9f10';
const bare = a.replaceAll('-', '');

const numbered = Array.from({ length: 40 }, (_, nth) => `u-${10001 + nth}`);
/** A directory of ids such as u-10001, of which a few are asked for by name. */
const ours: Whose = {
  server: 'https://api.example.com',
  isKnown: (id) => numbered.includes(id),
  ownForm: ownFormOf(numbered),
  hasBareUuids: false,
};
/** A directory of UUIDs alone, of which one is known. */
const uuids: Whose = {
  server: 'https://api.example.com',
  isKnown: (id) => id === a,
  ownForm: ownFormOf(Array.from({ length: 40 }, (_, nth) => a.replace(/^../, String(nth + 10)))),
  hasBareUuids: false,
};

/** A directory of five digits, as postal codes, amounts and pieces of telephone numbers have; an odd one is known, too. */
const counted = Array.from({ length: 400 }, (_, nth) => `${10001 + nth}`);
const digits: Whose = {
  server: 'https://api.example.com',
  isKnown: (id) => [...counted, 'asha', 'emp-77'].includes(id),
  ownForm: ownFormOf(counted),
  hasBareUuids: false,
};

const idsIn = (text: string, whose: Whose = nobodys, isGiven = true) => findIds(text, whose, isGiven).ids;
const oddIn = (text: string, whose: Whose = nobodys) => {
  const { count, first } = findIds(text, whose).odd;
  expect(first).toHaveLength(count);
  return first.map((one) => [one.text, one.line, one.why]);
};

test.each<readonly [what: string, text: string, ids: readonly string[]]>([
  ['an id alone', a, [a]],
  ['in capitals', ` ${a.toUpperCase()}\n`, [a]],
  ['in braces', `{${a}}`, [a]],
  ['as a URN', `urn:uuid:${a}`, [a]],
  ['without dashes', bare, [bare]],
  ['without dashes in braces', `{${bare}}`, [bare]],
  ['a list without dashes', `${bare}\n{${bare.replace('9', '8')}}`, [bare, bare.replace('9', '8')]],
  ['in the app’s own link', `rolodesk://user/${a}`, [a]],
  ['in the app’s own link, escaped', `rolodesk://user/%7B${a}%7D`, [a]],
  ['another kind of id in the app’s own link', 'rolodesk://user/emp-77', ['emp-77']],
  ['a word in the app’s own link', 'rolodesk://user/asha', ['asha']],
  ['in the API’s path', `GET https://anywhere.example/v1/ext/user/u-43 200`, ['u-43']],
  ['in the API’s path in a log', `10:01 GET /v1/ext/user/u-43 200\n10:02 GET /v2/ext/user/${a} 404`, ['u-43', a]],
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
  ['a row parted by spaces', 'u1 u2  u3', ['u1', 'u2', 'u3']],
  ['rows', 'u1, u2\nu3, u4', ['u1', 'u2', 'u3', 'u4']],
  ['a column with a heading', 'User ID\n10001\n10002', ['10001', '10002']],
  ['a list with a repetition', 'u1,u1,u2', ['u1', 'u2']],
  ['a column whose heading is repeated', 'id\n10001\nid\n10002', ['10001', '10002']],
  ['a list in quotes of two kinds', `'u1',"u2"`, ['u1', 'u2']],
  ['a list whose quotes do not match', `'u1",u2`, ['u1', 'u2']],
  ['cells guarded for spreadsheets', "'10001\n'10002", ['10001', '10002']],
  ['a list with a conjunction', 'u1, u2, and u3', ['u1', 'u2', 'u3']],
  ['prose', 'Please look up 42 people', []],
  ['a number before a word', '42 people', []],
  ['lines that begin with numbers', '1 apple\n2 pears\n3 plums', []],
  ['a word', 'asha', []],
  ['a heading alone', 'id', []],
  ['a date', '2030-01-31', []],
  ['a time', '2030-01-31T12:00:00', []],
  ['a quarter', '2030-Q1', []],
  ['an amount', '12.50', []],
  ['a version', 'v1.2.3', []],
  ['an address of a computer', '10.0.0.1', []],
  ['an ordinal', '3rd', []],
  ['an e-mail', 'asha1@example.com', []],
  ['a path', '../1', []],
  ['nothing', '', []],
  ['separators alone', ',;\n,', []],
])('%s', (_what, text, ids) => {
  expect(idsIn(text)).toStrictEqual(ids);
});

describe('a list', () => {
  const two = ['u-10001', 'u-90002'];
  test.each([
    ['with a heading', 'User ID\nu-10001\nu-90002'],
    ['with a heading, in a field of one line', 'User ID; u-10001; u-90002'],
    ['with columns, in a field of one line', '| Name | Id | ↵ |---|---| ↵ | Ana | u-10001 | ↵ | Ben | u-90002 |'],
    ['with a title', 'Accounts to close:\nu-10001\nu-90002'],
    ['with bullets', '- u-10001\n- u-90002'],
    ['with bullets of another kind', '• u-10001\n•u-90002'],
    ['with boxes', '- [x] u-10001\n- [ ] u-90002'],
    ['with dashes as bullets', '-u-10001\n–u-90002'],
    ['with numbers', '1. u-10001\n2. u-90002'],
    ['with numbers in brackets', '1) u-10001\n2)u-90002'],
    ['with letters', 'a) u-10001\nb) u-90002'],
    ['with names beside', 'u-10001 Ana Silva\nu-90002 Ben Jones'],
    ['with names before', 'Ana Silva u-10001\nBen Jones u-90002'],
    ['with names in a second column', 'u-10001\tAna Silva\nu-90002\tBen Jones'],
    ['with names in a first column', 'Silva; Ana; u-10001\nJones; Ben; u-90002'],
    ['with names, in brackets', 'Ana Silva (u-10001)\nBen Jones <u-90002>'],
    ['with names before a colon', 'Ana: u-10001\nBen: u-90002'],
    ['with labels', 'id: u-10001\nuser_id = u-90002'],
    ['as a Markdown table', '| Name | User ID |\n|:-----|--------:|\n| Ana | u-10001 |\n| Ben | u-90002 |'],
    [
      'as a drawn table',
      '+----+---------+\n| no | id      |\n+----+---------+\n|  1 | u-10001 |\n|  2 | u-90002 |\n+----+',
    ],
    ['parted by pipes', 'u-10001|u-90002'],
    ['as a JSON array', '["u-10001", "u-90002"]'],
    ['as a JSON array over lines', '[\n  "u-10001",\n  "u-90002"\n]'],
    ['as JSON objects', '[{"id":"u-10001","team":{"id":"u-10009"}},{"userId":"u-90002"}]'],
    ['as lines of JSON', '{"id":"u-10001","name":"Ana"}\n{"id":"u-90002","name":"Ben"}'],
    ['as a JSON array that was cut off', '["u-10001", "u-90002",'],
    ['in SQL', "SELECT * FROM users WHERE id IN ('u-10001', 'u-90002');"],
    ['in quotation marks', '“u-10001”, „u-90002“'],
    ['in quotation marks of French', '« u-10001 » ; ‹u-90002›'],
    ['in backticks', '`u-10001` and `u-90002`'],
    ['set in bold', '**u-10001**\n**u-90002**'],
    ['with what is not seen', '\uFEFFu-10001\u200B\n\u200Eu-\u00AD90002\u2060'],
    ['with spaces that do not break', '\u00A0u-10001\u00A0\n\u3000u-90002'],
    ['with hyphens that do not break', 'u\u201110001\nu\u201390002'],
    ['with points at the end', 'u-10001.\nu-90002.'],
    ['in a sentence', 'It is u-10001, and u-90002.'],
    ['in a sentence that asks', 'Is it (u-10001)? Or u-90002?!'],
    ['in capitals', 'U-10001\nU-90002'],
    ['with lines ended otherwise', 'u-10001\ru-90002\u2028'],
    ['with a heading of another language', 'Personeelsnummer\nu-10001\nu-90002'],
    ['with a heading of another script', '用户ID\nu-10001\nu-90002'],
    ['with a heading that says more', 'User ID (internal)\nu-10001\nu-90002'],
    ['with columns that spaces part', 'NAME  ID       AGE\nAna   u-10001  5d\nBen   u-90002  7d'],
    ['with a title above its columns', 'My team\n\nNo\tID\tName\n1\tu-10001\tAna\n2\tu-90002\tBen'],
    ['of a wiki', '||Id||Name||\n|u-10001|Ana|\n|u-90002|Ben|'],
    ['in a mail that was answered', '>> u-10001\n>> u-90002\n>>'],
    ['with bullets that only a word processor’s font has', '\uf0b7 u-10001\n\uf0a7\tu-90002'],
    ['parted by commas of Chinese', 'u-10001，u-90002'],
    ['parted by commas of Japanese', 'u-10001、u-90002'],
    ['parted by commas of Arabic', 'u-10001، u-90002'],
    ['in full width', 'ｕ－１０００１\nｕ－９０００２'],
    ['in brackets of Chinese', '【u-10001】\n「u-90002」'],
    ['in names’ brackets of Chinese', '王（u-10001）\n李（u-90002）'],
    ['in primes', '′u-10001′, ″u-90002″'],
    ['in quotation marks that are escaped', '\\"u-10001\\", \\"u-90002\\"'],
    ['parted by a slash', 'u-10001/u-90002'],
    ['parted by a slash between spaces', 'u-10001 / u-90002'],
    ['parted by a plus', 'u-10001+u-90002'],
    ['of mentions', '<@u-10001> @u-90002'],
    ['with signs for numbers', '#u-10001 #u-90002'],
    ['in a query', 'id=u-10001&id=u-90002'],
    ['in SQL over lines', "WHERE id IN (\n  'u-10001',\n  'u-90002'\n)"],
    ['as a JSON array with a comma too many', '["u-10001", "u-90002",]'],
  ])('%s', (_what, text) => {
    expect(findIds(text, ours)).toEqual({ ids: two, odd: { count: 0, first: [] } });
  });

  test('of this directory’s ids is found among others of any kind', () => {
    expect(idsIn(`u-10001, ${b}; {${bare}}\nrolodesk://user/u-90002`, ours)).toEqual(['u-10001', b, a, 'u-90002']);
  });

  test('has UUIDs with dashes or without, as this directory has them', () => {
    expect([idsIn(`${a} ${bare}`, uuids), idsIn(`${a} ${bare}`, { ...uuids, hasBareUuids: true })]).toEqual([
      [a],
      [bare],
    ]);
    expect(idsIn(`${a} ${bare}`)).toEqual([a, bare]);
  });

  test.each([
    ['an employee’s number', 'name,id,team\nAna,10001,7\nBen,10002,8', ['10001', '10002']],
    ['numbers without a heading', 'Ana,10001,7\nBen,10002,8', ['10001', '10002']],
    ['rows that are counted', '1,10001\n2,10002\n3,10003', ['10001', '10002', '10003']],
    ['ids of a team beside', 'team id;user id\n20001;10001\n20001;10002', ['10001', '10002']],
    ['names beside', 'e1001 Ana Silva\ne1002 Ben Jones', ['e1001', 'e1002']],
  ])('where no form is known yet, with %s', (_what, text, ids) => {
    expect(idsIn(text)).toEqual(ids);
  });

  test('with ids of another kind in other columns gives the column that is headed so', () => {
    expect(idsIn(`Id,Name,Team id\n${a},Ana,${b}`)).toEqual([a]);
    expect(idsIn(`Name\tManager id\tId\nAna\t${b}\t${a}`)).toEqual([a]);
    expect(idsIn(`User ID,Session ID\nu-10001,${b}`, ours)).toEqual(['u-10001']);
  });
});

describe('where ids are digits, a list', () => {
  test.each([
    ['in SQL', 'SELECT * FROM t1 WHERE t1.user_id NOT IN (10001, 90002) AND t1.x = 5;'],
    ['in rows of SQL', 'VALUES (10001),(90002);'],
    ['in conditions of SQL', 'id = 10001 OR id = 90002'],
    ['in a log', '10:01Z user_id=10001 status=200\n10:02Z user_id=90002 status=404'],
    ['with points at the end', '10001. 90002.'],
    ['with signs for numbers', '#10001 #90002'],
    ['with numbers', '1) 10001\n2) 90002'],
    ['behind the numbers of its rows', '1 10001\n2 90002'],
    ['behind a title', 'Users to remove: 10001, 90002'],
    ['of names, in brackets', 'Ana Silva (10001), Ben Jones (90002)'],
    ['of Persian', '۱۰۰۰۱، ۹۰۰۰۲'],
    ['beside postal codes', '10001;Ana;80331\n90002;Ben;80333'],
    ['beside postal codes, under headings that nobody knows', 'Codigo;Nome;Cep\n10001;Ana;80331\n90002;Ben;80333'],
    ['as a printed table', ' id    | name\n-------+------\n 10001 | Ana\n 90002 | Ben'],
    ['beside telephone numbers', 'Ana,10001,+49 89 12345\nBen,90002,+49 89 12346'],
    ['in JSON under a number’s name', '[{"employeeNumber":10001},{"employeeNumber":90002}]'],
    ['in JSON beside other numbers', '[{"id":10001,"employeeNumber":20001},{"id":90002,"employeeNumber":20002}]'],
  ])('%s', (_what, text) => {
    expect(findIds(text, digits)).toEqual({ ids: ['10001', '90002'], odd: { count: 0, first: [] } });
  });

  test('has all columns of ids, and of strangers’ numbers the first', () => {
    expect(idsIn('90001,90002\n90003,90004', digits)).toEqual(['90001', '90002', '90003', '90004']);
    expect(idsIn('Matricule;Nom;CP\n90001;Ana;80331\n90002;Ben;80333', digits)).toEqual(['90001', '90002']);
    expect(idsIn('Ana,10001,10009\nBen,10002,10009', digits)).toEqual(['10001', '10009', '10002']);
  });

  test.each([
    '+91 98765 43210\n+91 98765 43211',
    '(555) 12345\n(555) 12346',
    '+49 89 12345\n+49 89 12346',
    'Ana Silva +49 89 12345\nBen Jones +49 89 12346',
    '(555) 123-4567',
    '089-12345',
    '$10001\n€10002',
    '30.11.2026\n11/30/2026',
    '10001.50\n10002.75',
    'Total users: 12345',
    'https://jira.example.org/users/10002',
  ])('is none where there are other numbers: %j', (text) => {
    const { ids, odd } = findIds(text, digits);
    expect(ids).toEqual([]);
    expect(odd.count).toBeGreaterThan(0);
  });

  test('has an id of any other form that is somebody’s', () => {
    expect(idsIn('10001\nasha\nemp-77, 10002', digits)).toEqual(['10001', 'asha', 'emp-77', '10002']);
    expect(findIds('10001\npending\nemp-78\n10002\n10003', digits).odd.first.map(({ text }) => text)).toEqual([
      'pending',
      'emp-78',
    ]);
    expect(idsIn('Please ask asha about this', digits)).toEqual([]);
  });

  test('does not have those from one id to another, but where there is such an id', () => {
    for (const text of ['10001-10005', '10001–10005'])
      expect(oddIn(text, digits)).toEqual([['10001-10005', 1, 'another-form']]);
    expect(oddIn('u-10001-u-10005', ours)).toEqual([['u-10001-u-10005', 1, 'another-form']]);
    expect(oddIn('10001 - 10005', digits)).toEqual([['-', 1, 'no-id']]);
    const known: Whose = { ...digits, isKnown: (id) => id === '10001-10005' };
    expect(idsIn('10001-10005', known)).toEqual(['10001-10005']);
    expect(idsIn('10001-10005')).toEqual(['10001-10005']);
  });
});

describe('a reply of the API', () => {
  const record = (id: string) => ({
    id,
    team: '11111111-1111-4111-8111-111111111111',
    emails: [{ id: '22222222-2222-4222-8222-222222222222', user: id }],
    primaryEmail: { id: '22222222-2222-4222-8222-222222222222' },
    reportees: [b],
  });

  test('gives the person and the reports, and neither team nor e-mails', () => {
    expect(idsIn(JSON.stringify({ _data: record(a), _meta: { requestId: bare }, _errors: [] }))).toEqual([a, b]);
    expect(idsIn(JSON.stringify({ _data: [record(a), record('u-7')] }, null, 2))).toEqual([a, b]);
  });

  test('gives numbers with their own digits', () => {
    expect(idsIn('[12345678901234567890, 10001]')).toEqual(['12345678901234567890', '10001']);
    expect(idsIn('{"id": 10001, "score": 7.5}')).toEqual(['10001']);
  });
});

describe('a link', () => {
  test.each([
    ['of the connected server', 'https://api.example.com/users/u-90002', ['u-90002']],
    ['of its site', 'https://app.example.com/admin/users/alice?tab=profile#top', ['alice']],
    ['to somebody whose id another system could not have', `https://x.test/users/${a}/edit`, [a]],
    ['that names the user in its query', `https://x.test/admin?tab=1&userId=${a}`, [a]],
    ['within a link', `https://x.test/login?next=%2Fuser%2F${a}%3Ftab`, [a]],
    ['within a link within a link', `https://x.test/?u=https%3A%2F%2Fx.test%2F%3Fn%3D%252Fusers%252F${a}`, [a]],
    ['with an id of this directory where users stand', 'https://x.test/people/u-90002', ['u-90002']],
    ['that ends a sentence', `It is https://x.test/user/${a}. And that is it`, [a]],
    ['in HTML', `<a href="https://x.test/user/${a}">x</a><a href='rolodesk://user/u-8#top'>`, [a, 'u-8']],
    ['of a site, to nobody', 'https://app.example.com/users/new', []],
    ['of a site, to its users', 'https://app.example.com/users/', []],
    ['that climbs', 'https://api.example.com/users/..%2fadmin', []],
    ['of another system', 'https://jira.example.org/browse/ABC-12', []],
    ['of another system on the same site', 'https://jira.example.com/browse/u-90002', []],
    ['of another system with a number at its end', 'https://x.test/issues/10001', []],
    ['of another system with an id of this directory', 'https://x.test/orders/u-10001', []],
    ['of another system with a query', 'https://x.test/search?q=u-10001&page=2', []],
    ['of another system to one of its users', 'https://x.test/users/22656/jon', []],
    ['of another system to its users', 'https://x.test/users/alice', []],
    ['of another system with another UUID', `https://x.test/doc/${b}`, []],
    ['of another system with somebody’s UUID', `https://x.test/doc/${a}`, [a]],
    ['to a team of that system', `https://x.test/team/${b}/user/u-3/edit`, []],
    ['of a host whose domain many share', 'https://other.co.uk/users/alice', []],
    ['of no server', 'ftp://api.example.com/users/u-10001', []],
  ])('%s', (_what, text, ids) => {
    const whose: Whose = { ...ours, isKnown: (id) => id === a || ours.isKnown(id) };
    expect(idsIn(text, whose)).toEqual(ids);
    expect(idsIn(`Look at ${text} please`, whose)).toEqual(ids);
  });

  test('of a host that shares only its country with the server is of another system', () => {
    const british = { ...ours, server: 'https://api.co.uk' };
    expect(idsIn('https://other.co.uk/users/alice', british)).toEqual([]);
    expect(idsIn('https://app.acme.co.uk/users/alice', { ...ours, server: 'https://api.acme.co.uk' })).toEqual([
      'alice',
    ]);
    expect(idsIn('http://10.0.0.2/users/alice', { ...ours, server: 'http://10.0.0.1' })).toEqual([]);
  });

  test('among ids is named', () => {
    expect(oddIn('u-10001\nhttps://jira.example.org/browse/ABC-12\nu-90002', ours)).toEqual([
      ['https://jira.example.org/browse/ABC-12', 2, 'another-link'],
    ]);
  });
});

describe('what spoils a list', () => {
  test.each([
    ['a stray item in a row', 'u-10001, n/a, u-90002', [['n/a', 1, 'no-id']]],
    ['a stray line', 'u-10001\n(none)\nu-90002', [['(none)', 2, 'no-id']]],
    ['an id of another system', 'u-10001\nABC-12\nu-90002', [['ABC-12', 2, 'another-form']]],
    ['a piece of an id', 'u-10001\nu-9000\nu-90002', [['u-9000', 2, 'another-form']]],
    ['an address', 'u-10001;ana@example.com;u-90002', [['ana@example.com', 1, 'no-id']]],
    ['a word between spaces', 'u-10001 u-90002 tbd', [['tbd', 1, 'no-id']]],
    ['a cell', 'Name,Id\nAna,u-10001\nBen,unknown\nCy,u-90002', [['unknown', 3, 'no-id']]],
    ['two of them', 'u-10001\n-\n?\nu-90002\nu-10002', [['?', 3, 'no-id']]],
  ])('%s', (_what, text, odd) => {
    expect(oddIn(text, ours)).toEqual(odd);
    expect(idsIn(text, ours)).toEqual(expect.arrayContaining(['u-10001', 'u-90002']));
  });

  test('is shortened, and only the first are given', () => {
    const strays = Array.from({ length: 30 }, (_, nth) => `none ${nth} ${'x'.repeat(500)}`);
    const { ids, odd } = findIds([...numbered, ...strays].join('\n'), ours);
    expect([ids.length, odd.count, odd.first.length]).toEqual([40, 30, 20]);
    expect(odd.first[0]?.text).toHaveLength(80);
  });

  test('is not named in prose', () => {
    const text = `Dear all,\nplease close the accounts below.\nThe first is u-10001.\nThanks a lot,\nAna`;
    expect(findIds(text, ours)).toEqual({ ids: ['u-10001'], odd: { count: 0, first: [] } });
  });
});

describe('where the form of the ids is known', () => {
  test('a list of others is none, and each is named', () => {
    expect(oddIn('10001\n10002', uuids)).toEqual([
      ['10001', 1, 'another-form'],
      ['10002', 2, 'another-form'],
    ]);
    expect(oddIn('ABC-12, n/a; https://x.test/browse/ABC-13', ours)).toEqual([
      ['ABC-12', 1, 'another-form'],
      ['https://x.test/browse/ABC-13', 1, 'another-link'],
    ]);
    expect([idsIn('10001\n10002', uuids), idsIn('ABC-12, ABC-13', ours)]).toEqual([[], []]);
    expect(oddIn('Please look up somebody', ours)).toEqual([]);
  });

  test('one by itself is still what is meant, where an id is asked for', () => {
    expect(idsIn('emp-77', uuids)).toEqual(['emp-77']);
    expect(idsIn(' “emp-77”. ', ours)).toEqual(['emp-77']);
    expect([idsIn('emp-77', uuids, false), idsIn('emp-77', ours, false), idsIn('q3', nobodys, false)]).toEqual([
      [],
      [],
      [],
    ]);
    expect([idsIn('u-90002', ours, false), idsIn(a, ours, false)]).toEqual([['u-90002'], [a]]);
  });

  test.each([
    'u-10001@example.com',
    'https://files.example.org/u-10001.pdf',
    'reports/u-10001/final.docx',
    'u-10001.pdf',
    'menu-10001',
    'u-100015',
  ])('%s is not one', (text) => {
    expect(idsIn(`See ${text} there`, ours)).toEqual([]);
  });

  test('a number that is somebody’s is not looked for in prose', () => {
    const counted: Whose = { ...ours, isKnown: (id) => id === '42', ownForm: ownFormOf(['41', '42', '43']) };
    expect(idsIn('Please look up 42 people', counted)).toEqual([]);
    expect(idsIn('42 people', counted)).toEqual([]);
    expect(idsIn('42\n43', counted)).toEqual(['42', '43']);
  });

  test('words are ids only where they are somebody’s', () => {
    const words: Whose = { ...ours, isKnown: (id) => id === 'alice', ownForm: ownFormOf(['alice', 'bob']) };
    expect([idsIn('alice', words), idsIn('alice\nbob', words), idsIn('carol', words)]).toEqual([
      ['alice'],
      ['alice'],
      [],
    ]);
  });
});

test('surely an id is found beside a word, in a row like a heading, and in a column that seldom has one', () => {
  const c = a.replace('9', '8');
  const inHeading = [`,é ${a} `, ` ${b}  ${a},;`, ` ${a} ,/`, ` ${c} `];
  expect(idsIn(inHeading.join('\n'))).toEqual([a, b, c]);
  expect(idsIn([`${a},?`, `${c},?`, `${a} , ${b}`].join('\n'))).toEqual([a, c, b]);
});

test('every UUID of any text is found, once, in order, and each can be asked for', () => {
  const noise = fc.string({ unit: fc.constantFrom(...' ,;"\n/?=-é{}') });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(noise, fc.uuid(), fc.constantFrom(' ', ',', '/', '"')), { minLength: 1 }),
      (parts) => {
        const text = parts.map(([before, uuid, after]) => `${before} ${uuid}${after}`).join('');
        const found = idsIn(text);
        expect(found).toStrictEqual([...new Set(parts.map(([, uuid]) => uuid))]);
        for (const id of found) expect(UserId.parse(id)).toBe(id);
      },
    ),
  );
});

test('nothing is found that does not stand there', () => {
  const piece = fc.constantFrom(
    'u-10001',
    'u-90002',
    a,
    bare,
    'n/a',
    '42',
    'Ana',
    'ABC-12',
    '1.',
    'id',
    '|',
    ',',
    '\n',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, isOurs) => {
      const text = pieces.join(' ');
      const words = new Set(text.split(/[\s|,]+/).map((word) => word.replace(/\.$/, '')));
      for (const id of idsIn(text, isOurs ? ours : nobodys)) {
        expect([words.has(id), words.has(otherSpelling(id) ?? '')]).toContain(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test.each(['/', ' + ', '&'])('150,000 ids in one part of a text, joined by %s, are all found', (joint) => {
  const ids = Array.from({ length: 150_000 }, (_, nth) => `9763caa1-cef3-497f-b3b2-${String(nth).padStart(12, '0')}`);
  expect(idsIn(ids.join(joint))).toEqual(ids);
});

describe('a quarter of a megabyte', () => {
  const size = 250_000;
  const quarter = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
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
    '",',
    '\t ',
    '|',
    'a b ',
    'u-10001 ',
    '9763caa1-',
    'https://',
    'https://x.example/user/u-1',
    'rolodesk://user/',
    '/user/',
    'a1,',
    '[',
    '(id: ',
    '9763caa1-cef3-497f-b3b2-f551456b283',
    '\uD800',
    '\u200B',
  ])('of %j is read to the end', (piece) => {
    expect(idsIn(`${quarter(piece)} ${a}`, uuids)).toContain(a);
    expect(Array.isArray(idsIn(quarter(piece), ours))).toBe(true);
  });

  test('of ids gives all of them', () => {
    const ids = Array.from(
      { length: 60_000 },
      (_, i) => `${i.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`,
    );
    expect(idsIn(ids.join('\n'))).toStrictEqual(ids);
  });
});
