import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { FoundPerson } from '../../../contract/person.ts';
import { fold, foldWithOrigin } from '../../../electron/search/fold.ts';
import { marksIn } from '../../../electron/search/marks.ts';
import { readQuery } from '../../../electron/search/query.ts';
import { sortNameOf, wordsOf } from '../../../electron/search/words.ts';
import { emailOf, freshFile, idOf, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';

const uuid = '9763caa1-cef3-497f-b3b2-f551456b2831';
let store: DirectoryStore;

beforeAll(() => {
  store = storeAt(freshFile()).store;
  record(store, [
    userOf('id-ann-deleted', { name: 'Ann Lee', status: 'deleted', isDeleted: true }),
    userOf('id-ann-inactive', { name: 'Ann Lee', status: 'inactive', isActive: false }),
    userOf('id-ann-unknown', { name: 'Ann Lee', status: 'unknown', isActive: null }),
    userOf('id-anna', { name: 'Anna Leeds', emails: [emailOf('shared.box@example.com')] }),
    userOf('id-ann', { name: 'Ann Lee', username: 'zephyr', emails: [emailOf('a.lee@example.com')] }),
    userOf('id-lee', {
      name: 'Lee Annan',
      username: 'la',
      phones: [{ number: '+44 20 7946 0958', type: null, isPrimary: true }],
    }),
    userOf('id-handle', { name: 'Quiet Person', username: 'ann.smith', emails: [emailOf('q@ann.example.com')] }),
    userOf('id-two', { name: 'Two Boxes', emails: [emailOf('first@x.org'), emailOf('Second.Box+tag@y.org')] }),
    userOf(uuid, { name: 'Ünal Şahin' }),
    userOf('id-lukasz', { name: 'Łukasz Żółć' }),
    userOf('id-mueller', { name: 'Jörg Müller' }),
    userOf('id-strasse', { name: 'Đorđe Weiß' }),
    userOf('id-obrien', { name: 'Siobhán O’Brien', firstName: 'Siobhán', lastName: 'O’Brien' }),
    userOf('id-jeanluc', { name: 'Jean-Luc Médard' }),
    userOf('id-tanaka', { name: '田中太郎' }),
    userOf('id-kim', { name: '김민수' }),
    userOf('id-nguyen', { name: 'Nguyễn Thị Ánh' }),
    userOf('id-noor', { name: 'نورة القحطاني' }),
    userOf('id-sunil', { name: 'सुनील कुमार' }),
    userOf('id-display', { name: 'Bobby', displayName: 'Bobby', firstName: 'Robert', lastName: 'Table' }),
    userOf('id-wide', { name: 'Ｗｉｄｅ Letters' }),
    userOf('NonUuid_42', { name: 'Odd Id' }),
  ]);
});
afterAll(() => store.close());

const found = (text: string, limit = 20) => store.find({ status: null, text, limit });
const ids = (text: string, limit?: number) => found(text, limit).map(({ card }) => card.id.replace('id-', ''));
const marked = ({ card, marks }: FoundPerson) => marks.map(([start, end]) => card.name.slice(start, end));
const first = (text: string): FoundPerson => {
  const [one] = found(text);
  if (one === undefined) throw new Error(`nobody found for ${text}`);
  return one;
};

describe('looking somebody up', () => {
  it('puts active before unknown before inactive before deleted, then whole words before beginnings', () => {
    expect(ids('ann lee')).toEqual(['ann', 'anna', 'lee', 'ann-unknown', 'ann-inactive', 'ann-deleted']);
  });

  it('finds the words in any order, the last one unfinished', () => {
    expect(ids('lee an')[0]).toBe('lee');
    expect(ids('leeds anna')).toEqual(['anna']);
    expect(ids('annan l')).toEqual(['lee']);
  });

  it.each([
    ['unal sahin', uuid],
    ['UNAL', uuid],
    ['lukasz zolc', 'lukasz'],
    ['Łukasz', 'lukasz'],
    ['muller', 'mueller'],
    ['mueller', 'mueller'],
    ['joerg', 'mueller'],
    ['dorde weiss', 'strasse'],
    ['WEISS', 'strasse'],
    ["o'brien", 'obrien'],
    ['o’brien', 'obrien'],
    ['obrien', 'obrien'],
    ['brien', 'obrien'],
    ['jean luc', 'jeanluc'],
    ['jean-luc', 'jeanluc'],
    ['jeanluc', 'jeanluc'],
    ['luc medard', 'jeanluc'],
    ['nguyen thi anh', 'nguyen'],
    ['Nguye\u0302\u0303n', 'nguyen'],
    ['田中', 'tanaka'],
    ['太郎', 'tanaka'],
    ['中太郎', 'tanaka'],
    ['郎', 'tanaka'],
    ['민수', 'kim'],
    ['김', 'kim'],
    ['\u1100\u1175\u11b7', 'kim'],
    ['نوره', 'noor'],
    ['القحطانى', 'noor'],
    ['सुनील', 'sunil'],
    ['wide', 'wide'],
    ['robert', 'display'],
    ['bobby', 'display'],
    ['zephyr', 'ann'],
    ['first', 'two'],
    ['second.box', 'two'],
    ['second.box+tag', 'two'],
    ['second.box+tag@y.org', 'two'],
    ['SECOND.BOX+TAG@Y', 'two'],
    ['box second', 'two'],
    ['+44 20 7946 0958', 'lee'],
    ['0044 (20) 7946-0958', 'lee'],
    ['020 7946 0958', 'lee'],
    ['7946 095', 'lee'],
    ['9460958', 'lee'],
    [uuid, uuid],
    [uuid.toUpperCase(), uuid],
    ['9763caa1', uuid],
    [`https://app.example.com/users/${uuid}?tab=1`, uuid],
    ['NonUuid_42', 'NonUuid_42'],
    ['https://app.example.com/users/NonUuid_42', 'NonUuid_42'],
  ])('finds by %s', (text, id) => {
    expect(ids(text)[0]).toBe(id);
  });

  it.each([
    '',
    ' ',
    '"',
    '*',
    'NOT',
    'NEAR',
    'name:',
    '(',
    'ann OR',
    '-',
    '%',
    '@',
    '@example.com',
    'ann@nowhere.org',
    '\u0000',
    '\ud800',
    'zzzz',
  ])('takes %j for text, whatever it would mean to the index', (text) => {
    expect(ids(text)).toEqual([]);
  });

  it('tells a word of the index from a query language', () => {
    expect(ids('ann "lee"')[0]).toBe('ann');
    expect(ids('ann* lee^')[0]).toBe('ann');
  });

  it('matches no domain that all share, and all of an address', () => {
    expect(ids('example')).toEqual([]);
    expect(ids('a.lee@example.com')).toEqual(['ann']);
    expect(ids('a.lee@other.com')).toEqual([]);
  });

  it('says what matched where it was not the name', () => {
    expect(first('zephyr').because).toEqual({ field: 'username', text: 'zephyr', marks: [[0, 6]] });
    expect(first('second.box').because).toEqual({ field: 'email', text: 'Second.Box+tag@y.org', marks: [[0, 10]] });
    expect(first('7946 0958').because).toEqual({ field: 'phone', text: '+44 20 7946 0958', marks: [[7, 16]] });
    expect(first(uuid).because).toEqual({ field: 'id', text: uuid, marks: [[0, 36]] });
    expect(first('9763ca').because).toEqual({ field: 'id', text: uuid, marks: [[0, 6]] });
    expect(first('ann lee')).toMatchObject({ because: null });
  });

  it('gives no more than asked for, the best of them', () => {
    expect(ids('ann', 1)).toEqual(['ann']);
    expect(ids('lee', 2)).toEqual(['lee', 'ann']);
  });

  it('follows a change of name', () => {
    record(store, [userOf('changing', { name: 'Before Wedding' })]);
    record(store, [userOf('changing', { name: 'After Wedding' })]);
    expect(ids('before')).toEqual([]);
    expect(ids('after wedding')).toEqual(['changing']);
  });

  it('finds the one meant among thousands of namesakes', () => {
    const crowd = storeAt(freshFile()).store;
    record(crowd, [
      ...Array.from({ length: 3000 }, (_, nth) => userOf(`kim-${nth}`, { name: `Kimberly Sand${nth}` })),
      userOf('kim-late', { name: 'Kim Sand' }),
      userOf('kim-last', { name: 'Kim Zed', status: 'deleted' }),
    ]);
    const texts = (text: string) => crowd.find({ status: null, text, limit: 20 }).map(({ card }) => card.id as string);
    expect(texts('kim')[0]).toBe('kim-late');
    expect(texts('kim zed')).toEqual(['kim-last']);
    expect(texts('sand2999')).toEqual(['kim-2999']);
    expect(texts('k')).toHaveLength(20);
    crowd.close();
  });
});

describe('marks in the name', () => {
  it.each([
    ['ann lee', ['Ann', 'Lee']],
    ['unal', ['Ünal']],
    ['dorde weis', ['Đorđe', 'Weiß']],
    ['mueller', ['Müller']],
    ['brien', ['Brien']],
    ["o'bri", ['O’Bri']],
    ['jean-luc', ['Jean', 'Luc']],
    ['中太', ['中太']],
    ['thi anh nguyen', ['Nguyễn', 'Thị', 'Ánh']],
    ['zephyr', []],
  ])('for %s are what was typed, as it is written in the name', (text, parts) => {
    expect(marked(first(text))).toEqual(parts);
  });

  it('count in UTF-16 units, also behind what takes two or folds to several', () => {
    expect(marksIn('😀 Ann', ['ann'])).toEqual([[3, 6]]);
    expect(marksIn('ß Æthelred', ['aeth'])).toEqual([[2, 5]]);
    expect(marksIn('e\u0301mile Zo\u0308e', ['emile', 'zo'])).toEqual([
      [0, 6],
      [7, 10],
    ]);
  });

  it('mark a beginning at every word that begins so, and overlaps once', () => {
    expect(marksIn('Ann Anna Johann', ['an', 'ann'])).toEqual([
      [0, 3],
      [4, 7],
    ]);
  });

  it('never leave the name, nor cut a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 4 }), (name, typed) => {
        let end = 0;
        for (const mark of marksIn(name, wordsOf(fold(typed)))) {
          expect(mark[0]).toBeGreaterThanOrEqual(end);
          expect(mark[1]).toBeGreaterThan(mark[0]);
          end = mark[1];
          expect(name.slice(mark[0], mark[1]).isWellFormed()).toBe(true);
        }
        expect(end).toBeLessThanOrEqual(name.length);
      }),
    );
  });
});

describe('folding', () => {
  const text = fc.string({ unit: 'binary' });

  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(text, (original) => {
        expect(fold(fold(original))).toBe(fold(original));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes composed and decomposed spellings for the same', () => {
    fc.assert(
      fc.property(text, (original) => {
        expect(fold(original.normalize('NFD'))).toBe(fold(original.normalize('NFC')));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps vowel signs where they are the name', () => {
    expect(fold('सुनील')).not.toBe(fold('सनल'));
    expect(fold('สมชาย')).toBe('สมชาย');
  });

  it('knows for every unit where it came from', () => {
    fc.assert(
      fc.property(text, (original) => {
        const { text: folded, starts, ends } = foldWithOrigin(original);
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
      }),
    );
  });
});

describe('any text', () => {
  it('finds whoever has it as a name, or has no word at all, and never throws', () => {
    const names = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { maxLength: 20 });
    fc.assert(
      fc.property(names, fc.string({ unit: 'binary' }), (some, other) => {
        const few = storeAt(freshFile()).store;
        try {
          record(
            few,
            some.map((name, nth) => userOf(`p${nth}`, { name })),
          );
          few.find({ status: null, text: other, limit: 10 });
          for (const [nth, name] of some.entries()) {
            if (readQuery(name).address !== null || sortNameOf(fold(name)) === '') continue;
            if (wordsOf(fold(name)).length === 0) continue;
            const hits = few.find({ status: null, text: name, limit: 50 }).map(({ card }) => card.id as string);
            expect(hits).toContain(idOf(`p${nth}`));
          }
        } finally {
          few.close();
        }
      }),
      { numRuns: 60 },
    );
  });
});
