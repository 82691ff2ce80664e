/** A person's colour: the same for the same id, everywhere and always. */

/** A hue in degrees, [0, 360), from the id by FNV-1a (32 bit). */
export function hueOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  // Ids that are near-alike hash near-alike: without a last stir, a family of ids would share a colour.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % 360;
}
