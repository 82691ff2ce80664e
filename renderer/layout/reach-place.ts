/**
 * Scrolls to a place that may not be there yet: a list that is still being filled brings it. It is given up once a person does
 * anything there, or after a while: nothing may move under somebody who reads.
 */

const inputs = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;
const longestWaitMs = 10_000;

/** Gives what ends it. */
export function reachPlace(element: HTMLElement, top: number): () => void {
  const isReached = () => {
    element.scrollTop = top;
    return element.scrollTop >= top - 1;
  };
  if (isReached()) return () => undefined;
  const growth = new ResizeObserver(() => {
    if (isReached()) end();
  });
  const timer = setTimeout(end, longestWaitMs);
  for (const child of element.children) growth.observe(child);
  for (const input of inputs) window.addEventListener(input, end, { passive: true, capture: true });
  function end() {
    growth.disconnect();
    clearTimeout(timer);
    for (const input of inputs) window.removeEventListener(input, end, { capture: true });
  }
  return end;
}
