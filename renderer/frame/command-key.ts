/** The name of a shortcut as this computer's keyboard has it. */

export const isApple = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent);

/** "Ctrl K", or "⌘ K" on a Mac. */
export function commandKey(key: string): string {
  return isApple ? `⌘ ${key}` : `Ctrl ${key}`;
}
