/** How many layouts of a territory are tried. */
export type Effort = {
  /** The widths: times the root of the area that has to find room, of which some stays open. */
  readonly widths: readonly number[];
  /** How much it counts that a territory becomes higher; see `pack`. */
  readonly falls: readonly number[];
};

const usual: Effort = { widths: [1, 1.15], falls: [0.1, 0.5] };
/** A large territory has a few large ones in it, where one badly placed leaves much open; and there are few. */
const large = 1000;
const most: Effort = {
  widths: [0.9, 0.95, 1, 1.05, 1.1, 1.15, 1.2, 1.25, 1.3, 1.36, 1.44, 1.52],
  falls: [0, 0.1, 0.3, 0.6, 1, 2],
};
/** So many in one fill any width well, and take long to place. */
const many = 64;
const some: Effort = { widths: [1, 1.04, 1.08, 1.12, 1.16, 1.2, 1.25, 1.3], falls: [0.3] };
const veryMany = 4096;
const least: Effort = { widths: [1.02], falls: [0.3] };

/** Nothing to choose but its shape: the largest effort for each in a line of thousands would take seconds. */
const alone: Effort = { widths: [1, 1.1], falls: [0.3] };

/**
 * Where fewer than one in so many people are outside the largest territory inside, that one decides how all of it looks. So down
 * one line through a hundred thousand people some ninety territories get the largest effort at most, however many levels there are.
 */
const leastBeside = 20;

type Inside = {
  /** Everybody in the territory, its leader among them. */
  readonly people: number;
  /** How many territories and blocks of cards lie directly in it. */
  readonly parts: number;
  /** How many people are in the largest of these territories. */
  readonly largest: number;
};

export function effortFor({ people, parts, largest }: Inside): Effort {
  if (parts === 1) return alone;
  if (parts > veryMany) return least;
  if (parts > many) return some;
  const isWorthMost = people > large && parts > 2 && leastBeside * (people - largest) >= people;
  return isWorthMost ? most : usual;
}
