import { describe, expect, it } from 'vitest';
import { User } from '../../../contract/user.ts';
import { readUser, readUserRecord } from '../../../electron/reading/read-user.ts';
import {
  ashaId,
  benId,
  chiaraId,
  read,
  referenceSample,
  unreadFields,
  userIn,
  v1,
  v1Data,
  v2,
  whereBad,
} from './samples.ts';

describe('the forms in which users really come', () => {
  it('reads every field of the reference’s own sample', () => {
    expect(userIn(readUser(referenceSample(), null))).toEqual({
      id: 'string',
      name: 'string',
      nameFrom: 'displayName',
      displayName: 'string',
      firstName: 'string',
      middleName: 'string',
      lastName: 'string',
      username: 'string',
      gender: 'string',
      dob: null,
      bio: 'string',
      profileImageUrl: 'string',
      coverImageUrl: 'string',
      timezone: 'string',
      createdAt: null,
      updatedAt: null,
      status: 'deleted',
      isActive: true,
      isDeleted: true,
      deletedAt: null,
      availability: 'string',
      team: 'string',
      role: 'string',
      emails: [
        {
          id: 'string',
          address: 'string',
          normalized: 'string',
          type: 'string',
          isVerified: true,
          isPrimary: true,
          isListed: true,
          createdAt: null,
          updatedAt: null,
          owner: 'string',
        },
      ],
      phones: [{ number: 'string', type: null, isPrimary: false }],
      reports: ['string'],
      duplicateReports: [],
      notIds: [],
      others: [],
      serverErrors: [],
      unread: [],
      cut: [],
    });
  });

  it('reads a first-version reply with its usual empties, and nothing in it is called unreadable', () => {
    const user = read();
    expect(user).toMatchObject({
      id: ashaId,
      name: 'Asha Rao',
      nameFrom: 'nameParts',
      displayName: null,
      middleName: null,
      gender: null,
      dob: null,
      bio: null,
      coverImageUrl: null,
      profileImageUrl: 'https://pictures.example/asha.png',
      timezone: '+0530',
      createdAt: 1631817298108,
      updatedAt: 1661817298108,
      status: 'active',
      availability: 'AVAILABLE',
      reports: [benId, chiaraId],
      others: [],
      unread: [],
      serverErrors: [],
    });
    expect(user.team).toBe('aaaaaaaa-0000-4000-8000-000000000001');
    expect(user.emails.map((it) => [it.address, it.isPrimary, it.isListed])).toEqual([
      ['Asha.Rao@example.com', true, true],
      ['asha@home.example', false, true],
    ]);
  });

  it('reads a second-version reply: written-out times, words for team and role, bare addresses', () => {
    const user = userIn(readUser(v2(), ashaId));
    expect(user).toMatchObject({
      createdAt: Date.UTC(2021, 8, 16, 18, 34, 58),
      updatedAt: Date.UTC(2022, 7, 29, 23, 54, 58),
      dob: Date.UTC(1990, 4, 1),
      team: 'Support',
      role: 'Team lead',
      unread: [],
    });
    expect(user.emails.map((it) => [it.address, it.isPrimary, it.isListed])).toEqual([
      ['asha.rao@example.com', true, true],
      ['asha@home.example', false, true],
    ]);
  });

  it('reads an element of a list, in which fields may be absent without comment', () => {
    const user = userIn(readUserRecord({ id: ashaId, isActive: true, isDeleted: false, username: 'asha' }, null));
    expect(user).toMatchObject({ id: ashaId, name: 'asha', status: 'active', unread: [], emails: [], reports: [] });
    expect(User.parse(user)).toEqual(user);
  });
});

describe('the envelope and the id', () => {
  it.each([
    ['text', '"hello"'],
    ['null', 'null'],
    ['an array', '[{"_data":{}}]'],
    ['a number', '12'],
    ['an object without data', '{}'],
    ['a user without its envelope', JSON.stringify(v1Data())],
  ])('calls %s no envelope', (_, text) => {
    expect(whereBad(readUser(JSON.parse(text), ashaId))).toBe('envelope');
  });

  it.each([['null'], ['[]'], ['"x"'], ['0'], ['true']])('calls data that is %s no data', (text) => {
    expect(whereBad(readUser({ _data: JSON.parse(text), _errors: [] }, ashaId))).toBe('data');
  });

  it('says what the server says where there are errors and no data', () => {
    const outcome = readUser({ _data: null, _errors: [{ code: 'E42', message: 'No such user' }, 'really'] }, ashaId);
    expect(outcome).toEqual({
      ok: false,
      failure: { kind: 'bad-reply', where: 'errors', detail: 'No such user (E42); really' },
    });
    expect(whereBad(readUser({ _errors: ['gone'] }, null))).toBe('errors');
  });

  it('keeps the record and the errors where there are both', () => {
    const body = { ...v1(), _errors: [{ message: 'Reportees are cut' }, { weird: 1 }, null, '', 7] };
    const user = userIn(readUser(body, ashaId));
    expect(user.serverErrors).toEqual(['Reportees are cut', '{"weird":1}', '7']);
    expect(user.name).toBe('Asha Rao');
  });

  it('shows fifty errors, each shortened, and says how many more there were', () => {
    const errors = userIn(readUser({ ...v1(), _errors: Array.from({ length: 60 }, () => 'x'.repeat(9000)) }, null));
    expect(errors.serverErrors).toHaveLength(51);
    expect(errors.serverErrors[0]).toHaveLength(500);
    expect(errors.serverErrors[50]).toBe('… and 10 more');
  });

  it.each([['[]'], ['{}'], ['null'], ['""']])('takes _errors of %s for no errors', (text) => {
    expect(userIn(readUser({ ...v1(), _errors: JSON.parse(text) }, null)).serverErrors).toEqual([]);
  });

  it('refuses another user’s record', () => {
    expect(readUser(v1({ id: benId }), ashaId)).toEqual({
      ok: false,
      failure: { kind: 'bad-reply', where: 'another-id', detail: benId },
    });
  });

  it('does not count letter case and white space of a UUID as another id', () => {
    expect(read({ id: ` ${ashaId.toUpperCase()} ` }).id).toBe(ashaId);
  });

  it.each([
    [undefined, 'missing'],
    [null, 'null'],
    ['', '""'],
    ['../x', '"../x"'],
    [{}, '{}'],
    [0, '0'],
    [1e308, '1e+308'],
  ])('keeps a record whose id is %s under the id that was asked for, and says so', (id, came) => {
    const user = read({ id });
    expect(user.id).toBe(ashaId);
    expect(user.name).toBe('Asha Rao');
    expect(user.unread).toEqual([{ field: 'id', expected: 'a user id', came }]);
  });

  it('has no id to go by where none is readable and none was asked for', () => {
    expect(whereBad(readUser(v1({ id: null }), null))).toBe('id');
    expect(whereBad(readUserRecord({ username: 'asha' }, null))).toBe('id');
  });

  it('does not take an object without a single field of a user for the user that was asked for', () => {
    expect(whereBad(readUser({ _data: {} }, ashaId))).toBe('id');
    expect(whereBad(readUser({ _data: { message: 'Please log in' } }, ashaId))).toBe('id');
  });

  it('reads an id that is a whole number', () => {
    expect(userIn(readUser(v1({ id: 12345 }), null)).id).toBe('12345');
  });
});

const noEmail = { emails: [], primaryEmail: null };

describe('names', () => {
  it.each([
    [{ displayName: ' Dr. Rao ' }, 'Dr. Rao', 'displayName'],
    [{ displayName: '   ', middleName: 'K.' }, 'Asha K. Rao', 'nameParts'],
    [{ firstName: '', lastName: ' Rao ' }, 'Rao', 'nameParts'],
    [{ firstName: '小明', lastName: '王' }, '小明 王', 'nameParts'],
    [{ firstName: '', lastName: null }, 'Asha.Rao@example.com', 'email'],
    [{ firstName: '', lastName: null, primaryEmail: ' SMTP:a@x.example; b@x\u200b' }, 'a@x.example', 'email'],
    [{ firstName: '', lastName: null, ...noEmail }, 'asha', 'username'],
    [{ firstName: undefined, lastName: '\u200b\u3164', username: '', ...noEmail }, ashaId, 'id'],
    [{ displayName: 5, firstName: [], lastName: {}, username: true, ...noEmail }, ashaId, 'id'],
  ])('of %j is %s, from the %s', (fields, name, nameFrom) => {
    expect(read(fields)).toMatchObject({ name, nameFrom });
  });

  it.each(
    ['-', '.', '—', '…', '(-)', '?', 'N/A', 'n/a', 'n.a.', '#N/A', 'null', 'NULL', '<null>', 'undefined', 'unknown']
      .concat(['Unknown', 'None', 'null null', 'undefined undefined', 'N/A N/A', '- -', 'Ｎ／Ａ', '\u200b-\u200b'])
      .map((text) => [text]),
  )('are not told by %j, in whichever field', (text) => {
    const names = { displayName: text, firstName: text, middleName: text, lastName: text };
    const nothing = { displayName: null, firstName: null, middleName: null, lastName: null, unread: [] };
    expect(read(names)).toMatchObject({ ...nothing, name: 'Asha.Rao@example.com', nameFrom: 'email' });
    expect(read({ ...names, ...noEmail })).toMatchObject({ name: 'asha', nameFrom: 'username' });
    expect(read({ ...names, ...noEmail, primaryEmail: text, username: text })).toMatchObject({
      ...{ name: ashaId, nameFrom: 'id', username: text },
    });
  });

  it.each([
    [{ displayName: 'N/A' }, 'Asha Rao', 'nameParts'],
    [{ displayName: '', firstName: 'Asha', middleName: '-', lastName: 'undefined' }, 'Asha', 'nameParts'],
    [{ displayName: '', firstName: 'Christopher', lastName: 'Null' }, 'Christopher Null', 'nameParts'],
    [{ displayName: '', firstName: 'Christopher', lastName: 'null' }, 'Christopher', 'nameParts'],
    [{ displayName: 'Christopher Null' }, 'Christopher Null', 'displayName'],
    [{ displayName: 'Na' }, 'Na', 'displayName'],
    [{ displayName: 'Nil' }, 'Nil', 'displayName'],
    [{ displayName: 'Unknownsky' }, 'Unknownsky', 'displayName'],
    [{ displayName: '4711' }, '4711', 'displayName'],
    [{ displayName: '🦊' }, '🦊', 'displayName'],
    [{ displayName: '🇮🇳' }, '🇮🇳', 'displayName'],
    [{ displayName: '—李—' }, '—李—', 'displayName'],
    [{ displayName: 'null '.repeat(30) }, 'null '.repeat(30).trim(), 'displayName'],
  ])('of %j are told: %s, from the %s', (fields, name, nameFrom) => {
    expect(read(fields)).toMatchObject({ name, nameFrom });
  });

  it('keep spaces, accents and any script as they came, in the fields themselves', () => {
    const names = { firstName: ' Łukasz ', lastName: "O'Brien-Ngũgĩ", displayName: 'أحمد‏ بن علي' };
    expect(read(names)).toMatchObject(names);
  });
});

describe('what cannot be read', () => {
  it('costs the field alone and is listed with what was expected and what came', () => {
    const user = read({ username: 12345, gender: true, bio: ['a'], timezone: { offset: 5 } });
    expect(user).toMatchObject({ username: null, gender: null, bio: null, timezone: null, name: 'Asha Rao' });
    expect(user.unread).toEqual([
      { field: 'username', expected: 'text', came: '12345' },
      { field: 'gender', expected: 'text', came: 'true' },
      { field: 'bio', expected: 'text', came: '["a"]' },
      { field: 'timezone', expected: 'text', came: '{"offset":5}' },
    ]);
  });

  it('lists missing flags, since the status depends on them, and no other missing field', () => {
    const user = userIn(readUser({ _data: { id: ashaId } }, null));
    expect(user.unread).toEqual([
      { field: 'isActive', expected: 'true or false', came: 'missing' },
      { field: 'isDeleted', expected: 'true or false', came: 'missing' },
    ]);
    expect(user.status).toBe('unknown');
  });

  it('shows at most 80 characters of what came, and never half a character', () => {
    for (const padding of ['', 'a', 'ab', 'abc']) {
      const came = read({ username: [padding + '😀'.repeat(200)] }).unread[0]?.came ?? '';
      expect(came.length).toBeLessThanOrEqual(80);
      expect(came.length).toBeGreaterThanOrEqual(78);
      expect(came.isWellFormed()).toBe(true);
      expect(came.endsWith('…')).toBe(true);
    }
  });

  it('shows nothing of what came that could reverse or hide the sentence around it', () => {
    expect(read({ username: ['\u202egpj.exe\u0000\u0085'] }).unread[0]?.came).toBe('["\\u202egpj.exe\\u0000\\u0085"]');
  });

  it('does not grow without bound, and says how much was left out', () => {
    const user = read({ emails: Array.from({ length: 5000 }, () => 1) });
    expect(user.unread).toHaveLength(101);
    expect(user.unread.at(-1)).toEqual({ field: '…', expected: 'see the raw reply', came: '4900 more fields' });
  });
});

describe('reports', () => {
  it('are each there once, in the reply’s order, the user’s own id among them', () => {
    const reportees = [chiaraId, benId.toUpperCase(), ashaId, benId, chiaraId, { id: 'u-7', name: 'Di' }, 42];
    expect(read({ reportees }).reports).toEqual([chiaraId, benId, ashaId, 'u-7', '42']);
  });

  it('keep what cannot be an id as text', () => {
    const user = read({ reportees: ['', null, '../x', { name: 'no id' }, benId, 1.5, [benId], '..', '../x'] });
    expect(user.reports).toEqual([benId]);
    expect(user.notIds).toEqual(['""', 'null', '../x', '{"name":"no id"}', '1.5', `["${benId}"]`, '..']);
    expect(user.unread).toEqual([]);
  });

  it.each([[null], [undefined], [''], [[]]])('are none for %j', (reportees) => {
    expect(read({ reportees })).toMatchObject({ reports: [], notIds: [], unread: [] });
  });

  it('that are no list are listed as unread', () => {
    expect(unreadFields(read({ reportees: { a: benId } }))).toEqual(['reportees']);
  });
});

describe('team and role', () => {
  it.each([
    [{ id: 'BBBBBBBB-0000-4000-8000-000000000001', name: 'Lead' }, 'bbbbbbbb-0000-4000-8000-000000000001'],
    [{ name: 'Lead' }, 'Lead'],
    [{ id: null, label: ' Lead ' }, 'Lead'],
    ['Team lead', 'Team lead'],
    [17, '17'],
    ['', null],
    [null, null],
  ])('%j is read as %s', (role, expected) => {
    const user = read({ role, team: role });
    expect([user.role, user.team]).toEqual([expected, expected]);
    expect(user.unread).toEqual([]);
  });

  it('that come as objects are kept whole as well, so that a name beside an id is not lost', () => {
    expect(read({ team: { id: 't1', name: 'Support' } }).others).toEqual([
      { field: 'team', json: '{\n  "id": "t1",\n  "name": "Support"\n}' },
    ]);
  });

  it.each([[[]], [{}], [true], [-1], [1.5]])('%j is listed as unread', (role) => {
    expect(read({ role })).toMatchObject({ role: null, unread: [{ field: 'role' }] });
  });
});

describe('what the reference does not describe', () => {
  it('is kept as indented JSON: values of fields typed null, and fields nobody knows', () => {
    const user = read({ data: { a: [1, { b: null }] }, profile: 'x', onboardingData: 0, nickname: 'Ash', flag: false });
    expect(user.others).toEqual([
      { field: 'data', json: '{\n  "a": [\n    1,\n    {\n      "b": null\n    }\n  ]\n}' },
      { field: 'onboardingData', json: '0' },
      { field: 'profile', json: '"x"' },
      { field: 'nickname', json: '"Ash"' },
      { field: 'flag', json: 'false' },
    ]);
  });

  it.each([[null], [''], ['  '], [{}], [[]]])('is left out where it is %j', (value) => {
    expect(read({ data: value, profile: value, onboardingData: value, nickname: value }).others).toEqual([]);
  });

  it('is cut where it is long, and says so', () => {
    const [other] = read({ data: 'x'.repeat(100_000) }).others;
    expect(other?.json.length).toBeLessThan(20_100);
    expect(other?.json).toMatch(/…\n\(cut here; the raw reply has all of it\)$/);
  });

  it('stays small altogether, and says how many fields were left out', () => {
    const long = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`f${index}`, 'x'.repeat(15_000)]));
    const { others } = read(long);
    expect(others.map((it) => it.json).join('').length).toBeLessThan(65_000);
    expect(others.at(-1)).toEqual({ field: '…', json: '27 more fields, in the raw reply' });
  });

  it('is kept within e-mails and phones too', () => {
    const user = read({ emails: [{ email: 'a@b', label: 'x' }], phones: [{ phone: '1', isVerified: true }] });
    expect(user.others).toEqual([
      { field: 'emails[0].label', json: '"x"' },
      { field: 'phones[0].isVerified', json: 'true' },
    ]);
  });
});
