/** Canned people in several scripts, with the anomalies a page has to show. Not random: the same in every run. */
import { type Sha256, UserId } from '../../contract/ids.ts';
import type { Label, PersonCard, PersonPage, ReportEntry, ShownUser } from '../../contract/person.ts';
import type { Reach } from '../../contract/reach.ts';
import type { Email, Status, User } from '../../contract/user.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

const given = ['Amara', 'Jonas', 'Wei', 'Lucía', 'Ngozi', 'Sofia', 'Dmitri', 'Hana', 'Kwame', 'Łucja', 'Ömer', 'Anaïs'];
const family = [
  'Okafor',
  'Lind',
  'Zhang',
  'Fernández',
  'Eze',
  'Lindqvist',
  'Volkov',
  'Suzuki',
  'Mensah',
  'Nowak',
  'Şahin',
];
const roles = ['Inside sales agent', 'Team lead', 'Trainer', 'Account executive', 'Support engineer'];
const teams = ['Paisapay', 'Acme Cloud', 'Field sales', 'Southern Europe'];

export function idOf(number: number): UserId {
  return UserId.parse(`${number.toString(16).padStart(8, '0')}-e9d4-4959-9fd3-6edf79c2c5a4`);
}

type Made = {
  readonly name?: string;
  readonly status?: Status;
  readonly role?: string;
  readonly reportCount?: number;
};

function labelOf(id: string, name: string | null): Label {
  return { id, name, namedBy: name === null ? null : 'server' };
}

export function cardOf(number: number, made: Made = {}): PersonCard {
  const name =
    made.name ?? `${given[number % given.length] ?? ''} ${family[(number * 7 + (number >> 3)) % family.length] ?? ''}`;
  const username = `${
    name
      .normalize('NFD')
      .replace(/[^a-z ]/gi, '')
      .trim()
      .toLowerCase()
      .replace(/ +/g, '.') || 'user'
  }`;
  const status =
    made.status ??
    (number % 17 === 5 ? 'deleted' : number % 37 === 8 ? 'not-found' : number % 11 === 3 ? 'inactive' : 'active');
  return {
    id: idOf(number),
    name,
    username,
    email: number % 13 === 4 ? null : `${username}@acme.example`,
    status,
    deletedAt: status === 'deleted' ? Date.now() - 40 * day : null,
    notFoundSince: status === 'not-found' ? Date.now() - 12 * day : null,
    availability: status === 'active' ? 'AVAILABLE' : null,
    role: labelOf(`role-${number % roles.length}`, made.role ?? roles[number % roles.length] ?? null),
    team: labelOf(
      '6f1c2f0e-1111-4222-8333-944455566677',
      number % 5 === 4 ? null : (teams[number % teams.length] ?? null),
    ),
    picture: null,
    reportCount: made.reportCount ?? (number % 6 === 0 ? 7 : 0),
    fetchedAt: Date.now() - 2 * minute,
  };
}

const chain = [
  cardOf(9001, { name: 'Amara Okafor', role: 'Chief executive', reportCount: 6 }),
  cardOf(9002, { name: 'Jonas Lind', role: 'Sales director', reportCount: 5 }),
  cardOf(9003, { name: 'Wei Zhang', role: 'Regional manager', reportCount: 9 }),
];
export const priya = cardOf(9004, { name: 'Priya Nair', role: 'Programme lead', reportCount: 3 });

export const lucia: PersonCard = {
  ...cardOf(9010, { name: 'Lucía Fernández', role: 'Inside sales manager', reportCount: 8, status: 'active' }),
  email: 'lucia.fernandez@acme.example',
  username: 'lucia.fernandez',
  team: labelOf('team-1', 'Paisapay'),
};

const reportCards = [
  cardOf(9021, { name: 'Ngozi Eze', status: 'active', role: 'Inside sales agent' }),
  cardOf(9022, { name: 'Sofia Lindqvist', status: 'active', role: 'Inside sales agent' }),
  cardOf(9023, { name: 'Dmitri Volkov', status: 'inactive', role: 'Inside sales agent' }),
  cardOf(9024, { name: '李 明', status: 'active', role: 'Team lead', reportCount: 12 }),
  cardOf(9025, { name: 'Fatima al-Sayed', status: 'active', role: 'Inside sales agent' }),
  cardOf(9026, { name: 'Tomasz Wójcik', status: 'deleted', role: 'Inside sales agent' }),
  cardOf(9027, { name: 'Hana Suzuki', status: 'active', role: 'Trainer' }),
  cardOf(9028, { name: 'محمد بن عبد الرحمن', status: 'unknown', role: 'Team lead', reportCount: 22 }),
];

function email(address: string, made: Partial<Email> = {}): Email {
  return {
    id: `e-${address}`,
    address,
    normalized: address.toLowerCase(),
    type: 'WORK',
    isVerified: true,
    isPrimary: false,
    isListed: true,
    createdAt: Date.now() - 900 * day,
    updatedAt: Date.now() - 12 * day,
    owner: null,
    ...made,
  };
}

export function userOf(card: PersonCard, made: Partial<User> = {}): User {
  const [firstName = null, ...rest] = card.name.split(' ');
  return {
    id: card.id,
    name: card.name,
    nameFrom: 'displayName',
    displayName: card.name,
    firstName,
    middleName: null,
    lastName: rest.at(-1) ?? null,
    username: card.username,
    gender: null,
    dob: null,
    bio: null,
    profileImageUrl: null,
    coverImageUrl: null,
    timezone: '+0530',
    createdAt: Date.UTC(2021, 8, 16, 18, 34),
    updatedAt: Date.now() - 3 * day,
    status: card.status === 'not-found' ? 'active' : card.status,
    isActive: card.status === 'active' || card.status === 'not-found',
    isDeleted: card.status === 'deleted',
    deletedAt: card.deletedAt,
    availability: card.availability,
    team: card.team?.id ?? null,
    role: card.role?.id ?? null,
    emails: card.email === null ? [] : [email(card.email, { isPrimary: true })],
    phones: [],
    reports: [],
    duplicateReports: [],
    notIds: [],
    others: [],
    serverErrors: [],
    unread: [],
    cut: [],
    ...made,
  };
}

/** As the main process would read it, of records without anything odd. */
function reachOf({ emails, phones, timezone, profileImageUrl, coverImageUrl }: ShownUser): Reach {
  const minutes = /^\+(\d\d)(\d\d)$/.exec(timezone ?? '');
  return {
    emails: emails.map(({ address }) => ({ addresses: [address], odd: [] })),
    phones: phones.map(({ number }) => ({
      ...{ dial: number.replaceAll(' ', ''), shown: number },
      ...{ extension: null, others: 0 },
    })),
    zone:
      minutes !== null
        ? { kind: 'offset', minutes: Number(minutes[1]) * 60 + Number(minutes[2]) }
        : timezone?.includes('/')
          ? { kind: 'named', name: timezone, zone: timezone }
          : null,
    opens: { profile: profileImageUrl !== null, cover: coverImageUrl !== null },
  };
}

export function pageOf(card: PersonCard, made: Partial<PersonPage> = {}): PersonPage {
  const user = made.user ?? userOf(card);
  return {
    user,
    reach: reachOf(user),
    card,
    cover: null,
    pictureTroubles: { profile: null, cover: null },
    source: 'server',
    fetchedAt: Date.now() - 2 * minute,
    trouble: null,
    notFoundSince: card.notFoundSince,
    lines: [{ steps: chain, seenAt: Date.now() - 2 * minute, end: 'top' }],
    loop: null,
    reports: [],
    reportTotals: null,
    leftBehind: null,
    summary: { direct: 0, total: 0, notFetched: 0, failed: 0, notFound: 0, layers: 0 },
    peers: [cardOf(11), cardOf(12), cardOf(14)],
    beside: { before: cardOf(11).id, after: cardOf(12).id },
    contradictions: [],
    carried: [],
    statusHistory: [
      {
        at: Date.now() - 100 * day,
        status: user.status,
        isActive: user.isActive,
        isDeleted: user.isDeleted,
        deletedAt: user.deletedAt,
        availability: user.availability,
      },
    ],
    notFoundHistory: card.notFoundSince === null ? [] : [{ since: card.notFoundSince, until: null }],
    ...made,
  };
}

export const luciaPage = (): PersonPage =>
  pageOf(lucia, {
    user: userOf(lucia, {
      bio: 'Runs the inside sales desk for southern Europe. Ask about onboarding new regions, pricing exceptions and the partner hand-over.',
      gender: 'female',
      dob: Date.UTC(1988, 4, 3),
      phones: [{ number: '+34 91 555 01 27', type: null, isPrimary: true }],
      emails: [
        email('lucia.fernandez@acme.example', { isPrimary: true }),
        email('lucia@paisapay.example', { isVerified: false, type: null }),
        email('Lucia.F@private.example', { type: 'PERSONAL', isVerified: null, updatedAt: null }),
      ],
      reports: reportCards.map(({ id }) => id),
    }),
    lines: [
      { steps: chain, seenAt: Date.now() - 2 * minute, end: 'top' },
      { steps: [...chain.slice(0, 1), priya], seenAt: Date.now() - 6 * day, end: 'top' },
    ],
    reports: reportCards.map((card): ReportEntry => ({ state: 'known', id: card.id, card, isTheirs: true })),
    summary: { direct: 8, total: 42, notFetched: 0, failed: 0, notFound: 0, layers: 3 },
  });

const long: PersonCard = {
  ...cardOf(9040, {
    name: 'Maximiliana Wilhelmina Konstantinopolitanska-Featherstonehaugh von und zu Brandenburg-Schwedt de la Santísima Trinidad Ruiz y Picasso',
    status: 'deleted',
  }),
  notFoundSince: Date.now() - 2 * day,
};

/** Everything that goes wrong in one record. */
export const troublePage = (): PersonPage =>
  pageOf(long, {
    user: userOf(long, {
      isActive: true,
      availability: 'ON_A_CALL',
      timezone: 'Asia/Kathmandu',
      emails: [email('a@b', { isPrimary: true, isVerified: false, isListed: false, owner: idOf(77), type: null })],
      others: [{ field: 'onboardingData', json: '{\n  "step": 3,\n  "done": false\n}' }],
      serverErrors: ['Partial data: profile service is down'],
      unread: [
        { field: 'emails[2].isVerified', expected: 'true or false', came: '"maybe"' },
        { field: 'dob', expected: 'milliseconds', came: '{"year":1988}' },
        { field: 'phones[0]', expected: 'text', came: '12' },
      ],
    }),
    source: 'local',
    fetchedAt: Date.now() - 12 * day,
    trouble: { kind: 'offline' },
    lines: [
      { steps: [cardOf(31), cardOf(32), cardOf(22, { status: 'deleted' })], seenAt: Date.now() - hour, end: 'loop' },
    ],
    loop: { people: [long, cardOf(31), cardOf(32), cardOf(22, { status: 'deleted' })], more: 0 },
    reports: [
      { state: 'known', id: idOf(41), card: cardOf(41), isTheirs: true },
      { state: 'waiting', id: idOf(42) },
      { state: 'not-found', id: idOf(43), since: Date.now() - 2 * day },
      { state: 'failed', id: idOf(44), failure: { kind: 'rate-limited', retryAfterSeconds: 30 } },
      { state: 'not-an-id', text: '../../etc/passwd' },
      { state: 'known', id: idOf(45), card: cardOf(45), isTheirs: true },
    ],
    summary: { direct: 6, total: 42, notFetched: 5, failed: 0, notFound: 1, layers: 4 },
    contradictions: [
      'deleted-yet-active',
      'primary-email-not-listed',
      'primary-email-unverified',
      'email-of-another-user',
    ],
    statusHistory: [
      {
        at: Date.now() - 3 * day,
        status: 'deleted',
        isActive: true,
        isDeleted: true,
        deletedAt: Date.now() - 40 * day,
        availability: 'ON_A_CALL',
      },
      {
        at: Date.now() - 60 * day,
        status: 'active',
        isActive: true,
        isDeleted: false,
        deletedAt: null,
        availability: 'AVAILABLE',
      },
      {
        at: Date.now() - 200 * day,
        status: 'unknown',
        isActive: null,
        isDeleted: null,
        deletedAt: null,
        availability: null,
      },
    ],
  });

const missing = cardOf(9070, { name: 'Noor Haddad', status: 'not-found', reportCount: 3 });

/** Was found, then not, then again, and is not found now; three people are listed, and two are still there. */
export const missingPage = (): PersonPage => {
  const reports = [cardOf(61), cardOf(62, { status: 'deleted' }), cardOf(64)];
  return pageOf(missing, {
    source: 'local',
    fetchedAt: Date.now() - 13 * day,
    trouble: { kind: 'not-found', id: missing.id },
    lines: [
      {
        steps: [
          cardOf(9001, { name: 'Amara Okafor' }),
          cardOf(22, { status: 'not-found' }),
          cardOf(33, { status: 'deleted' }),
        ],
        seenAt: Date.now() - hour,
        end: 'top',
      },
    ],
    reports: reports.map((card): ReportEntry => ({ state: 'known', id: card.id, card, isTheirs: true })),
    summary: { direct: 3, total: 3, notFetched: 0, failed: 0, notFound: 0, layers: 1 },
    notFoundHistory: [
      { since: Date.now() - 12 * day, until: null },
      { since: Date.now() - 50 * day, until: Date.now() - 49 * day },
    ],
  });
};

const manyCard = cardOf(9050, { name: 'Ravi Krishnamurthy', reportCount: 240, status: 'active' });

/** A span of 240, nobody above, a cover. */
export const manyPage = (cover: Sha256 | null): PersonPage =>
  pageOf(manyCard, {
    lines: [],
    peers: [],
    beside: { before: null, after: null },
    cover,
    reports: Array.from({ length: 240 }, (_, index): ReportEntry => {
      const card = cardOf(2000 + index);
      return index % 40 === 7
        ? { state: 'waiting', id: card.id }
        : { state: 'known', id: card.id, card, isTheirs: true };
    }),
    summary: { direct: 240, total: 1240, notFetched: 6, failed: 0, notFound: 0, layers: 2 },
  });

const rtl = cardOf(9060, { name: 'עדי בן־דוד', status: 'inactive' });
export const rtlPage = (): PersonPage =>
  pageOf(rtl, {
    user: userOf(rtl, {
      availability: 'AVAILABLE',
      bio: 'מנהל את צוות התמיכה באזור הצפון.',
      timezone: 'somewhere',
      emails: [],
      username: null,
    }),
    contradictions: ['inactive-yet-available'],
    peers: [],
    beside: { before: null, after: null },
  });

export const everybody: readonly PersonCard[] = [
  lucia,
  long,
  manyCard,
  rtl,
  priya,
  missing,
  ...chain,
  ...reportCards,
  ...Array.from({ length: 1200 }, (_, index) => cardOf(index)),
];
