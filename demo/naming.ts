/**
 * A person's name: given and family name of one culture, stored the way such names are stored in real directories:
 * in their own script, in Latin letters, or both.
 */
import { type Culture, type Name, readCulture, romanised } from './culture.ts';
import { type Draw, purpose } from './draw.ts';
import { namesOfAsiaAndAfrica } from './names-asia-africa.ts';
import { namesInCyrillicAndGreek } from './names-cyrillic-greek.ts';
import { namesOfEurope } from './names-europe.ts';
import { namesOfTheWorld } from './names-world.ts';

const cultures: ReadonlyMap<string, Culture> = new Map(
  Object.entries({
    ...namesOfEurope,
    ...namesOfTheWorld,
    ...namesInCyrillicAndGreek,
    ...namesOfAsiaAndAfrica,
  }).map(([key, table]) => [key, readCulture(table)]),
);

export const cultureNames: readonly string[] = [...cultures.keys()];

export const cultureNamed = (key: string): Culture => {
  const culture = cultures.get(key);
  if (culture === undefined) throw new RangeError(`no culture ${key}`);
  return culture;
};

export type Naming = {
  readonly female: boolean;
  readonly firstName: string;
  readonly middleName: string;
  readonly lastName: string;
  /** Often `""`, as in the service. */
  readonly displayName: string;
  /** The parts of a username, a to z only. */
  readonly given: string;
  readonly family: string;
};

const fullName = (culture: Culture, given: string, middle: string, family: string): string => {
  const parts = culture.familyFirst ? [family, middle, given] : [given, middle, family];
  return parts.filter((part) => part !== '').join(culture.joined ? '' : ' ');
};

export const nameOf = (draw: Draw, index: number, culture: Culture, alwaysNative = false): Naming => {
  const female = draw.below(index, purpose.gender, 2) === 0;
  const side = female ? 'female' : 'male';
  const given = draw.from(index, purpose.givenName, culture.given[side]);
  const family = draw.from(index, purpose.familyName, culture.family[side]);
  const hasMiddle = culture.middle[side].length > 0 && draw.part(index, purpose.middleName) < culture.middleShare;
  const middle = hasMiddle ? draw.from(index, purpose.middleName + 1000, culture.middle[side]) : null;
  const style = draw.part(index, purpose.nameStyle);
  const inLatin = !culture.latin && style > 0.6 && !alwaysNative;
  const spelt = (name: Name | null): string => (name === null ? '' : inLatin ? romanised(name) : name.native);
  const second = culture.middleIs === 'second-surname';
  const lastName = second ? [spelt(family), spelt(middle)].filter((part) => part !== '').join(' ') : spelt(family);
  const middleName = second ? '' : spelt(middle);
  const own = fullName(culture, given.native, second || middle === null ? '' : middle.native, family.native);
  const latin = `${romanised(given)} ${romanised(family)}`;
  // Who is called family name first says so in the display name, since first and last name cannot.
  const displayName = culture.familyFirst
    ? style < 0.8
      ? own
      : ''
    : inLatin
      ? style > 0.85
        ? own
        : ''
      : style < 0.15
        ? culture.latin
          ? fullName(culture, given.native, '', family.native)
          : latin
        : '';
  return {
    female,
    firstName: spelt(given),
    middleName,
    lastName,
    displayName,
    given: given.ascii,
    family: family.ascii,
  };
};
