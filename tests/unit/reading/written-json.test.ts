/** Numbers that JavaScript would give back with other digits: as ids, in other fields, in what could not be read. */
import { describe, expect, it } from 'vitest';
import { succeeded } from '../../../contract/failures.ts';
import { readAnswer } from '../../../electron/reading/read-answer.ts';
import { readLabels } from '../../../electron/reading/read-config.ts';
import { readListedUser, readUserBytes } from '../../../electron/reading/user-reply.ts';
import { parseWrittenJson } from '../../../electron/reading/written-json.ts';
import { currentReader, parsedText } from '../../../electron/storage/reader.ts';
import { idOf } from '../storage/stored.ts';

const long = '12345678901234567890';
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const flags = '"isActive":true,"isDeleted":false';

const readReply = (asked: string, text: string) => {
  const read = readUserBytes({
    id: idOf(asked),
    url: 'https://api.example.com/v1/ext/user/x',
    bytes: bytesOf(text),
    contentType: 'application/json',
    receivedAt: 0,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value.user;
};
const readRecord = (fields: string) => readReply('ann', `{"_data":{"id":"ann",${flags},${fields}}}`);

describe('an id that came as a number', () => {
  it.each([long, '9007199254740993', '9007199254740992', '7', '1'.repeat(40)])('%s keeps its own digits', (digits) => {
    const fields = `"id":${digits},${flags},"reportees":[${digits},7],"team":${digits},"role":{"id": ${digits}},
      "emails":[{"id":${digits},"email":"a@x.org","user":\n${digits}}]`;
    const user = readReply(digits, `{"_data":{${fields}}}`);
    expect(user).toMatchObject({ id: digits, team: digits, role: digits, unread: [] });
    expect(user.reports).toEqual([...new Set([digits, '7'])]);
    expect(user.emails).toMatchObject([{ id: digits, owner: digits }]);
    const listed = readListedUser(bytesOf(`{${fields}}`), 0, 'https://api.example.com/v1/ext/users');
    expect(listed).toMatchObject({ ok: true, value: { reply: { user: { id: digits } } } });
    const stored = currentReader.read(parsedText(`\uFEFF{"_data":{${fields}}}`), idOf(digits));
    expect(stored).toMatchObject({ ok: true, value: { id: digits } });
  });

  it.each(['[1,#]', '[10001, #]', '[1,\n#]', '[7 ,#,8]', '["a1",2,#]', '[[1,2],3,#]'])(
    'keeps its own digits behind a short number: %s',
    (list) => {
      const read = JSON.stringify(parseWrittenJson(list.replace('#', long)));
      expect(read).toContain(`{"text":"${long}"}`);
    },
  );

  it('is another one where its last digit is', () => {
    const read = readUserBytes({
      id: idOf('9007199254740992'),
      url: '',
      bytes: bytesOf('{"_data":{"id":9007199254740993}}'),
      contentType: 'application/json',
      receivedAt: 0,
    });
    expect(read).toMatchObject({ failure: { where: 'another-id', detail: '9007199254740993' } });
  });

  it('names a team or a role of the configuration', () => {
    const read = readAnswer({
      bytes: bytesOf(`{"_data":{"team":[{"id":${long},"name":"Sales"}]}}`),
      contentType: 'application/json',
    });
    expect(read.ok && readLabels(read.value.json)).toEqual(
      succeeded({ teams: new Map([[long, 'Sales']]), roles: new Map() }),
    );
  });
});

describe('a number that is no id', () => {
  it.each(['1.0', '1e3', '-5', '0', '1.5', '1E+2', `-${long}`, `${long}.0`, '1e999'])(
    '%s stays none, and is shown as it came',
    (number) => {
      const user = readRecord(`"reportees":[${number}],"team":${number},"emails":[{"id":${number},"email":"a@x.org"}]`);
      expect(user).toMatchObject({ reports: [], notIds: [number], team: null, emails: [{ id: null }] });
      expect(user.unread).toMatchObject([
        { field: 'team', came: number },
        { field: 'emails[0].id', came: number },
      ]);
      const own = readReply('ann', `{"_data":{"id":${number},${flags}}}`);
      expect(own.unread).toMatchObject([{ field: 'id', came: number }]);
    },
  );

  it('is no telephone number either, but one of many digits is', () => {
    const user = readRecord(`"phones":[4.915112345678e11,4915112345678,${long}]`);
    expect(user.phones.map(({ number }) => number)).toEqual(['4915112345678', long]);
    expect(user.unread).toMatchObject([{ field: 'phones[0]', came: '4.915112345678e11' }]);
  });
});

describe('a number that is not an id', () => {
  it('is shown in other fields with the characters that came', () => {
    const user = readRecord(
      `"staff":${long},"profile":{"rate":1.10,"all":[1e3,3.14159265358979323846,-0.0, 5],"deep":{"n":${long}}}`,
    );
    expect(user.others).toEqual([
      { field: 'staff', json: long },
      {
        field: 'profile',
        json: `{
  "rate": 1.10,
  "all": [
    1e3,
    3.14159265358979323846,
    -0.0,
    5
  ],
  "deep": {
    "n": ${long}
  }
}`,
      },
    ]);
  });

  it('is read as a time however it is written', () => {
    const user = readRecord('"createdAt":1.631817298108E12,"updatedAt":1631817298108.0,"deletedAt":0.0,"dob":0.00');
    expect(user).toMatchObject({ createdAt: 1631817298108, updatedAt: 1631817298108, deletedAt: null, dob: null });
    expect(user.unread).toEqual([]);
  });

  it('is the code of an error as it came', () => {
    const text = `{"_data":{"id":"ann",${flags}},"_errors":[{"message":"no","code":${long}}]}`;
    expect(readReply('ann', text).serverErrors).toEqual([`no (${long})`]);
  });
});

describe('parsing', () => {
  it('gives what JSON.parse gives where no number is lost, texts with such digits included', () => {
    const text = `{"a":"since: 1.5, ${long}","b":["14:05:33.123Z",12],"c":{"__proto__":1}}`;
    expect(parseWrittenJson(text)).toEqual(JSON.parse(text));
  });

  it('refuses what is no JSON, and takes nesting that JSON.parse takes', () => {
    expect(() => parseWrittenJson('{"a":1.0')).toThrow(SyntaxError);
    expect(() => parseWrittenJson('{"a":0123}')).toThrow(SyntaxError);
    const deep = `${'['.repeat(50_000)}1.0${']'.repeat(50_000)}`;
    expect(Array.isArray(parseWrittenJson(deep))).toBe(true);
  });
});
