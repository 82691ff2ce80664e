/** What a profile shows beside name and contacts. Most of it is not set for most people, as in real directories. */
import { bioOf } from './bios.ts';
import { type Draw, purpose } from './draw.ts';
import type { Office } from './offices.ts';
import type { UserRecord } from './user-record.ts';

export type Profile = Pick<
  UserRecord,
  'gender' | 'dob' | 'bio' | 'profileImageUrl' | 'coverImageUrl' | 'timezone' | 'data' | 'onboardingData'
>;

const timezoneOf = (chance: number, { offset, zone }: Office): string => {
  if (chance < 0.8) return offset;
  if (chance < 0.92) return zone;
  if (chance < 0.96) return `${offset.slice(0, 3)}:${offset.slice(3)}`;
  return offset === '+0000' ? 'Z' : '';
};

const oldestBirth = Date.UTC(1962, 0, 1);
const birthDays = 15_000;

export const profileOf = (
  draw: Draw,
  index: number,
  who: { id: string; female: boolean; team: string; office: Office; layer: number; origin: string },
): Profile => {
  const picture = index === 0 || draw.part(index, purpose.picture) < (who.layer <= 2 ? 0.7 : 0.38);
  const cover = index === 0 || draw.part(index, purpose.cover) < 0.03;
  const birth = draw.part(index, purpose.birth) / 0.15;
  const gender = draw.part(index, purpose.genderShown);
  const extra = draw.part(index, purpose.data);
  return {
    gender: gender < 0.12 ? (who.female ? 'FEMALE' : 'MALE') : gender < 0.13 ? 'NON_BINARY' : '',
    dob: birth < 1 ? oldestBirth + Math.floor(birth * birthDays) * 86_400_000 : 0,
    bio: bioOf(draw, index, who.team, who.office.city),
    profileImageUrl: picture ? `${who.origin}/picture/${who.id}.png` : '',
    coverImageUrl: cover ? `${who.origin}/picture/${who.id}-cover.png` : '',
    timezone: timezoneOf(draw.part(index, purpose.timezone), who.office),
    data: extra < 0.03 ? { badge: `A-${String(index).padStart(5, '0')}`, floor: 1 + (index % 6) } : null,
    onboardingData: extra > 0.98 ? { laptop: true, buddy: 'assigned' } : null,
  };
};
