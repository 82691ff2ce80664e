/** The page's icons as paths, so that a canvas draws the same ones. Read from elements that the page has drawn, unseen. */
import type { Status } from '../../../contract/user.ts';

/** Statuses, why somebody has no card, and that several managers list somebody. */
export type IconName = Status | 'waiting' | 'failed' | 'several';

/** In a square of 24 by 24. */
export type IconPaths = ReadonlyMap<string, Path2D>;

export function readIcons(probe: HTMLElement): IconPaths {
  const icons = new Map<string, Path2D>();
  for (const svg of probe.querySelectorAll<SVGElement>('[data-icon]')) {
    const whole = new Path2D();
    for (const path of svg.querySelectorAll('path')) whole.addPath(new Path2D(path.getAttribute('d') ?? ''));
    icons.set(svg.dataset.icon ?? '', whole);
  }
  return icons;
}
