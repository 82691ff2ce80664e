/** What is walked by keys: the tree, or where that is folded away the chart or the map. */
export function walkedIn(place: HTMLElement | null): HTMLElement | undefined {
  const trees = place?.querySelectorAll<HTMLElement>('[role="tree"]') ?? [];
  return [...trees].find((one) => one.checkVisibility());
}
