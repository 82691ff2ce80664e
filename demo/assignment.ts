/** Which team a person belongs to, what they are called there and where they work: all from their place in the tree. */
import {
  deskGrades,
  deskStaffGrade,
  divisions,
  floorDivisions,
  floorGrades,
  floorRole,
  floorStaffGrade,
  floors,
  managerGrades,
  staffRoles,
  topRole,
  topTeam,
} from './divisions.ts';
import { type Draw, mix, purpose } from './draw.ts';
import type { Ids } from './ids.ts';
import { type Office, offices } from './offices.ts';
import type { Shape } from './shape.ts';

export type NamedId = { readonly id: string; readonly name: string };

export type Assignment = {
  readonly team: NamedId;
  readonly role: NamedId;
  readonly office: Office;
  /** 0 at the top, up to 7. */
  readonly layer: number;
};

export type Assignments = {
  readonly of: (index: number) => Assignment;
  readonly teams: readonly NamedId[];
  /** The teams of more than two hundred. */
  readonly pods: readonly NamedId[];
  readonly roles: readonly NamedId[];
};

const textHash = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
};

export const createAssignments = (draw: Draw, ids: Ids, shape: Shape): Assignments => {
  const known = new Map<string, NamedId>();
  const named = (kind: 'team' | 'role', name: string): NamedId => {
    const key = `${kind}:${name}`;
    const found = known.get(key) ?? { id: ids.idFor(textHash(key), 1), name };
    known.set(key, found);
    return found;
  };
  const division = (rank: number) => {
    const found = divisions[rank];
    if (found === undefined) throw new RangeError(`no division ${rank}`);
    return found;
  };
  const gradesOf = (rank: number): readonly string[] => (floorDivisions.includes(rank) ? floorGrades : deskGrades);
  const staffGradeOf = (rank: number): string => (floorDivisions.includes(rank) ? floorStaffGrade : deskStaffGrade);
  const craftRole = (grade: string, craft: string): NamedId =>
    named('role', grade === '' ? craft : `${grade} ${craft}`);
  const homeOffice = (index: number): Office => draw.from(index, purpose.homeOffice, offices);
  const officeNear = (index: number, home: Office, share: number): Office =>
    draw.part(index, purpose.ownOffice) < share ? home : draw.from(index, purpose.ownOffice + 1000, offices);

  // Floors of a kind in the same city share a name, and so an id: they are one pod, as they would be in life.
  const podOf = new Map(
    shape.broadTeams.map(({ manager }, nth) => {
      const { name, crafts } = floors[nth % floors.length] ?? { name: '', crafts: [] };
      return [manager, { team: named('team', `${name} ${homeOffice(manager).city}`), crafts }];
    }),
  );

  const craftOf = (index: number, rank: number, crafts: readonly string[], grade?: string): NamedId =>
    craftRole(grade ?? draw.from(index, purpose.grade, gradesOf(rank)), draw.from(index, purpose.title, crafts));

  const offTree = (index: number): Assignment => {
    const rank = draw.below(index, purpose.team, divisions.length);
    return {
      team: named('team', draw.from(index, purpose.team + 1000, division(rank).teams)),
      role: craftOf(index, rank, division(rank).crafts),
      office: homeOffice(index),
      layer: 7,
    };
  };

  const of = (index: number): Assignment => {
    if (index >= shape.sideFirst) return offTree(index);
    const line = [index];
    for (let at = shape.managerOf(index); at !== null; at = shape.managerOf(at)) line.unshift(at);
    const layer = line.length - 1;
    const head = line[1];
    if (head === undefined)
      return { team: named('team', topTeam), role: named('role', topRole), office: homeOffice(0), layer };
    const headRank = shape.managerRank(head);
    if (headRank === null) {
      const role = staffRoles[index === firstStaff ? 0 : 1] ?? '';
      return { team: named('team', topTeam), role: named('role', role), office: homeOffice(0), layer };
    }
    const rank = headRank - 1;
    const own = division(rank);
    const pod = podOf.get(index) ?? podOf.get(line[layer - 1] ?? -1);
    const home = homeOffice(podOf.has(index) ? index : pod ? (line[layer - 1] ?? index) : (line[3] ?? line[2] ?? head));
    const office = officeNear(index, home, pod ? 0.93 : 0.6);
    if (layer === 1) return { team: named('team', own.name), role: named('role', own.head), office, layer };
    const leads = shape.managerRank(index) !== null;
    const director = line[2] ?? index;
    const teamName = own.teams[director - shape.reportsOf(head).first] ?? own.name;
    const team = pod?.team ?? named('team', layer === 2 && !leads ? own.name : teamName);
    if (podOf.has(index)) return { team, role: named('role', floorRole), office, layer };
    if (leads) return { team, role: named('role', `${managerGrades[layer] ?? ''}, ${own.name}`), office, layer };
    const grade = layer === 2 ? staffGradeOf(rank) : undefined;
    return { team, role: craftOf(index, rank, pod?.crafts ?? own.crafts, grade), office, layer };
  };

  const firstStaff = Array.from({ length: 8 }, (_, at) => at + 1).find((at) => shape.managerRank(at) === null) ?? 1;
  const roles = [topRole, floorRole, ...staffRoles].map((name) => named('role', name));
  const teams = [named('team', topTeam)];
  for (const [rank, { name, head, teams: own, crafts }] of divisions.entries()) {
    teams.push(named('team', name), ...own.map((team) => named('team', team)));
    roles.push(named('role', head), ...managerGrades.slice(2).map((grade) => named('role', `${grade}, ${name}`)));
    for (const craft of new Set(crafts))
      for (const grade of new Set([...gradesOf(rank), staffGradeOf(rank)])) roles.push(craftRole(grade, craft));
  }
  return { of, teams, pods: [...new Set([...podOf.values()].map(({ team }) => team))], roles: [...new Set(roles)] };
};
