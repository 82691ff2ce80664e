import { describe, expect, it } from 'vitest';
import { homeEmail, read, unreadFields, workEmail } from './samples.ts';

const ms = 1631817298108;
const seconds = 1631817298;

describe('when something happened', () => {
  it.each([
    [ms, ms],
    [String(ms), ms],
    [ms + 0.6, ms + 1],
    ['2021-09-16T18:34:58.108Z', ms],
    ['2021-09-16T18:34:58.108', ms],
    ['2021-09-16 18:34:58,108000 UTC', ms],
    ['2021-09-17T00:04:58.108+0530', ms],
    ['2021-09-16T18:34:58.57Z', ms + 462],
    ['2021-09-17T00:04:58.108+05:30', ms],
    ['2021-09-16T13:34:58.108-05', ms],
    ['2021-09-16', Date.UTC(2021, 8, 16)],
    ['2016-12-31T23:59:60Z', Date.UTC(2017, 0, 1)],
  ])('%s is read', (createdAt, expected) => {
    expect(read({ createdAt })).toMatchObject({ createdAt: expected, unread: [] });
  });

  it.each([[0], [''], [' '], ['0'], [null], [undefined], [-0], ['1970-01-01T05:30:00+0530']])(
    '%j is not set',
    (updatedAt) => {
      expect(read({ updatedAt })).toMatchObject({ updatedAt: null, unread: [] });
    },
  );

  it.each([
    [-5],
    [1],
    [1e308],
    [seconds],
    [ms * 1000],
    ['1e400'],
    ['yesterday'],
    ['2021-02-30T00:00:00Z'],
    ['2021-13-01'],
    ['2021-01-00'],
    ['2021-04-31'],
    ['2021-09-16T25:00Z'],
    ['1989-12-31'],
    ['2201-01-01'],
    ['0021-09-16'],
    [true],
    [[ms]],
    [{ $date: ms }],
  ])('%j is listed as unread rather than shown wrong', (updatedAt) => {
    expect(read({ updatedAt })).toMatchObject({ updatedAt: null, createdAt: ms, unread: [{ field: 'updatedAt' }] });
  });
});

describe('the unit is told by the record as a whole', () => {
  const inSeconds = {
    createdAt: seconds,
    updatedAt: seconds + 10,
    emails: [{ ...workEmail(), createdAt: seconds + 20, updatedAt: seconds + 30.5 }],
    primaryEmail: null,
  };

  it('seconds', () => {
    const user = read({ ...inSeconds, deletedAt: seconds + 40, dob: 641520000 });
    expect(user).toMatchObject({
      createdAt: seconds * 1000,
      updatedAt: (seconds + 10) * 1000,
      deletedAt: (seconds + 40) * 1000,
      dob: Date.UTC(1990, 4, 1),
      unread: [],
    });
    expect(user.emails[0]).toMatchObject({ createdAt: (seconds + 20) * 1000, updatedAt: (seconds + 30) * 1000 + 500 });
  });

  it('seconds as text', () => {
    expect(read({ ...inSeconds, createdAt: String(seconds) }).createdAt).toBe(seconds * 1000);
  });

  it('a birth date has no vote, and follows the others', () => {
    expect(read({ dob: 641520000000 }).dob).toBe(Date.UTC(1990, 4, 1));
    expect(read({ dob: 641520000 }).dob).toBe(Date.UTC(1970, 0, 8));
    expect(read({ ...inSeconds, dob: 641520000 }).dob).toBe(Date.UTC(1990, 4, 1));
    expect(read({ ...inSeconds, dob: -641520000 }).dob).toBe(Date.UTC(1949, 8, 3));
  });

  it('one time in another unit than its record is unread, and changes no other', () => {
    expect(read({ deletedAt: seconds })).toMatchObject({
      deletedAt: null,
      createdAt: ms,
      unread: [{ field: 'deletedAt' }],
    });
    const user = read({ ...inSeconds, deletedAt: ms });
    expect(user).toMatchObject({ deletedAt: null, createdAt: seconds * 1000, unread: [{ field: 'deletedAt' }] });
  });

  it('a deletion date alone tells it where the user has no other times', () => {
    const user = read({ createdAt: 0, updatedAt: 0, emails: [], primaryEmail: null, deletedAt: seconds });
    expect(user).toMatchObject({ deletedAt: seconds * 1000, unread: [] });
  });

  it('e-mails alone tell it where the user has no times', () => {
    const user = read({ createdAt: 0, updatedAt: 0, emails: inSeconds.emails, primaryEmail: null, dob: 641520000 });
    expect(user.dob).toBe(Date.UTC(1990, 4, 1));
  });

  it('milliseconds, the API’s own, where nothing tells it', () => {
    const none = { createdAt: 0, updatedAt: 0, emails: [], primaryEmail: null };
    expect(read({ ...none, dob: 641520000000 }).dob).toBe(Date.UTC(1990, 4, 1));
  });

  it('times of e-mails are named by their place where they cannot be read', () => {
    const user = read({ emails: [workEmail(), { ...homeEmail(), createdAt: 'soon' }] });
    expect(unreadFields(user)).toEqual(['emails[1].createdAt']);
  });
});

describe('birth dates', () => {
  it.each([
    ['1990-05-01', Date.UTC(1990, 4, 1)],
    ['19900501', Date.UTC(1990, 4, 1)],
    ['1990-05-01T00:00:00+0530', Date.UTC(1990, 4, 1)],
    ['1990-05-01T23:30:00-0800', Date.UTC(1990, 4, 1)],
    [-620524800000, Date.UTC(1950, 4, 4)],
    ['-620524800000', Date.UTC(1950, 4, 4)],
    ['1970-01-01', 0],
    ['1851-01-01', Date.UTC(1851, 0, 1)],
  ])('%s is a day, as midnight UTC', (dob, expected) => {
    expect(read({ dob })).toMatchObject({ dob: expected, unread: [] });
  });

  it('kept as midnight of the user’s own zone are on that zone’s day', () => {
    const midnightInIndia = Date.UTC(1990, 3, 30, 18, 30);
    expect(read({ dob: midnightInIndia, timezone: '+0530' }).dob).toBe(Date.UTC(1990, 4, 1));
    expect(read({ dob: midnightInIndia, timezone: '+05:30' }).dob).toBe(Date.UTC(1990, 4, 1));
    expect(read({ dob: midnightInIndia, timezone: 'Asia/Kolkata' }).dob).toBe(Date.UTC(1990, 3, 30));
    expect(read({ dob: Date.UTC(1990, 4, 1, 8), timezone: '-0800' }).dob).toBe(Date.UTC(1990, 4, 1));
  });

  it.each([[0], [''], ['0'], [null], [undefined], ['1970-01-01T05:30:00+0530']])('%j is not set', (dob) => {
    expect(read({ dob })).toMatchObject({ dob: null, unread: [] });
  });

  it.each([['1849-12-31'], ['1990-02-31'], ['May 1990'], [-1e15], [1e308], [{}], [true]])('%j is unread', (dob) => {
    expect(read({ dob })).toMatchObject({ dob: null, unread: [{ field: 'dob' }] });
  });
});
