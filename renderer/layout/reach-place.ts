/**
 * Scrolls to a place that may not be there yet: a list that is still being filled brings it. It is given up once somebody
 * points or scrolls, by whatever means, or after a minute: nothing may move under a person who reads.
 */

const inputs = ['wheel', 'pointerdown', 'touchstart'] as const;
const longestWaitMs = 60_000;

/** Gives what ends it. */
export function reachPlace(element: HTMLElement, top: number): () => void {
  let reached = 0;
  const isReached = () => {
    element.scrollTop = top;
    reached = element.scrollTop;
    return reached >= top - 1;
  };
  if (isReached()) return () => undefined;
  const growth = new ResizeObserver(() => {
    if (isReached()) end();
  });
  const timer = setTimeout(end, longestWaitMs);
  for (const child of element.children) growth.observe(child);
  for (const input of inputs) window.addEventListener(input, end, { passive: true, capture: true });
  element.addEventListener('scroll', endIfMoved, { passive: true });
  function endIfMoved() {
    if (Math.abs(element.scrollTop - reached) > 1) end();
  }
  function end() {
    growth.disconnect();
    clearTimeout(timer);
    for (const input of inputs) window.removeEventListener(input, end, { capture: true });
    element.removeEventListener('scroll', endIfMoved);
  }
  return end;
}
