/** Where a way up first forks, or ends. Most people have one manager, who needs no deciding: these are passed over at once. */
import type { Claims, PersonKey } from './claim-graph.ts';

/** The fork above a person, by their key; 0, which is nobody's key: their way goes round. */
export type KnownForks = {
  readonly get: (person: PersonKey) => PersonKey | undefined;
  readonly set: (person: PersonKey, fork: PersonKey) => void;
};

const none = 0;

/** What was found is kept in `known`, so that a way is climbed once, however many ask. */
export function createForks(
  managersOf: Claims['managersOf'],
  known: KnownForks = new Map<PersonKey, PersonKey>(),
): Claims['forkAbove'] {
  return (person) => {
    const passed: PersonKey[] = [];
    let at = person;
    let found = known.get(at);
    while (found === undefined) {
      const managers = managersOf(at);
      const [manager] = managers;
      if (manager === undefined || managers.length > 1) {
        found = at;
        break;
      }
      // Passed twice before there is an end: the way goes round.
      known.set(at, none);
      passed.push(at);
      at = manager;
      found = known.get(at);
    }
    for (const one of passed) known.set(one, found);
    return found === none ? null : found;
  };
}
