/** What people say about themselves: a sentence on the work and one on the rest, or nothing. */
import { type Draw, purpose } from './draw.ts';

const work = [
  'Keeps {team} on time and out of trouble.',
  'Joined {team} from a much smaller company and never looked back.',
  'Looks after the handover between {team} and everybody else.',
  'Writes the things down that {team} would otherwise ask twice.',
  'New parents’ buddy and first-aider for {city}.',
  'Happy to explain how {team} works over a coffee.',
  'Started in the sorting hall; knows every conveyor by name.',
  'Runs the Thursday clinic for {team}: bring your questions.',
  'Working from {city}, mostly mornings.',
  'Three days a week in {city}, two at home.',
  'Measures twice.',
  'On call every fourth week.',
];
const rest = [
  'Grows tomatoes on a north-facing balcony.',
  'Sings alto in the works choir.',
  'Repairs radios older than the building.',
  'Long-distance cyclist, short-distance runner.',
  'Bakes rye bread; the sourdough has a name.',
  'Coaches under-tens football on Saturdays.',
  'Learning to sail, slowly.',
  'Collects railway timetables.',
  'Speaks four languages, two of them well.',
  'Keeps bees.',
  'Plays chess by post.',
  'Ask me about moss.',
];

export const bioOf = (draw: Draw, index: number, team: string, city: string): string => {
  const chance = draw.part(index, purpose.bio);
  if (index === 0)
    return `Started Acme’s first sorting table in a borrowed garage and still opens the first van of the year. Based in ${city}. Writes to everybody on the first Monday of the month; answers come on Tuesdays.`;
  if (chance > 0.42) return '';
  const sentence = draw
    .from(index, purpose.bio + 1000, work)
    .replace('{team}', team)
    .replace('{city}', city);
  return chance > 0.2 ? sentence : `${sentence} ${draw.from(index, purpose.hobby, rest)}`;
};
