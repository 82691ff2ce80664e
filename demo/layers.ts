/**
 * How many people stand in each of eight layers, and how many of them lead others, for any size: always eight
 * layers, and on average never fewer than three nor more than twelve direct reports to a manager.
 */
export const layerCount = 8;

/** Who reports to the top: six lead a division each, two lead nobody. */
const underTheTop = 8;
export const divisionCount = 6;

export type Layer = {
  /** Index of the layer's first person. */
  readonly first: number;
  readonly people: number;
  /** How many of them have direct reports. None in the last layer. */
  readonly managers: number;
};

/** The part of a layer that leads others where the organisation is of middling size; it grows with the size. */
const leading = [1, divisionCount / underTheTop, 0.5, 0.19, 0.11, 0.085, 0.077];
/** Spans widen towards the bottom: directors lead few, supervisors many. */
const widening = [1, 1, 0.9, 0.95, 1.1, 1.2, 1.2];
const spanAt = (growth: number, layer: number): number => (4 + 3.4 * (1 - Math.exp(-growth))) * (widening[layer] ?? 1);

const sizesAt = (growth: number): number[] => {
  const sizes = [1, underTheTop, divisionCount * spanAt(growth, 1)];
  for (let layer = 2; layer < layerCount - 1; layer += 1) {
    const people = sizes[layer] ?? 0;
    sizes.push(Math.max(1, people * Math.min(1, (leading[layer] ?? 0) * growth)) * spanAt(growth, layer));
  }
  return sizes;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Lays out `people` (90 to 1,100,000) in layers. */
export const layOut = (people: number): readonly Layer[] => {
  let low = 0;
  let high = 40;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (sum(sizesAt(middle)) < people) low = middle;
    else high = middle;
  }
  const sizes = sizesAt(low).map(Math.round);
  // What rounding lost or won goes to the fullest layer, where it changes the spans least.
  const fullest = sizes.indexOf(Math.max(...sizes));
  sizes[fullest] = (sizes[fullest] ?? 0) + people - sum(sizes);
  let first = 0;
  return sizes.map((size, layer) => {
    const below = sizes[layer + 1] ?? 0;
    const fixed = [1, divisionCount][layer];
    const managers = fixed ?? (below === 0 ? 0 : Math.min(size, Math.max(1, Math.round(below / spanAt(low, layer)))));
    const laid = { first, people: size, managers };
    first += size;
    return laid;
  });
};
