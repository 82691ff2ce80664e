/** Whether it is worth asking again for what is shown of a directory that grows: by a tenth, and not for a handful. */
export function hasGrown(before: number, after: number): boolean {
  return Math.abs(after - before) >= 20 + before / 10;
}
