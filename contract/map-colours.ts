/** What the colours of the map say, and what each of them is. Apart from the schemas, which the page does not load. */

export const mapColours = ['division', 'status', 'availability', 'age'] as const;

/** By what people are put into the spotlight. */
export const spotlightBy = ['role', 'team', 'text'] as const;
/** Of a share of people who match: the nth step goes up to so much of them; 0 is nobody. */
export const shareSteps = [0.05, 0.1, 0.25, 0.5, 1] as const;

/**
 * Of somebody's `colour` in an item. By division: the nth division; 0: in none. Else one of these codes, of which 0 is the usual
 * one; of many the lower four bits are the code that most of the others have, the upper four how many these are, in fifteenths.
 * In the spotlight: 1 of who matches; of many the upper four bits are the step of their share, by `shareSteps`.
 */
export const colourCodes = {
  status: { active: 0, unknown: 1, inactive: 2, deleted: 3, 'not-found': 4, notStored: 7 },
  availability: { available: 0, other: 1, notSaid: 2, notStored: 7 },
  /** How long ago what is known of them was fetched. */
  age: { withinDay: 0, withinWeek: 1, withinMonth: 2, older: 3, notStored: 7 },
} as const;
