/** How far a row of the tree is indented. Pure. */

/** As far as this each level is indented by a whole step. */
const wholeLevels = 7;
const step = 16;
/** Beyond that by so much, up to the level at which the name would lose its place. */
const smallStep = 2;
const mostLevels = 19;

/** In pixels. */
export function indentOf(level: number): number {
  const whole = Math.min(level, wholeLevels) - 1;
  const small = Math.max(0, Math.min(level, mostLevels) - wholeLevels);
  return whole * step + small * smallStep;
}

/** Whether the indentation tells it no longer at a glance: the level is then written. */
export function isDeep(level: number): boolean {
  return level > wholeLevels;
}
