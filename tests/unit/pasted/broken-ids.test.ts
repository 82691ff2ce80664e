/** An id that is broken over two lines is found where nothing else can be meant, and its parts are said to be none where it may. */
import { describe, expect, it } from 'vitest';
import { findIds } from '../../../electron/pasted/find-ids.ts';
import { ownFormOf } from '../../../electron/pasted/own-form.ts';
import { readList } from '../../../electron/pasted/read-list.ts';
import { nobodys, type Whose } from '../../../electron/pasted/whose.ts';

const a = '9763caa1-cef3-497f-b3b2-f551456b2831';
const b = '0d5c2a7e-5b1f-4a43-8a77-0a0b7e1c9f10';
const formed = (ids: readonly string[]): Whose => ({
  server: 'https://api.example.com',
  isKnown: (id) => ids.includes(id),
  ownForm: ownFormOf(ids),
  hasBareUuids: false,
});
const ours = formed(Array.from({ length: 40 }, (_, nth) => `u-${10001 + nth}`));
const digits = formed(Array.from({ length: 40 }, (_, nth) => `${10001 + nth}`));

describe('a UUID that is broken', () => {
  it('wherever it is', () => {
    for (let at = 2; at <= 34; at += 1) {
      const broken = `${a.slice(0, at)}\n${a.slice(at)}`;
      expect([at, findIds(broken).ids]).toEqual([at, [a]]);
      expect([at, findIds(`${b}\n${broken}\n${b.replace('0', '1')}`).ids]).toEqual([at, [b, a, b.replace('0', '1')]]);
    }
  });

  it.each([
    ['in prose', 'Please add 9763caa1-cef3-\n497f-b3b2-f551456b2831 to the team.', 1],
    ['in prose, before a full stop', 'Please add 9763caa1-cef3-\n497f-b3b2-f551456b2831. Thanks', 1],
    ['in a quoted mail', '> Please add 9763caa1-cef3-\n> 497f-b3b2-f551456b2831 to the team.', 1],
    ['as e-mail says that a line goes on', 'Please add 9763caa1-cef3-=\r\n497f-b3b2-f551456b2831, please.', 1],
    ['as e-mail lets lines flow', 'Please add 9763caa1-cef3- \r\n497f-b3b2-f551456b2831, please.', 1],
    ['in a link', 'https://api.example.com/v1/ext/user/9763caa1-\ncef3-497f-b3b2-f551456b2831', 1],
    ['in a link of the app', '<rolodesk://user/9763caa1-cef3-497f-b3b2-f551456b\n2831>', 1],
    ['in capitals', a.toUpperCase().replace('-B', '-\nB'), 1],
    ['twice', `${a.replace('-4', '\n-4')}\n${b.replace('-4', '-\n4')}`, 2],
    ['in a field of one line', a.replace('-4', '-↵4'), 1],
  ])('%s', (_what, text, count) => {
    expect(findIds(text).ids).toEqual([a, b].slice(0, count));
    expect(findIds(text, ours, false).ids).toEqual([a, b].slice(0, count));
  });

  it('is one of a list that is looked for', () => {
    const listed = readList(`${b}, ${a.slice(0, 20)}\n${a.slice(20)}, ana@x.example`, () => nobodys);
    expect(listed?.items.map(({ text }) => text)).toEqual([b, a, 'ana@x.example']);
  });

  it.each([
    ['where a part lacks', `${a.slice(0, 20)}\n${a.slice(21)}`],
    ['where there is more', `${a.slice(0, 20)}\n${a.slice(20)}9`],
    ['where an item of a list is numbered so', `${a.slice(0, 34)}\n${a.slice(34)}. Anna`],
    ['over a blank line', `${a.slice(0, 20)}\n\n${a.slice(20)}`],
  ])('is none %s', (_what, text) => {
    expect(findIds(text).ids).not.toContain(a);
  });

  it('leaves the numbers of the lines behind it as they are', () => {
    const { ids, odd } = findIds(`${b}\n${a.slice(0, 20)}\n${a.slice(20)}\nn/a`);
    expect([ids, odd.first.map(({ text, line }) => [text, line])]).toEqual([[b, a], [['n/a', 4]]]);
  });
});

describe('another id of the directory that is broken', () => {
  it.each([
    ['behind its hyphen', 'ask u-\n10003 about it'],
    ['before its hyphen', 'u-10001\nu\n-10003\nu-10001'],
  ])('%s is one', (_where, text) => {
    expect(findIds(text, ours).ids).toContain('u-10003');
  });

  it('within a part is none, and said to be', () => {
    const { ids, odd } = findIds('u-10001\nu-100\n03\nu-10002', ours);
    expect([ids, odd.first.map(({ text }) => text)]).toEqual([
      ['u-10001', 'u-10002'],
      ['u-100', '03'],
    ]);
  });

  it('is left as two where each is one', () => {
    expect(findIds('10001\n10002', digits).ids).toEqual(['10001', '10002']);
    expect(findIds('u-10001\nu-10002', ours).ids).toEqual(['u-10001', 'u-10002']);
  });
});
