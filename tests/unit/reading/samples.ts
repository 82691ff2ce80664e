/** Replies as they come: the reference's sample, the first version's real values, the second version's words. */
import type { Outcome } from '../../../contract/failures.ts';
import { UserId } from '../../../contract/ids.ts';
import type { User } from '../../../contract/user.ts';
import { readUser } from '../../../electron/reading/read-user.ts';

export const ashaId = UserId.parse('9763caa1-cef3-497f-b3b2-f551456b2831');
export const benId = UserId.parse('11111111-2222-4333-8444-555555555555');
export const chiaraId = UserId.parse('22222222-3333-4444-8555-666666666666');

export type Fields = Record<string, unknown>;

const sampleEmail = (): Fields => ({
  id: 'string',
  createdAt: 0,
  updatedAt: 0,
  email: 'string',
  normalizedEmail: 'string',
  type: 'string',
  isVerified: true,
  user: 'string',
});

/** The reference's own example. */
export const referenceSample = (): Fields => ({
  _data: {
    phones: ['string'],
    emails: [sampleEmail()],
    id: 'string',
    createdAt: 0,
    updatedAt: 0,
    username: 'string',
    firstName: 'string',
    lastName: 'string',
    middleName: 'string',
    displayName: 'string',
    gender: 'string',
    dob: 0,
    bio: 'string',
    profileImageUrl: 'string',
    coverImageUrl: 'string',
    timezone: 'string',
    data: null,
    onboardingData: null,
    isActive: true,
    isDeleted: true,
    deletedAt: null,
    availabilityStatus: 'string',
    team: 'string',
    role: 'string',
    primaryEmail: sampleEmail(),
    primaryPhone: null,
    profile: null,
    reportees: ['string'],
  },
});

export const workEmail = (): Fields => ({
  id: 'e0000000-0000-4000-8000-000000000001',
  createdAt: 1631817298108,
  updatedAt: 1631817300000,
  email: 'Asha.Rao@example.com',
  normalizedEmail: 'asha.rao@example.com',
  type: '',
  isVerified: true,
  user: ashaId,
});

export const homeEmail = (): Fields => ({
  id: 'e0000000-0000-4000-8000-000000000002',
  createdAt: 1641817298108,
  updatedAt: 1641817298108,
  email: 'asha@home.example',
  normalizedEmail: 'asha@home.example',
  type: 'PERSONAL',
  isVerified: false,
  user: ashaId,
});

export const v1Data = (): Fields => ({
  phones: [],
  emails: [homeEmail(), workEmail()],
  id: ashaId,
  createdAt: 1631817298108,
  updatedAt: 1661817298108,
  username: 'asha',
  firstName: 'Asha',
  lastName: 'Rao',
  middleName: '',
  displayName: '',
  gender: '',
  dob: 0,
  bio: '',
  profileImageUrl: 'https://pictures.example/asha.png',
  coverImageUrl: '',
  timezone: '+0530',
  data: null,
  onboardingData: null,
  isActive: true,
  isDeleted: false,
  deletedAt: null,
  availabilityStatus: 'AVAILABLE',
  team: 'AAAAAAAA-0000-4000-8000-000000000001',
  role: 'bbbbbbbb-0000-4000-8000-000000000001',
  primaryEmail: workEmail(),
  primaryPhone: null,
  profile: null,
  reportees: [benId, chiaraId],
});

/** A first-version reply, with some of its data replaced; a field set to `undefined` is missing. */
export const v1 = (changes: Fields = {}): Fields => ({ _data: withFields(v1Data(), changes), _meta: {}, _errors: [] });

export const v2 = (changes: Fields = {}): Fields => ({
  _data: withFields(
    {
      ...v1Data(),
      createdAt: '2021-09-17T00:04:58+0530',
      updatedAt: '2022-08-30T05:24:58+05:30',
      dob: '1990-05-01T00:00:00+0530',
      team: 'Support',
      role: 'Team lead',
      emails: ['asha.rao@example.com', 'asha@home.example'],
      primaryEmail: 'Asha.Rao@example.com',
    },
    changes,
  ),
  _meta: {},
  _errors: [],
});

const withFields = (fields: Fields, changes: Fields): Fields => {
  const changed = { ...fields, ...changes };
  for (const key of Object.keys(changes)) if (changes[key] === undefined) delete changed[key];
  return changed;
};

/** The user out of an outcome that has to be one. */
export const userIn = (outcome: Outcome<User>): User => {
  if (!outcome.ok) throw new Error(`no user: ${JSON.stringify(outcome.failure)}`);
  return outcome.value;
};

export const read = (changes: Fields = {}): User => userIn(readUser(v1(changes), ashaId));

/** Where a reply was bad, or `'read'`. */
export const whereBad = (outcome: Outcome<unknown>): string => {
  if (outcome.ok) return 'read';
  return outcome.failure.kind === 'bad-reply' ? outcome.failure.where : outcome.failure.kind;
};

export const unreadFields = (user: User): string[] => user.unread.map((it) => it.field);
