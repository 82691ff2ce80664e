/** The demo organisation: the same every time, of any size, shaped as promised, and wrong only where it says so. */
import { describe, expect, it } from 'vitest';
import { anomaliesOf } from '../../../demo/anomalies.ts';
import { createOrganisation, type Organisation } from '../../../demo/organisation.ts';
import { referenceDate } from '../../../demo/status.ts';

const origin = 'http://127.0.0.1:4000';
const organisation = (people = 1200, seed = 1): Organisation => createOrganisation({ people, seed, origin });
const bytes = ({ people, userOf }: Organisation): string =>
  Array.from({ length: people }, (_, index) => JSON.stringify(userOf(index))).join('\n');

/** Everybody whom a walk through the direct reports meets, with how many steps it took. */
const walk = ({ start, indexOf, recordOf }: Organisation): Map<string, number> => {
  const met = new Map([[start, 0]]);
  for (const [id, steps] of met)
    for (const report of recordOf(indexOf(id) ?? Number.NaN).reportees)
      if (indexOf(report) !== null && !met.has(report)) met.set(report, steps + 1);
  return met;
};

describe('the same seed', () => {
  it('gives the same bytes, and another seed gives others', () => {
    expect(bytes(organisation())).toBe(bytes(organisation()));
    expect(bytes(organisation(1200, 2))).not.toBe(bytes(organisation()));
    expect(organisation(1200, 2).start).not.toBe(organisation().start);
  });

  it('gives each person the same whatever was asked before', () => {
    const asked = organisation();
    const backwards = Array.from({ length: 1200 }, (_, at) => JSON.stringify(asked.userOf(1199 - at)));
    expect(backwards.reverse().join('\n')).toBe(bytes(organisation()));
  });
});

describe.each([100, 101, 449, 450, 800, 1200, 3333, 10_000])('an organisation of %i', (people) => {
  const org = organisation(people);

  it('has an id for everybody that leads back, and no other id leads anywhere', () => {
    const ids = Array.from({ length: people }, (_, index) => org.ids.idOf(index));
    expect(new Set(ids).size).toBe(people);
    expect(ids.every((id, index) => org.indexOf(id) === index)).toBe(true);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
      true,
    );
    expect(org.indexOf(org.ids.idOf(people))).toBeNull();
    expect(org.indexOf(`${org.start.slice(0, -1)}${org.start.endsWith('0') ? '1' : '0'}`)).toBeNull();
    expect(org.indexOf(org.start.toUpperCase())).toBeNull();
    for (const odd of ['', '..', 'me', '9763caa1-cef3-497f-b3b2-f551456b2831']) expect(org.indexOf(odd)).toBeNull();
  });

  it('is met in full on a walk from the top, but for those it says cannot be', () => {
    const met = walk(org);
    const { unreachable } = anomaliesOf(org);
    expect(met.size).toBe(people - unreachable.length);
    expect(unreachable.filter((id) => met.has(id))).toEqual([]);
  });

  it('has eight layers, and spans of 3 to 12 or of over 200', () => {
    const { shape } = org;
    const spans = Array.from({ length: shape.sideFirst }, (_, index) => shape.reportsOf(index))
      .map(({ first, end }) => end - first)
      .filter((span) => span > 0);
    expect(new Set(Array.from({ length: shape.sideFirst }, (_, index) => shape.layerOf(index)))).toEqual(
      new Set([0, 1, 2, 3, 4, 5, 6, 7]),
    );
    expect(spans.filter((span) => (span < 3 || span > 12) && span <= 200)).toEqual([]);
    expect(spans.filter((span) => span > 200)).toHaveLength(shape.broadTeams.length);
  });

  it('agrees with itself on who leads whom', () => {
    const { shape } = org;
    let led = 0;
    for (let index = 0; index < shape.sideFirst; index += 1) {
      const { first, end } = shape.reportsOf(index);
      for (let report = first; report < end; report += 1) {
        expect(shape.managerOf(report)).toBe(index);
        led += 1;
      }
    }
    expect(led).toBe(shape.sideFirst - 1);
  });

  it('gives everybody an address of their own', () => {
    const own = Array.from({ length: people }, (_, index) => org.recordOf(index).primaryEmail).flatMap((email) =>
      email === null || typeof email === 'string' ? [] : [email.normalizedEmail],
    );
    expect(new Set(own).size).toBe(own.length);
    expect(own.filter((address) => !/^[a-z]+\.[a-z]+\d*@acme\.example$/.test(address))).toEqual([]);
  });

  it('shows every anomaly', () => {
    const empty = Object.entries(anomaliesOf(org)).filter(([, ids]) => ids.length === 0);
    const isExpected = (kind: string) =>
      kind.startsWith('withheld') ? people >= 800 : kind !== 'broad-team' || people >= 450;
    expect(empty.map(([kind]) => kind).filter(isExpected)).toEqual([]);
  });

  it('names every team and role that is in use', () => {
    const teams = new Set([...org.teams, ...org.pods].map(({ id }) => id));
    const roles = new Set(org.roles.map(({ id }) => id));
    expect(teams.size).toBe(org.teams.length + org.pods.length);
    expect(roles.size).toBe(org.roles.length);
    for (let index = 0; index < people; index += 1) {
      const { team, role } = org.recordOf(index);
      expect(teams.has(team) && roles.has(role)).toBe(true);
    }
  });
});

describe('the organisation that is shown first', () => {
  const org = organisation();
  const top = org.recordOf(0);

  it('has a top whose record is whole and healthy', () => {
    expect(top).toMatchObject({ id: org.start, isActive: true, isDeleted: false, deletedAt: null });
    expect(top.emails).toHaveLength(3);
    expect(top.emails[0]).toEqual(top.primaryEmail);
    expect(top.phones).toHaveLength(2);
    expect(top.bio).not.toBe('');
    expect(top.profileImageUrl).toBe(`${origin}/picture/${org.start}.png`);
    expect(top.coverImageUrl).toBe(`${origin}/picture/${org.start}-cover.png`);
  });

  it('has eight people report to the top, one of them inactive and one deleted', () => {
    const reports = top.reportees.map((id) => org.recordOf(org.indexOf(id) ?? Number.NaN));
    expect(reports).toHaveLength(8);
    expect(reports.filter(({ isActive, isDeleted }) => !isActive && !isDeleted)).toHaveLength(1);
    expect(reports.filter(({ isDeleted, deletedAt }) => isDeleted && deletedAt !== null)).toHaveLength(1);
    expect(reports.filter(({ reportees }) => reportees.length >= 3)).toHaveLength(6);
  });

  it('has three teams of over 200 and shows every anomaly at least three times, and once a branch that is given to nobody', () => {
    expect(org.shape.broadTeams).toHaveLength(3);
    const counts = Object.entries(anomaliesOf(org)).map(([kind, ids]) => [kind, ids.length] as const);
    expect(counts.filter(([, count]) => count < 3)).toEqual([
      ['withheld-id', 1],
      ['withheld-report', 1],
    ]);
  });

  it('puts people into their manager’s team from the third layer down', () => {
    const { shape } = org;
    for (let index = 0; index < shape.sideFirst; index += 1) {
      const manager = shape.managerOf(index);
      if (manager === null || shape.layerOf(index) < 3) continue;
      if (!shape.broadTeams.some((team) => team.manager === index))
        expect(org.recordOf(index).team).toBe(org.recordOf(manager).team);
    }
  });

  it('says nothing of times after it was taken', () => {
    for (let index = 0; index < org.people; index += 1) {
      const { createdAt, updatedAt, deletedAt, emails } = org.recordOf(index);
      const times = [createdAt, updatedAt, deletedAt, ...emails.flatMap((email) => [email.createdAt, email.updatedAt])];
      for (const time of times)
        expect(time === null || (Number(time) > Date.UTC(2014, 0) && Number(time) <= referenceDate)).toBe(true);
      expect(Number(updatedAt)).toBeGreaterThanOrEqual(Number(createdAt));
    }
  });

  it('holds names in many scripts', () => {
    const names = Array.from({ length: org.people }, (_, index) => {
      const { displayName, firstName, middleName, lastName } = org.recordOf(index);
      return [displayName, firstName, middleName, lastName].join(' ');
    });
    const scripts =
      'Latin Cyrillic Greek Arabic Hebrew Devanagari Bengali Tamil Thai Han Hiragana Hangul Ethiopic Georgian Armenian'.split(
        ' ',
      );
    for (const script of scripts) {
      const written = new RegExp(`\\p{Script=${script}}`, 'u');
      expect(names.filter((name) => written.test(name)).length, script).toBeGreaterThan(0);
    }
    for (const letter of 'łışđøßæþñễọāũğ')
      expect(
        names.some((name) => name.toLowerCase().normalize('NFC').includes(letter)),
        letter,
      ).toBe(true);
  });
});

describe('an organisation of a million', () => {
  it('is built and asked anywhere without being held', () => {
    const org = organisation(1_000_000);
    const before = process.memoryUsage().heapUsed;
    for (let nth = 0; nth < 5000; nth += 1) {
      const index = (nth * 199_999) % 1_000_000;
      const { id, reportees } = org.recordOf(index);
      expect(org.indexOf(id)).toBe(index);
      const { first, end } = org.shape.reportsOf(index);
      if (end > first && index < org.shape.sideFirst) expect(org.shape.managerOf(end - 1)).toBe(index);
      if (end > first && org.blemishes.of(index) === null) expect(reportees).toHaveLength(end - first);
    }
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(128 * 1024 * 1024);
    expect(org.shape.layers.map(({ people }) => people).reduce((sum, people) => sum + people, 0)).toBe(org.shape.trunk);
    expect(org.shape.broadTeams).toHaveLength(48);
  });

  it('lets every report be climbed to the top in seven steps at most', () => {
    const { shape } = organisation(1_000_000);
    for (let nth = 0; nth < 20_000; nth += 1) {
      let at: number | null = (nth * 49_999) % shape.sideFirst;
      let steps = 0;
      for (let above = shape.managerOf(at); above !== null; above = shape.managerOf(above)) {
        at = above;
        steps += 1;
      }
      expect(at).toBe(0);
      expect(steps).toBeLessThanOrEqual(7);
    }
  });
});

it('refuses sizes it was not made for', () => {
  for (const people of [0, 99, 1_000_001, 100.5, Number.NaN]) expect(() => organisation(people)).toThrow(RangeError);
});

it('keeps its shape for other seeds', () => {
  for (let seed = 2; seed < 14; seed += 1) {
    const org = organisation(1200, seed);
    expect(walk(org).size).toBe(1200 - anomaliesOf(org).unreachable.length);
    expect(Object.entries(anomaliesOf(org)).filter(([, ids]) => ids.length === 0)).toEqual([]);
  }
});
