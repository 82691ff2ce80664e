/** A set of keys. They are small and dense, so a byte for each is a fraction of what a Set costs to fill and to ask. */
import type { PersonKey } from './claim-graph.ts';

const leastKeys = 1024;

export class KeySet {
  #has = new Uint8Array(leastKeys);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(key: PersonKey): boolean {
    return this.#has[key] === 1;
  }

  /** Says whether it was not in yet. */
  add(key: PersonKey): boolean {
    if (this.#has[key] === 1) return false;
    if (key >= this.#has.length) {
      const larger = new Uint8Array(Math.max(key + 1, this.#has.length * 2));
      larger.set(this.#has);
      this.#has = larger;
    }
    this.#has[key] = 1;
    this.#size += 1;
    return true;
  }
}
