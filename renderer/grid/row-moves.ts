/** Where a key leads in a grid. Pure. */

export type Move = { readonly to: number; readonly extends: boolean };

/**
 * Null: the key is no move. `page`: how many rows are seen at once. Place -1 is the line of headings. Who stands beyond the
 * last of the `total` rows leads to where the last one does.
 */
export function moveOf(
  press: { readonly key: string; readonly shiftKey: boolean },
  { active, total, page }: { readonly active: number | null; readonly total: number; readonly page: number },
): Move | null {
  const last = total - 1;
  const at = Math.min(active ?? 0, last);
  const places: Readonly<Record<string, number>> = {
    ArrowDown: active === null ? 0 : Math.min(at + 1, last),
    ArrowUp: press.shiftKey ? Math.max(at - 1, 0) : at - 1,
    PageDown: Math.min(at + page, last),
    PageUp: Math.max(at - page, 0),
    Home: 0,
    End: last,
  };
  const to = Object.hasOwn(places, press.key) ? places[press.key] : undefined;
  return to === undefined || total === 0 ? null : { to: Math.max(-1, to), extends: press.shiftKey };
}
