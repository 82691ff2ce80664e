/**
 * An organisation of any size that is computed, not kept: each person follows from the seed and an index, in
 * microseconds and always the same. Memory does not grow with the size.
 */
import { createAssignments, type NamedId } from './assignment.ts';
import { type Blemish, type Blemishes, createBlemishes } from './blemishes.ts';
import { contactsOf } from './contacts.ts';
import { createDraw, purpose } from './draw.ts';
import { createIds, type Ids } from './ids.ts';
import { cultureNamed, cultureNames, type Naming, nameOf } from './naming.ts';
import { blemishName } from './odd-names.ts';
import { sentAs } from './odd-records.ts';
import type { Office } from './offices.ts';
import { profileOf } from './profile.ts';
import { createReportees } from './reportees.ts';
import { createShape, type Shape } from './shape.ts';
import { statusOf } from './status.ts';
import type { SentUser, UserRecord } from './user-record.ts';

export type Organisation = {
  readonly people: number;
  readonly seed: number;
  /** The id of the top person: a healthy record with eight direct reports. */
  readonly start: string;
  readonly ids: Ids;
  readonly shape: Shape;
  readonly blemishes: Blemishes;
  /** The person of an id, or null where nobody has it. */
  readonly indexOf: (id: string) => number | null;
  /** The record before any blemish of form; what it says is already blemished. */
  readonly recordOf: (index: number) => UserRecord;
  /** What Fetch User sends as `_data`. */
  readonly userOf: (index: number) => SentUser;
  /** What Fetch User sends as `_errors` beside the data. */
  readonly errorsOf: (index: number) => readonly { readonly code: string; readonly message: string }[];
  /** Whom a manager lists although somebody else leads them, as an index, or null. */
  readonly alsoListed: (index: number) => number | null;
  /** The manager that a person leads in turn, where nobody stands above the two, or null. */
  readonly closing: (index: number) => number | null;
  /** The person who is listed and answered with 403. Null in an organisation of fewer than 800. */
  readonly withheld: string | null;
  readonly officeOf: (index: number) => Office;
  readonly teams: readonly NamedId[];
  readonly pods: readonly NamedId[];
  readonly roles: readonly NamedId[];
};

/** Where the names that need no number are looked for; people beyond it all have one in their address. */
const numberFree = 5000;

export const createOrganisation = ({
  people,
  seed,
  origin,
}: {
  /** 100 to 1,000,000. */
  people: number;
  seed: number;
  /** Where pictures are served, such as `http://127.0.0.1:4000`. */
  origin: string;
}): Organisation => {
  if (!Number.isInteger(people) || people < 100 || people > 1_000_000)
    throw new RangeError('the demo directory has 100 to 1,000,000 people');
  const draw = createDraw(seed);
  const ids = createIds(draw);
  const blemishes = createBlemishes(draw, () => shape);
  const shape: Shape = createShape(people, draw, blemishes.leafIsHealthy);
  const assignments = createAssignments(draw, ids, shape);
  const reportees = createReportees(draw, ids, shape, blemishes);
  const staff = Array.from({ length: 8 }, (_, at) => at + 1).filter((at) => shape.managerRank(at) === null);
  const staffPair = [staff[0] ?? 0, staff[1] ?? 0] as const;

  const namingOf = (index: number, office: Office, blemish: Blemish | null): Naming => {
    const local = draw.part(index, purpose.culture) < 0.72;
    const culture = draw.from(index, purpose.culture + 1000, local ? office.cultures : cultureNames);
    return blemishName(draw, index, blemish, nameOf(draw, index, cultureNamed(culture)));
  };
  const plainPart = ({ given, family }: Naming): string => `${given}.${family}`;

  const first = new Map<string, number>();
  for (let index = 0; index < Math.min(people, numberFree); index += 1) {
    const part = plainPart(namingOf(index, assignments.of(index).office, blemishes.of(index)));
    if (!first.has(part)) first.set(part, index);
  }
  const localPartOf = (index: number, naming: Naming): string => {
    const part = plainPart(naming);
    return first.get(part) === index ? part : `${part}${index}`;
  };

  const recordOf = (index: number): UserRecord => {
    const blemish = blemishes.of(index);
    const { team, role, office, layer } = assignments.of(index);
    const naming = namingOf(index, office, blemish);
    const id = ids.idOf(index);
    const status = statusOf(draw, index, {
      layer,
      leads: shape.reportsOf(index).end > 0 || index >= shape.sideFirst,
      blemish,
      staff: staffPair,
    });
    const { createdAt, updatedAt } = status;
    const localPart = localPartOf(index, naming);
    const contacts = contactsOf(draw, ids, {
      index,
      id,
      localPart,
      office,
      createdAt,
      updatedAt,
      blemish,
      stretch: blemish === 'shared-email' ? blemishes.stretchOf(index) : 0,
      anotherId: blemish === 'email-of-another' ? ids.idOf((index + 17) % shape.sideFirst) : '',
    });
    const profile = profileOf(draw, index, { id, female: naming.female, team: team.name, office, layer, origin });
    return {
      phones: contacts.phones,
      emails: contacts.emails,
      id,
      createdAt,
      updatedAt,
      username:
        blemish === 'no-name-nor-username'
          ? ''
          : draw.part(index, purpose.usernameForm) < 0.15
            ? localPart.replace('.', '_')
            : localPart,
      firstName: naming.firstName,
      lastName: naming.lastName,
      middleName: naming.middleName,
      displayName: naming.displayName,
      gender: profile.gender,
      dob: profile.dob,
      bio: profile.bio,
      profileImageUrl: profile.profileImageUrl,
      coverImageUrl: profile.coverImageUrl,
      timezone: profile.timezone,
      data: profile.data,
      onboardingData: profile.onboardingData,
      isActive: status.isActive,
      isDeleted: status.isDeleted,
      deletedAt: status.deletedAt,
      availabilityStatus: status.availabilityStatus,
      team: team.id,
      role: role.id,
      primaryEmail: contacts.primary,
      primaryPhone: contacts.primaryPhone,
      profile: null,
      reportees: reportees.of(index),
    };
  };

  return {
    people,
    seed,
    start: ids.idOf(0),
    ids,
    shape,
    blemishes,
    indexOf: (id) => {
      const index = ids.indexOf(id);
      return index === null || index >= people ? null : index;
    },
    recordOf,
    userOf: (index) => sentAs(recordOf(index), blemishes.of(index), index),
    errorsOf: (index) =>
      blemishes.of(index) === 'errors-beside-data'
        ? [
            {
              code: 'PROFILE_INCOMPLETE',
              message: 'The profile could not be read in full; some fields may be out of date.',
            },
          ]
        : [],
    alsoListed: reportees.alsoListed,
    closing: reportees.closing,
    withheld: reportees.withheld,
    officeOf: (index) => assignments.of(index).office,
    teams: assignments.teams,
    pods: assignments.pods,
    roles: assignments.roles,
  };
};
