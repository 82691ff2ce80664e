/** Escape closes a menu whose button still has the focus: the kit hears it only once the focus has moved into the menu. */

/** Closes the menu that is open from this element; false: none is. */
export function closeMenuOf(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isOpen = target.getAttribute('aria-haspopup') === 'menu' && target.getAttribute('aria-expanded') === 'true';
  if (!isOpen) return false;
  target.click();
  // The kit gives the menu the focus a turn after it has opened: that turn may be still to come.
  setTimeout(() => target.focus());
  return true;
}
