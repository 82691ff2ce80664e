/** Titles, additions, names in one word or several, and the initials of roles: in what is typed and in what is stored. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFindKeys } from '../../../electron/people/find-keys.ts';
import { initialsOf } from '../../../electron/search/initials.ts';
import { withoutTitles } from '../../../electron/search/titles.ts';
import { freshFile, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';

let store: DirectoryStore;
const fill = (names: readonly string[]) => {
  store = storeAt(freshFile()).store;
  record(
    store,
    names.map((name, nth) => userOf(`id-${nth}`, { name })),
  );
};
const found = (text: string) => store.find({ text, status: null, limit: 20 });
const names = (text: string) => found(text).map(({ card }) => card.name);
const inTable = (text: string): string[] => {
  const keys = [...new Set(createFindKeys(store)(text))];
  return [...store.tables.people.cardsOfKeys(keys).values()].map(({ name }) => name);
};
const marked = (text: string) => {
  const [one] = found(text);
  return one?.marks.map(([start, end]) => one.card.name.slice(start, end));
};

describe('titles and additions', () => {
  beforeAll(() =>
    fill([
      'Ana Silva',
      'Prof. Dr. Bea Berg',
      'Cem Kaya (External)',
      'Dee Doe (she/her)',
      'Don Draper',
      'Eva Müller',
      'Miss Piggy',
      'Ma Lin',
      '田中太郎',
      'Иван Петров',
      'د. محمد علي',
      'Sir Ian Junior',
    ]),
  );
  afterAll(() => store.close());

  it.each([
    ['Dr. Ana Silva', 'Ana Silva'],
    ['dr ana silva', 'Ana Silva'],
    ['Prof. Ana Silva', 'Ana Silva'],
    ['Dipl.-Ing. Ana Silva', 'Ana Silva'],
    ['Dr.-Ing. habil. Ana Silva', 'Ana Silva'],
    ['Dr. rer. nat. Ana Silva', 'Ana Silva'],
    ['Univ.-Prof. DDr. Ana Silva', 'Ana Silva'],
    ['Sra. Ana Silva', 'Ana Silva'],
    ['Frau Dr. Ana Silva', 'Ana Silva'],
    ['Mrs. Ana Silva, Ph.D.', 'Ana Silva'],
    ['Silva, Ana, MBA', 'Ana Silva'],
    ['Ana Silva (External)', 'Ana Silva'],
    ['Ana Silva (Ext', 'Ana Silva'],
    ['Ana Silva [Contractor]', 'Ana Silva'],
    ['Ana Silva - External', 'Ana Silva'],
    ['Ana Silva | Acme', 'Ana Silva'],
    ['Ana Silva | Guest', 'Ana Silva'],
    ['Ana Silva she/her', 'Ana Silva'],
    ['Ana (Annie) Silva', 'Ana Silva'],
    ['Dr. ana sil', 'Ana Silva'],
    ['Dr. Ana Slva', 'Ana Silva'],
    ['Bea Berg', 'Prof. Dr. Bea Berg'],
    ['Mag. Bea Berg', 'Prof. Dr. Bea Berg'],
    ['Cem Kaya', 'Cem Kaya (External)'],
    ['Kaya, Cem (Partner)', 'Cem Kaya (External)'],
    ['Dee Doe (they/them)', 'Dee Doe (she/her)'],
    ['Dr. Eva Mueller', 'Eva Müller'],
    ['田中太郎さん', '田中太郎'],
    ['田中様', '田中太郎'],
    ['г-н Петров', 'Иван Петров'],
    ['проф. Иван Петров', 'Иван Петров'],
    ['الدكتور محمد علي', 'د. محمد علي'],
    ['محمد علي', 'د. محمد علي'],
    ['Ian', 'Sir Ian Junior'],
  ])('%s finds %s, in the table too', (text, name) => {
    expect(names(text)[0]).toBe(name);
    expect(inTable(text)).toContain(name);
  });

  it.each([
    ['Don Draper', 'Don Draper'],
    ['miss piggy', 'Miss Piggy'],
    ['Ma Lin', 'Ma Lin'],
    ['don', 'Don Draper'],
    ['Miss', 'Miss Piggy'],
  ])('are names where they are somebody’s: %s', (text, name) => {
    expect(names(text)[0]).toBe(name);
  });

  it('put people who have them first, and mark what matched', () => {
    const { store: other } = storeAt(freshFile());
    record(other, [userOf('a', { name: 'Ana Silva' }), userOf('b', { name: 'Dr. Ana Silva' })]);
    const order = (text: string) => other.find({ text, status: null, limit: 5 }).map(({ card }) => card.name);
    expect([order('Dr. Ana Silva'), order('ana silva')]).toEqual([
      ['Dr. Ana Silva', 'Ana Silva'],
      ['Ana Silva', 'Dr. Ana Silva'],
    ]);
    other.close();
    expect([marked('Dr. Ana Silva'), found('Dr. Ana Silva')[0]?.because]).toEqual([['Ana', 'Silva'], null]);
  });

  it('hide nobody else: what is none of them still has to match', () => {
    expect([names('Baroness Ana Silva'), names('Ana Silva Costa')]).toEqual([[], []]);
  });

  it.each(['dr', 'Prof. Dr.', '(External)', 'ana', 'ana silva', 'jean-luc', ''])(
    'are not all there is in %j',
    (text) => {
      expect(withoutTitles(text)).toBeNull();
    },
  );
});

describe('names in one word or several', () => {
  beforeAll(() =>
    fill([
      'Ron Mc Donald',
      'Flo McDonald',
      'Ian MacKenzie',
      'Una O Brien',
      'Pat O’Connor',
      'Rui de Souza',
      'Leo DeSouza',
      'Jan van der Berg',
      'Kim Vanderberg',
      'Ada St. John',
      'عبد الرحمن السيد',
      'عبدالله قحطاني',
      'نور الدين حسن',
      'Abdul Rahman Khan',
      'Anna Maria Rossi',
      'Mary-Ann Abd al-Aziz',
      'Luca Dell’Acqua',
    ]),
  );
  afterAll(() => store.close());

  it.each([
    ['mcdonald', ['Flo McDonald', 'Ron Mc Donald']],
    ['mc donald', ['Flo McDonald', 'Ron Mc Donald']],
    ['mcdon', ['Flo McDonald', 'Ron Mc Donald']],
    ['ron mcdonald', ['Ron Mc Donald']],
    ['flo mc donald', ['Flo McDonald']],
    ['mac kenzie', ['Ian MacKenzie']],
    ['obrien', ['Una O Brien']],
    ['o’brien', ['Una O Brien']],
    ['o connor', ['Pat O’Connor']],
    ['oconnor', ['Pat O’Connor']],
    ['desouza', ['Leo DeSouza', 'Rui de Souza']],
    ['de souza', ['Leo DeSouza', 'Rui de Souza']],
    ['vanderberg', ['Jan van der Berg', 'Kim Vanderberg']],
    ['van der berg', ['Jan van der Berg', 'Kim Vanderberg']],
    ['vander berg', ['Jan van der Berg', 'Kim Vanderberg']],
    ['berg jan van der', ['Jan van der Berg']],
    ['stjohn', ['Ada St. John']],
    ['عبدالرحمن', ['عبد الرحمن السيد']],
    ['عبد الرحمن', ['عبد الرحمن السيد']],
    ['عبدالر', ['عبد الرحمن السيد']],
    ['رحمن', ['عبد الرحمن السيد']],
    ['سيد', ['عبد الرحمن السيد']],
    ['عبد الله', ['عبدالله قحطاني']],
    ['القحطاني', ['عبدالله قحطاني']],
    ['نورالدين', ['نور الدين حسن']],
    ['abdulrahman', ['Abdul Rahman Khan']],
    ['abdul rahman', ['Abdul Rahman Khan']],
    ['abdalaziz', ['Mary-Ann Abd al-Aziz']],
    ['annamaria', ['Anna Maria Rossi']],
    ['annamaria rossi', ['Anna Maria Rossi']],
    ['dellacqua', ['Luca Dell’Acqua']],
    ['dell acqua', ['Luca Dell’Acqua']],
  ])('%s finds %j, in the table too', (text, expected) => {
    expect(names(text).toSorted()).toEqual(expect.arrayContaining(expected.toSorted()));
    expect(names(text).slice(0, expected.length).toSorted()).toEqual(expected.toSorted());
    expect(inTable(text)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['mcdonald', 'Ron Mc Donald', ['Mc Donald']],
    ['mc donald', 'Flo McDonald', ['McDonald']],
    ['vanderberg', 'Jan van der Berg', ['van der Berg']],
    ['عبدالرحمن', 'عبد الرحمن السيد', ['عبد الرحمن']],
    ['سيد', 'عبد الرحمن السيد', ['السيد']],
  ])('%s is marked in %s', (text, name, parts) => {
    const one = found(text).find(({ card }) => card.name === name);
    expect(one?.marks.map(([start, end]) => name.slice(start, end))).toEqual(parts);
  });
});

describe('initials', () => {
  const roles = ['Chief Technology Officer', 'Chief Executive Officer', 'Human Resources Manager', 'Support engineer'];
  beforeAll(() => {
    store = storeAt(freshFile()).store;
    store.setLabels({
      roles: new Map([...roles, 'VP of Engineering', 'TEAM_LEAD'].map((name, nth) => [`r-${nth}`, name])),
      teams: new Map([
        ['t-0', 'Human Resources'],
        ['t-1', 'Quality Assurance and Testing'],
      ]),
    });
    record(store, [
      userOf('cto', { name: 'Tess Tech', role: 'r-0' }),
      userOf('ceo', { name: 'Cleo Chief', role: 'r-1' }),
      userOf('hrm', { name: 'Hana Human', role: 'r-2' }),
      userOf('hrt', { name: 'Hal Team', team: 't-0' }),
      userOf('vpe', { name: 'Vic Vice', role: 'r-4' }),
      userOf('lead', { name: 'Lee Lead', role: 'TEAM_LEAD' }),
      userOf('qa', { name: 'Quin Test', team: 't-1' }),
      userOf('hristo', { name: 'Hristo Petrov' }),
      userOf('ctoni', { name: 'Ctoni Name' }),
      userOf('seo', { name: 'Seo Jun' }),
      userOf('cat', { name: 'Cat Tom' }),
      ...Array.from({ length: 30 }, (_, nth) => userOf(`se-${nth}`, { name: `Person ${nth}`, role: 'r-3' })),
      ...Array.from({ length: 25 }, (_, nth) => userOf(`ser-${nth}`, { name: `Sergio ${nth}` })),
    ]);
  });
  afterAll(() => store.close());
  const ids = (text: string) => found(text).map(({ card }) => card.id as string);

  it.each([
    ['cto', ['cto', 'ctoni']],
    ['CEO', ['ceo']],
    ['hr', ['hrt', 'hristo', 'hrm']],
    ['hrm', ['hrm']],
    ['vpe', ['vpe']],
    ['tl', ['lead']],
    ['qa', ['qa']],
    ['qat', ['qa']],
    ['hana hr', ['hrm']],
  ])('%s finds %j', (text, expected) => {
    expect(ids(text).slice(0, expected.length)).toEqual(expected);
  });

  it('of a role that many have stand behind the names that begin so', () => {
    expect(found('se')[0]?.card.name).toBe('Seo Jun');
    expect(found('se').every(({ card }) => card.name.startsWith('Se'))).toBe(true);
    expect(inTable('se')).toEqual(expect.arrayContaining(['Person 0', 'Sergio 0', 'Seo Jun']));
  });

  it('say which role, and mark them in it', () => {
    expect(found('cto')[0]?.because).toEqual({
      field: 'role',
      text: 'Chief Technology Officer',
      marks: [
        [0, 1],
        [6, 7],
        [17, 18],
      ],
    });
    expect(found('hr')[0]?.because).toMatchObject({ field: 'team', text: 'Human Resources' });
  });

  it.each([
    ['Head of Sales', ['hs', 'hos'], ['of', 'os']],
    ['Chief Technology Officer', ['cto'], ['ct', 'to']],
    ['HR Business Partner', ['hrbp'], ['hrb', 'bp']],
    ['Vice-President, Sales', ['vps'], ['vp', 'ps']],
    ['Engineer', [], []],
  ])('of %s are %j, and of parts of it %j', (name, whole, parts) => {
    const initials = initialsOf(name);
    expect([initials.whole.toSorted(), initials.parts.toSorted()]).toEqual([
      whole.toSorted(),
      expect.arrayContaining(parts.filter((one) => one !== 'of')),
    ]);
  });
});

describe('up to three letters', () => {
  beforeAll(() => fill(['Tim Otto', 'Leo Cent', 'Ana Silva', 'Bob Hart', 'Иво Нов']));
  afterAll(() => store.close());

  it.each(['cto', 'ceo', 'tmi', 'bbo', 'anb', 'ива'])('%s is no slip', (text) => {
    expect([names(text), inTable(text)]).toEqual([[], []]);
  });

  it('a short word beside others is none either, and longer ones are', () => {
    expect([names('tmi otto'), names('tim ottto')]).toEqual([[], ['Tim Otto']]);
  });
});
