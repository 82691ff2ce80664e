/** Organisations of any form for property tests: everybody's manager, by number, as `forestFrom` takes them. */
import fc from 'fast-check';

type Form = (draw: number, person: number) => number;

const forms: readonly Form[] = [
  // Anybody before, or nobody.
  (draw, person) => (draw % (person + 1)) - 1,
  // Lines that fork now and then.
  (draw, person) => (draw % 7 === 0 ? (draw % (person + 1)) - 1 : person - 1),
  // A few lead nearly all.
  (draw, person) => (draw % 11 === 0 ? (draw % (person + 1)) - 1 : Math.min(person - 1, (draw % 3) - 1)),
  // Teams of a few, in teams of a few.
  (_, person) => Math.floor((person - 1) / 4),
];

export const organisations: fc.Arbitrary<number[]> = fc
  .tuple(fc.array(fc.nat({ max: 10_000 }), { maxLength: 150, size: 'max' }), fc.constantFrom(...forms))
  .map(([draws, form]) => draws.map((draw, person) => Math.max(-1, Math.min(person - 1, form(draw, person)))));
