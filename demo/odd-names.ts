/** Names that real directories hold and that forms did not foresee. */
import type { Blemish } from './blemishes.ts';
import { type Draw, purpose } from './draw.ts';
import { cultureNamed, type Naming, nameOf } from './naming.ts';

const rightToLeft = ['arabic', 'hebrew', 'persian'] as const;
const emoji = ['🌻', '👩‍🚀', '🦊', '☕️', '🇳🇿', '🏳️‍🌈'] as const;
const longestAtLeast = 130;

/** All the given names and surnames a family could agree on. */
const veryLong = (draw: Draw, index: number): Naming => {
  const culture = cultureNamed('portuguese');
  const { given, family, middle } = culture;
  const naming = nameOf(draw, index, culture);
  const side = naming.female ? 'female' : 'male';
  const givens = [naming.firstName];
  const families = [naming.lastName];
  for (let nth = 0; [...givens, ...families].join(' ').length < longestAtLeast; nth += 1) {
    if (nth % 3 === 0) givens.push(draw.from(index + nth, purpose.oddity, given[side]).native);
    else families.push(draw.from(index + nth, purpose.oddity, nth % 3 === 1 ? middle[side] : family[side]).native);
  }
  return { ...naming, firstName: givens.join(' '), middleName: '', lastName: families.join(' '), displayName: '' };
};

/** The name as the blemish leaves it. Addresses are still made from `given` and `family`. */
export const blemishName = (draw: Draw, index: number, blemish: Blemish | null, naming: Naming): Naming => {
  const nameless = { ...naming, firstName: '', middleName: '', lastName: '', displayName: '' };
  switch (blemish) {
    case 'right-to-left-name':
      return {
        ...nameOf(draw, index, cultureNamed(draw.from(index, purpose.oddity, rightToLeft)), true),
        displayName: '',
      };
    case 'very-long-name':
      return veryLong(draw, index);
    case 'single-word-name': {
      const single = nameOf(draw, index, cultureNamed('indonesian'));
      return { ...single, middleName: '', lastName: '', displayName: '' };
    }
    case 'no-name':
    case 'no-name-nor-username':
      return nameless;
    case 'emoji-name':
      return {
        ...naming,
        displayName: `${naming.firstName} ${draw.from(index, purpose.oddity, emoji)} ${naming.lastName}`,
      };
    case 'markup-name': {
      const plain = nameOf(draw, index, cultureNamed('english'));
      return { ...plain, displayName: `${plain.firstName} <script>alert('hello')</script> O'${plain.lastName}` };
    }
    default:
      return naming;
  }
};
