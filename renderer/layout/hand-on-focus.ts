/**
 * Where what has the focus goes from the page, as a button does that has nothing more to do, the focus would fall to the window,
 * and Tab begin at its top. It is handed on to what stands next to it instead.
 */

const takesFocus = 'a[href], button, input, textarea, select, [tabindex]';

/** Where something was taken out of the page. */
type Gap = Pick<MutationRecord, 'target' | 'previousSibling' | 'nextSibling'>;

/** Until it is undone. `inNextFrame`: what takes the focus by itself, such as a page that opens, has it by then. */
export function handOnFocus(page: Document, inNextFrame: (work: () => void) => void): () => void {
  let last: Element | null = null;
  /** What had it last that was no part of a dialog or a menu. */
  let outside: HTMLElement | null = null;
  const note = ({ target }: FocusEvent) => {
    last = target instanceof Element ? target : null;
    if (target instanceof HTMLElement && target.closest('[role="dialog"], [role="menu"]') === null) outside = target;
  };
  const watch = new MutationObserver((records) => {
    if (last === null || last.isConnected) return;
    const gone = last;
    last = null;
    const gap = gapOf(records, gone);
    if (gap === null) return;
    inNextFrame(() => {
      if (page.activeElement !== page.body) return;
      // A dialog that is closed as it opens takes the focus once more, after it was given back.
      const next = nextTo(gap, page) ?? (outside?.isConnected ? outside : null);
      next?.focus({ preventScroll: true });
    });
  });
  page.addEventListener('focusin', note);
  watch.observe(page.body, { childList: true, subtree: true });
  return () => {
    page.removeEventListener('focusin', note);
    watch.disconnect();
  };
}

/** Where in the page it was, also where what was around it was taken out after it. */
function gapOf(records: readonly MutationRecord[], gone: Element): Gap | null {
  let out: Node = gone;
  for (const { target, previousSibling, nextSibling, removedNodes } of records) {
    if (![...removedNodes].some((node) => node.contains(out))) continue;
    if (target.isConnected) return { target, previousSibling, nextSibling };
    out = target;
  }
  return null;
}

/** What follows the gap in the smallest part of the page that has anything to give the focus to, or else comes before it. */
function nextTo(gap: Gap, page: Document): HTMLElement | null {
  const content = page.getElementById('content');
  // A menu or dialog that closes stands right in the body, and gives the focus back by itself.
  for (let part = gap.target as Element | null; part !== null && part !== page.body; part = part.parentElement) {
    // What is said below a page belongs to that page, and not to the rail beside it.
    if (content !== null && part !== content && part.contains(content)) return content;
    const all = [...part.querySelectorAll<HTMLElement>(takesFocus)].filter(isInReach);
    const found = all.find((one) => isAfter(gap, one)) ?? all.at(-1);
    if (found !== undefined) return found;
  }
  return null;
}

/** By Tab, or by the arrow keys of a menu, whose items may change while it is open. */
function isInReach(one: HTMLElement): boolean {
  const isReached = one.tabIndex >= 0 || one.matches('[role^="menuitem"]');
  return isReached && !one.matches(':disabled') && one.checkVisibility() && one.closest('[inert]') === null;
}

function isAfter({ previousSibling, nextSibling }: Gap, one: Element): boolean {
  // What has come into the gap since is nearest; but in a menu it may do the opposite of what was there.
  const isInMenu = one.closest('[role="menu"]') !== null;
  if (previousSibling?.isConnected && !(isInMenu && nextSibling?.isConnected))
    return !previousSibling.contains(one) && isFollowing(previousSibling, one);
  if (nextSibling?.isConnected) return nextSibling.contains(one) || isFollowing(nextSibling, one);
  return true;
}

const isFollowing = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
