/** When people came, changed and left, and whether they are active, deleted and available. */
import type { Blemish } from './blemishes.ts';
import { type Draw, purpose } from './draw.ts';

/** The moment the demo directory was "taken": nothing in it is later. Milliseconds since 1970. */
export const referenceDate = Date.UTC(2026, 8, 15, 8, 0, 0);

const day = 86_400_000;

export type StatusRecord = {
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly isActive: boolean;
  readonly isDeleted: boolean;
  readonly deletedAt: number | null;
  readonly availabilityStatus: string;
};

type Flags = Omit<StatusRecord, 'createdAt' | 'updatedAt'>;

/** One in twenty has left, one in twenty-five is inactive; nobody who leads others is either, unless by blemish. */
const shareDeleted = 0.05;
const shareInactive = 0.04;

const words = [
  ...Array<string>(14).fill('AVAILABLE'),
  'AWAY',
  'AWAY',
  'BUSY',
  'BUSY',
  'ON_LEAVE',
  'OFFLINE',
] as const satisfies readonly string[];
const unknownWords = ['ON_THE_ROAD', 'GARDENING_LEAVE', 'IN_TRAINING'] as const;

const flagsOf = (
  draw: Draw,
  index: number,
  leads: boolean,
  blemish: Blemish | null,
  availability: string,
  leftAt: number,
): Flags => {
  const active: Flags = { isActive: true, isDeleted: false, deletedAt: null, availabilityStatus: availability };
  const inactive: Flags = { ...active, isActive: false, availabilityStatus: 'OFFLINE' };
  const deleted: Flags = { ...inactive, isDeleted: true, deletedAt: leftAt };
  switch (blemish) {
    case 'inactive-yet-available':
      return { ...inactive, availabilityStatus: 'AVAILABLE' };
    case 'inactive-manager':
      return { ...inactive, availabilityStatus: 'ON_LEAVE' };
    case 'deleted-manager':
      return deleted;
    case 'deleted-yet-active':
      return { ...deleted, isActive: true };
    case 'deleted-yet-available':
      return { ...deleted, availabilityStatus: 'AVAILABLE' };
    case 'deleted-without-date':
      return { ...deleted, deletedAt: null };
    case 'date-yet-not-deleted':
      return { ...active, deletedAt: leftAt };
    case 'unknown-availability':
      return { ...active, availabilityStatus: draw.from(index, purpose.availability, unknownWords) };
    case null: {
      const chance = draw.part(index, purpose.status);
      if (leads || chance >= shareDeleted + shareInactive) return active;
      return chance < shareDeleted ? deleted : inactive;
    }
    default:
      return active;
  }
};

/** The first nine are set by hand: a top whose eight reports hold one who is away for long and one who has left. */
const atTheTop = (index: number, record: StatusRecord, firstOfStaff: number, secondOfStaff: number): StatusRecord => {
  const founded = Date.UTC(2014, 2, 3, 9, 12, 44, 310) + index * 41 * day;
  const changed = referenceDate - (index + 1) * 2 * day;
  const base = { ...record, createdAt: founded, updatedAt: changed, isActive: true, isDeleted: false, deletedAt: null };
  if (index === firstOfStaff) return { ...base, isActive: false, availabilityStatus: 'ON_LEAVE' };
  if (index !== secondOfStaff) return { ...base, availabilityStatus: index % 4 === 3 ? 'BUSY' : 'AVAILABLE' };
  const deletedAt = referenceDate - 19 * day;
  return { ...base, isActive: false, isDeleted: true, deletedAt, updatedAt: deletedAt, availabilityStatus: 'OFFLINE' };
};

export const statusOf = (
  draw: Draw,
  index: number,
  who: { layer: number; leads: boolean; blemish: Blemish | null; staff: readonly [number, number] },
): StatusRecord => {
  // Who stands higher has been there longer, by and large.
  const years = 11 - Math.min(who.layer, 7) * 0.9;
  const createdAt = Math.floor(referenceDate - (0.03 + draw.part(index, purpose.joined) * 0.97) * years * 365 * day);
  const sinceJoined = referenceDate - createdAt;
  const updatedAt = Math.floor(referenceDate - draw.part(index, purpose.changed) ** 3 * sinceJoined);
  const leftAt = Math.floor(referenceDate - draw.part(index, purpose.left) ** 2 * 0.9 * sinceJoined);
  const availability = draw.from(index, purpose.availability, words);
  const flags = flagsOf(draw, index, who.leads, who.blemish, availability, leftAt);
  const record = { createdAt, updatedAt: Math.max(updatedAt, flags.deletedAt ?? 0), ...flags };
  return index <= 8 ? atTheTop(index, record, who.staff[0], who.staff[1]) : record;
};
