/** The same person, written and typed in the many ways there are: found by the search and by the table's filter alike. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualView } from '../../../contract/people-view.ts';
import type { PeopleViews } from '../../../electron/people/people-views.ts';
import { emailOf, freshFile, idOf, record, storeAt, userOf, viewsOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';

const uuid = '9763caa1-cef3-497f-b3b2-f551456b2831';
const phoneOf = (number: string) => ({ phones: [{ number, type: null, isPrimary: true }] });
let store: DirectoryStore;
let views: PeopleViews;

beforeAll(() => {
  const opened = storeAt(freshFile());
  store = opened.store;
  record(store, [
    userOf('ann', { name: 'Ann Lee', username: 'ann', emails: [emailOf('ann@example.com')] }),
    userOf('leeds', { name: 'Alan Leeds', username: 'a.lee', emails: [emailOf('a.lee@example.com')] }),
    userOf('handle', { name: 'Quiet One', username: 'ann.smith' }),
    userOf('address-handle', { name: 'Mail Handle', username: 'mia@corp.example' }),
    userOf('obrien', { name: 'Pat Doe', emails: [emailOf("o'brien@example.com")] }),
    userOf('two-addresses', {
      name: 'Two Addresses',
      emails: [emailOf(' SMTP:two.one@example.com; Two <two.two@example.org>')],
    }),
    userOf('no-address', { name: 'No Address', emails: [emailOf('ask nora.nix@example.com first')] }),
    userOf('no-name', { name: 'ina.nemo@example.com', nameFrom: 'email', emails: [emailOf('ina.nemo@example.com')] }),
    userOf('no-handle', { name: 'Ann Smith', username: 'zz9' }),
    userOf('london', { name: 'London Desk', ...phoneOf('+44 20 7946 0958') }),
    userOf('trunk', { name: 'Trunk Desk', ...phoneOf('+44 (0)161 496 1111') }),
    userOf('zeros', { name: 'Zeros Desk', ...phoneOf('0044 (0)131 496 2222') }),
    userOf('local', { name: 'Local Desk', ...phoneOf('020 7946 2222') }),
    userOf('munich', { name: 'Munich Desk', ...phoneOf('+49 89 123456') }),
    userOf('extension', { name: 'Extension Desk', ...phoneOf('+49 89 7654321 ext. 117') }),
    userOf('vanity', { name: 'Flower Desk', ...phoneOf('1-800-FLOWERS') }),
    userOf('either', { name: 'Either Desk', ...phoneOf('089 7771-12/14') }),
    userOf('arabic-digits', { name: 'Riyadh Desk', ...phoneOf('+٩٦٦ ١١ ٤٥٦ ٧٨٩٠') }),
    userOf('two-numbers', { name: 'Madrid Desk', ...phoneOf('+34 915550127 / 934440128') }),
    userOf('tanaka', { name: '田中 太郎' }),
    userOf('yamada', { name: '花子 山田' }),
    userOf('park', { name: '민수 박' }),
    userOf('kim', { name: '김민준' }),
    userOf('burmese', { name: 'အောင်ဆန်းစုကြည်' }),
    userOf('thai', { name: 'สมชายใจดี' }),
    userOf('lao', { name: 'ສົມສະຫວັນ' }),
    userOf('khmer', { name: 'សុខសុភា' }),
    userOf('kana', { name: 'ばば はなこ' }),
    userOf('joiner', { name: 'علی\u200cرضا کریمی' }),
    userOf('urdu', { name: 'ہارون' }),
    userOf('maqaf', { name: 'בן־דוד' }),
    userOf('zero-width', { name: 'An\u200bnabel\u00adle Zwisp' }),
    ...['a', 'b', 'c'].map((letter) => userOf(`muller-${letter}`, { name: `Kurt Müller ${letter}` })),
    userOf('mueller', { name: 'Hans Mueller' }),
    userOf('maria', { name: 'Maria DeSouza', firstName: 'Maria', lastName: 'Souza' }),
    userOf('kofi', { name: 'Kɔfi Mɛnsa' }),
    ...['d', 'e', 'f'].map((letter) => userOf(`kofi-${letter}`, { name: `Kofi ${letter}` })),
    userOf('fox', { name: '🦊🦊' }),
    userOf('dash', { name: 'Jean–Luc Pic' }),
    userOf('quote', { name: 'Pat O‘Hara' }),
    userOf(uuid, { name: 'By Id' }),
    userOf('tokyo', { name: 'Branch Person', team: '東京支社' }),
    userOf('odd-team', { name: 'Lettered Person', team: 'Q' }),
  ]);
  views = viewsOf(store);
});
afterAll(() => store.close());

const searched = (text: string, limit = 20) =>
  store.find({ text, status: null, limit }).map(({ card }) => card.id as string);
const filtered = (text: string): string[] => {
  const answer = views.window({
    view: { ...usualView, filter: { ...usualView.filter, text } },
    offset: 0,
    limit: 100,
    follow: [],
  });
  return answer.rows.map(({ id }) => id as string);
};

describe('is found', () => {
  it.each([
    ['ann@example.com', 'ann'],
    ['ann@', 'ann'],
    ['mailto:a.lee@example.com?subject=Hello', 'leeds'],
    ['<a.lee@example.com>', 'leeds'],
    ['Alan Leeds <a.lee@example.com>', 'leeds'],
    ['a.lee@example.com,', 'leeds'],
    ['"a.lee@example.com"', 'leeds'],
    ['\u202aa.lee@example.com\u202c', 'leeds'],
    ['mia@corp.example', 'address-handle'],
    ['mia@co', 'address-handle'],
    ["o'brien@example.com", 'obrien'],
    ["'o'brien@example.com'", 'obrien'],
    ['two.one@example.com', 'two-addresses'],
    ['two.two@ex', 'two-addresses'],
    ['nora.nix@example.com', 'no-address'],
    ['ina.nemo', 'no-name'],
    ['ina.nemo@example.com', 'no-name'],
    ['@a.lee', 'leeds'],
    ['@ann.smith', 'handle'],
    ['@ann.sm', 'handle'],
    ['tel:+442079460958', 'london'],
    ['011 44 20 7946 0958', 'london'],
    ['+44 20 7946–0958', 'london'],
    ['+44‑20‑7946‑0958', 'london'],
    ['\u202a+44 20 7946 0958\u202c', 'london'],
    ['＋４４ ２０ ７９４６ ０９５８', 'london'],
    ['+44 20 7946 0958 ext 3', 'london'],
    ['0958', 'london'],
    ['460958', 'london'],
    ['+44 161 496 1111', 'trunk'],
    ['+44 161', 'trunk'],
    ['+44 131', 'zeros'],
    ['0161 496 1111', 'trunk'],
    ['+44 (0)161 496 1111', 'trunk'],
    ['+44 20 7946 2222', 'local'],
    ['123456', 'munich'],
    ['7654321', 'extension'],
    ['+49 89 7654321', 'extension'],
    ['117', 'extension'],
    ['+966 11 456 7890', 'arabic-digits'],
    ['٤٥٦ ٧٨٩٠', 'arabic-digits'],
    ['93444', 'two-numbers'],
    ['田中太郎', 'tanaka'],
    ['太郎田中', 'tanaka'],
    ['山田花子', 'yamada'],
    ['花子山田', 'yamada'],
    ['박민수', 'park'],
    ['김ㅁ', 'kim'],
    ['김미', 'kim'],
    ['김민', 'kim'],
    ['စုကြည်', 'burmese'],
    ['ใจดี', 'thai'],
    ['ສະຫວັນ', 'lao'],
    ['សុភា', 'khmer'],
    ['ハナコ', 'kana'],
    ['علیرضا', 'joiner'],
    ['علی رضا', 'joiner'],
    ['هارون', 'urdu'],
    ['בןדוד', 'maqaf'],
    ['annabelle', 'zero-width'],
    ['hans müller', 'mueller'],
    ['souza', 'maria'],
    ['mensa', 'kofi'],
    ['🦊', 'fox'],
    ['支社', 'tokyo'],
    ['jeanluc', 'dash'],
    ['hara', 'quote'],
    [`(${uuid})`, uuid],
    ['9763caa1', uuid],
    ['9763CAA1', uuid],
    [`https://app.example.com/a%2F${uuid}`, uuid],
  ])('by %s', (text, id) => {
    expect(searched(text)[0]).toBe(id);
    expect(filtered(text)).toContain(id);
  });

  it('beside those who are written as it was typed', () => {
    const all = ['muller-a', 'muller-b', 'muller-c', 'mueller'];
    expect(searched('Müller')).toEqual(all);
    expect(filtered('Müller').sort()).toEqual(all.sort());
    expect(filtered('q')).toContain('odd-team');
    expect(searched('kofi')).toEqual(expect.arrayContaining(['kofi-d', 'kofi-e', 'kofi-f', 'kofi']));
  });
});

describe('is not found', () => {
  it.each([
    ['ann@elsewhere.org'],
    // は is not ば, however they are encoded.
    ['はは'],
    ['zzzz'],
  ])('by %s', (text) => {
    expect(searched(text)).toEqual([]);
    expect(filtered(text)).toEqual([]);
  });
});

describe('the filter', () => {
  it('takes an address for the whole of it, and not for a name', () => {
    expect(filtered('ann@example.com')).toEqual(['ann']);
  });

  it('thinks of slips where nobody is written so, and only there', () => {
    expect(filtered('alan leesd')).toEqual(['leeds']);
    expect(filtered('ann')).not.toContain('leeds');
  });
});

describe('among many', () => {
  it('the owner of an address is found behind any number of people whose name begins so', () => {
    const crowd = storeAt(freshFile()).store;
    record(crowd, [
      ...Array.from({ length: 500 }, (_, nth) =>
        userOf(`anna-${nth}`, { name: `Anna ${nth}`, emails: [emailOf(`ann@site-${nth}.org`)] }),
      ),
      userOf('owner', { name: 'Somebody Else', emails: [emailOf('other@x.org'), emailOf('Ann@example.com')] }),
    ]);
    const found = (text: string) => crowd.find({ text, status: null, limit: 20 }).map(({ card }) => card.id as string);
    expect(found('ann@example.com')).toEqual(['owner']);
    expect(found('ann@exam')).toEqual(['owner']);
    crowd.close();
  });

  it('who has left is shown before active people who are only spelled alike, or whose id begins so', () => {
    const crowd = storeAt(freshFile()).store;
    record(crowd, [
      ...['Adam', 'Adi', 'Dada'].map((name) => userOf(`x-${name}`, { name })),
      ...Array.from({ length: 5 }, (_, nth) => userOf(`ada${nth}`, { name: `Stranger ${nth}` })),
      userOf('x-byron', { name: 'Adah Byron', status: 'inactive', isActive: false }),
    ]);
    expect(crowd.find({ text: 'adah', status: null, limit: 20 })[0]?.card.name).toBe('Adah Byron');
    // Letters alone are no beginning of an id.
    const begun = crowd.find({ text: 'ada', status: null, limit: 20 }).map(({ card }) => card.name);
    expect(begun.slice(0, 2)).toEqual(['Adam', 'Adah Byron']);
    expect(begun.filter((name) => name.startsWith('Stranger'))).toEqual([]);
    expect(crowd.find({ text: 'ada3', status: null, limit: 20 }).map(({ card }) => card.id)).toEqual([idOf('ada3')]);
    crowd.close();
  });

  it('the active one is found behind any number of deleted namesakes', () => {
    const crowd = storeAt(freshFile()).store;
    record(crowd, [
      ...Array.from({ length: 500 }, (_, nth) =>
        userOf(`mira-${nth}`, { name: `Mira ${nth}`, status: 'deleted', isDeleted: true }),
      ),
      userOf('late', { name: 'Mira Zed' }),
    ]);
    for (const text of ['mir', 'mira']) {
      expect(crowd.find({ text, status: null, limit: 20 })[0]?.card.id).toBe('late');
    }
    crowd.close();
  });

  it('nobody is left out whose team is one of hundreds that are called alike', () => {
    const opened = storeAt(freshFile());
    record(
      opened.store,
      Array.from({ length: 200 }, (_, nth) =>
        userOf(`p${nth}`, { name: `Person ${nth}`, team: `Support Team ${nth}` }),
      ),
    );
    const table = viewsOf(opened.store);
    const totalOf = (text: string) =>
      table.window({
        view: { ...usualView, filter: { ...usualView.filter, text } },
        offset: 0,
        limit: 1,
        follow: [],
      }).total;
    expect(totalOf('support')).toBe(200);
    expect(totalOf('support team 150')).toBe(1);
    const found = opened.store.find({ text: 'person support 150', status: null, limit: 20 });
    expect(found.map(({ card }) => card.id)).toEqual([idOf('p150')]);
    opened.store.close();
  });

  it('the one whose whole name is a letter comes first', () => {
    const crowd = storeAt(freshFile()).store;
    record(crowd, [
      ...Array.from({ length: 300 }, (_, nth) => userOf(`xavier-${nth}`, { name: `Xavier ${nth}` })),
      userOf('x', { name: 'X' }),
    ]);
    expect(crowd.find({ text: 'x', status: null, limit: 20 })[0]?.card.id).toBe('x');
    crowd.close();
  });
});

describe('marks', () => {
  const marked = (text: string) => {
    const [found] = store.find({ text, status: null, limit: 1 });
    return found?.marks.map(([start, end]) => found.card.name.slice(start, end));
  };
  const because = (text: string) => {
    const [found] = store.find({ text, status: null, limit: 1 });
    const reason = found?.because ?? null;
    return reason === null
      ? null
      : [reason.field, ...reason.marks.map(([start, end]) => reason.text.slice(start, end))];
  };

  it.each([
    ['jeanluc', ['Jean–Luc']],
    ['田中太郎', ['田中 太郎']],
    ['山田花子', ['花子', '山田']],
    ['hans müller', ['Hans', 'Mueller']],
    ['김미', ['김민준']],
  ])('what was typed together of a name for %s', (text, parts) => {
    expect(marked(text)).toEqual(parts);
  });

  it.each([
    ['@ann.sm', ['username', 'ann.sm']],
    ['a.lee@exam', ['email', 'a.lee@exam']],
    ['0161 496 1111', ['phone', '161 496 1111']],
    ['+44 161 496 11', ['phone', '44 (0)161 496 11']],
    ['0958', ['phone', '0958']],
    ['two.two@ex', ['email', 'two.two@ex']],
    ['1-800-356-9377', ['phone', '1-800-FLOWERS']],
    ['089 7771-14', ['phone', '089 7771']],
    ['٤٥٦ ٧٨٩٠', ['phone', '٤٥٦ ٧٨٩٠']],
    ['9763ca', ['id', '9763ca']],
  ])('what else matched for %s', (text, reason) => {
    expect(because(text)).toEqual(reason);
  });
});
