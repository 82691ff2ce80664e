import { describe, expect, it } from 'vitest';
import { readZone } from '../../../electron/zone/read-zone.ts';

describe('a time zone as a record names it', () => {
  it.each([
    ['+0530', 330],
    ['+05:30', 330],
    ['-0800', -480],
    ['\u22120330', -210],
    ['+5', 300],
    ['UTC+02:00', 120],
    ['GMT-3', -180],
    ['Z', 0],
    ['z', 0],
    ['-00:00', 0],
    [' +0545 ', 345],
    ['+14:00', 840],
    ['UTC-11', -660],
    ['(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi', 330],
    ['(GMT-08:00) Pacific Time', -480],
    ['(UTC) Coordinated Universal Time', 0],
  ])('is the offset of %s', (text, minutes) => {
    expect(readZone(text)).toEqual({ kind: 'offset', minutes });
  });

  it.each([
    '',
    'somewhere',
    '+1500',
    '+05:99',
    '05:30',
    '+',
    '+053',
    'Asia/Atlantis',
    '0',
    '+05:30:00',
    '\u0000',
    'xyz',
  ])('is none that is known: %j', (text) => {
    expect(readZone(text)).toBeNull();
  });

  it.each([
    'Europe/Kyiv',
    'Europe/Kiev',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'Asia/Saigon',
    'Asia/Ho_Chi_Minh',
    'Asia/Katmandu',
    'America/Buenos_Aires',
    'US/Pacific',
    'America/Port-au-Prince',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+5',
    'EST5EDT',
    'UTC',
    'GMT',
    'CET',
    'GB',
  ])('keeps the name %s', (name) => {
    expect(readZone(name)).toMatchObject({ kind: 'named', name });
  });

  it.each([
    ['asia/kolkata', 'Asia/Kolkata'],
    ['europe/kyiv', 'Europe/Kyiv'],
    ['america/port_of_spain', 'America/Port_of_Spain'],
    ['america/port-au-prince', 'America/Port-au-Prince'],
    [' Europe/Berlin\u200e', 'Europe/Berlin'],
  ])('in %j is written %s', (came, name) => {
    expect(readZone(came)).toMatchObject({ kind: 'named', name });
  });

  it.each([
    ['India Standard Time', 'Asia/Calcutta'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['w. europe standard time', 'Europe/Berlin'],
    ['Pacific Daylight Time', 'America/Los_Angeles'],
    ['E. South America Standard Time', 'America/Sao_Paulo'],
    ['Russian Standard Time', 'Europe/Moscow'],
  ])('is the zone that Windows calls %s', (name, zone) => {
    expect(readZone(name)).toEqual({ kind: 'named', name, zone });
  });

  it.each([
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Amsterdam'],
    ['(UTC) Dublin, Edinburgh, Lisbon, London', 'Europe/Dublin'],
    ['(UTC+10:00) Canberra, Melbourne, Sydney', 'Australia/Melbourne'],
    ['(UTC-06:00) Guadalajara, Mexico City, Monterrey', 'America/Mexico_City'],
    ['(UTC-08:00) Pacific Time (US & Canada)', 'America/Los_Angeles'],
    ['(UTC-03:30) Newfoundland', 'America/St_Johns'],
  ])('is the zone of the places in %j, which has a summer time', (name, zone) => {
    expect(readZone(name)).toEqual({ kind: 'named', name, zone });
  });

  it('is the offset where the places have another one', () => {
    expect(readZone('(UTC+03:00) Berlin')).toEqual({ kind: 'offset', minutes: 180 });
  });

  it.each(['IST', 'ist', 'EST', 'CST', 'PST', 'BST', 'JST', 'AEST'])(
    'cannot be told from %s, which several share',
    (text) => {
      expect(readZone(text)).toEqual({ kind: 'abbreviation' });
    },
  );
});
