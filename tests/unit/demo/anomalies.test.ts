/** Everything that is wrong with the demo directory is where it is said to be, and nowhere else. */
import { describe, expect, it } from 'vitest';
import { type Anomalies, anomaliesOf } from '../../../demo/anomalies.ts';
import { createOrganisation } from '../../../demo/organisation.ts';

describe('each anomaly is what its name says', () => {
  const org = createOrganisation({ people: 1200, seed: 1, origin: 'http://127.0.0.1:4000' });
  const found: Anomalies = anomaliesOf(org);
  const record = (id: string) => org.recordOf(org.indexOf(id) ?? Number.NaN);
  const sent = (id: string): Record<string, unknown> => ({ ...org.userOf(org.indexOf(id) ?? Number.NaN) });
  const listers = new Map<string, string[]>();
  for (let index = 0; index < org.people; index += 1)
    for (const report of new Set(org.recordOf(index).reportees))
      listers.set(report, [...(listers.get(report) ?? []), org.ids.idOf(index)]);
  const below = new Set([org.start]);
  for (const id of below) for (const report of org.indexOf(id) === null ? [] : record(id).reportees) below.add(report);
  const name = (id: string) =>
    Object.values(record(id)).length &&
    [record(id).firstName, record(id).middleName, record(id).lastName].join(' ').trim();

  const checks: { [kind in keyof Anomalies]: (id: string) => boolean } = {
    'broad-team': (id) => record(id).reportees.length > 200,
    'two-managers': (id) => (listers.get(id)?.length ?? 0) >= 2,
    unlisted: (id) => !listers.has(id) && id !== org.start,
    'closed-circle': (id) => {
      const leaders = listers.get(id) ?? [];
      return leaders.length === 1 && leaders.every((by) => by !== id && listers.get(by)?.join() === id);
    },
    unreachable: (id) => !below.has(id),
    'dangling-id': (id) => org.indexOf(id) === null && listers.has(id) && id !== org.withheld,
    'dangling-report': (id) =>
      record(id).reportees.some((report) => org.indexOf(report) === null && report !== org.withheld),
    'withheld-id': (id) => id === org.withheld && org.indexOf(id) === null && listers.has(id),
    'withheld-report': (id) => org.withheld !== null && record(id).reportees.includes(org.withheld),
    cycle: (id) => {
      let at = id;
      for (let step = 0; step < 3 && org.indexOf(at) !== null; step += 1) at = record(at).reportees[0] ?? '';
      return at === id && record(id).reportees[0] !== id;
    },
    'date-yet-not-deleted': (id) => !record(id).isDeleted && record(id).deletedAt !== null,
    'deleted-manager': (id) =>
      record(id).isDeleted && record(id).deletedAt !== null && record(id).reportees.length >= 3,
    'deleted-without-date': (id) => record(id).isDeleted && record(id).deletedAt === null,
    'deleted-yet-active': (id) => record(id).isDeleted && record(id).isActive,
    'deleted-yet-available': (id) => record(id).isDeleted && record(id).availabilityStatus === 'AVAILABLE',
    'duplicate-report': (id) => new Set(record(id).reportees).size < record(id).reportees.length,
    'email-of-another': (id) => record(id).emails.some(({ user }) => user !== id && org.indexOf(user) !== null),
    'emoji-name': (id) => /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(record(id).displayName),
    'errors-beside-data': (id) => org.errorsOf(org.indexOf(id) ?? Number.NaN).length === 1,
    'humanised-values': (id) => typeof sent(id).createdAt === 'string' || Number(sent(id).createdAt) < 1e11,
    'inactive-manager': (id) => !record(id).isActive && !record(id).isDeleted && record(id).reportees.length >= 3,
    'inactive-yet-available': (id) =>
      !record(id).isActive && !record(id).isDeleted && record(id).availabilityStatus === 'AVAILABLE',
    'markup-name': (id) => /<script>.*'/.test(record(id).displayName),
    'missing-fields': (id) => !('phones' in sent(id)) && 'id' in sent(id),
    'no-email': (id) => record(id).emails.length === 0 && record(id).primaryEmail === null,
    'no-name': (id) => name(id) === '' && record(id).displayName === '' && record(id).username !== '',
    'no-name-nor-username': (id) => name(id) === '' && record(id).displayName === '' && record(id).username === '',
    'not-an-id': (id) => record(id).reportees.some((report) => !/^[0-9a-f-]{36}$/.test(report)),
    'primary-not-listed': (id) => {
      const { primaryEmail, emails } = record(id);
      return (
        primaryEmail !== null &&
        typeof primaryEmail !== 'string' &&
        emails.every((email) => email.id !== primaryEmail.id)
      );
    },
    'primary-unverified': (id) => {
      const { primaryEmail } = record(id);
      return primaryEmail !== null && typeof primaryEmail !== 'string' && !primaryEmail.isVerified;
    },
    'right-to-left-name': (id) => /^\p{Script=Arabic}|^\p{Script=Hebrew}/u.test(record(id).firstName),
    'second-manager': (id) => record(id).reportees.some((report) => (listers.get(report)?.length ?? 0) >= 2),
    'self-report': (id) => record(id).reportees.includes(id),
    'shared-email': (id) => {
      const mine = new Set(record(id).emails.map(({ email }) => email));
      return found['shared-email'].some(
        (other) => other !== id && record(other).emails.some(({ email }) => mine.has(email)),
      );
    },
    'single-word-name': (id) => /^\S+$/.test(String(name(id))) && record(id).displayName === '',
    'skips-a-level': (id) => record(id).reportees.some((report) => (listers.get(report)?.length ?? 0) >= 2),
    'unknown-availability': (id) => !/^(AVAILABLE|AWAY|BUSY|ON_LEAVE|OFFLINE)$/.test(record(id).availabilityStatus),
    'very-long-name': (id) => String(name(id)).length >= 120,
    'wrong-types': (id) => typeof sent(id).bio === 'number' && typeof sent(id).phones === 'string',
  };

  it.each(Object.keys(checks) as (keyof Anomalies)[])('%s', (kind) => {
    expect(found[kind].filter((id) => !checks[kind](id))).toEqual([]);
    expect(found[kind].length).toBeGreaterThan(0);
  });

  it('and nobody else has one', () => {
    const told = new Set(Object.values(found).flat());
    const healthy = Array.from({ length: org.people }, (_, index) => org.ids.idOf(index)).filter((id) => !told.has(id));
    // These can be seen at healthy people too: at those beside the one who has it.
    const perPerson = (Object.keys(checks) as (keyof Anomalies)[]).filter(
      (kind) =>
        !['right-to-left-name', 'second-manager', 'skips-a-level', 'shared-email', 'unreachable'].includes(kind),
    );
    for (const kind of perPerson)
      expect(
        healthy.filter((id) => checks[kind](id)),
        kind,
      ).toEqual([]);
    expect(healthy.length).toBeGreaterThan(900);
  });
});
