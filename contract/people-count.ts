/**
 * How many people the organisation has: those who are stored, and those who are only listed, with nothing stored of them. A
 * number of people is one of the first; where the others are there too, they are named beside it.
 */
export type PeopleCount = { readonly people: number; readonly onlyListed: number };

export const onlyListedWords = 'only listed';

/** "1,200 people, 7 only listed". `format`: writes a number. */
export function peopleCountWords({ people, onlyListed }: PeopleCount, format: (value: number) => string): string {
  const words = people === 1 ? '1 person' : `${format(people)} people`;
  return onlyListed === 0 ? words : `${words}, ${format(onlyListed)} ${onlyListedWords}`;
}
