/** Does something at most once a second however often it is wanted, and never for more than a tenth of the time; what is wanted last is done. */

const leastMs = 1000;
const mostOften = 10;

export function everySecond(work: () => Promise<void>): () => void {
  let isWaiting = false;
  let begunAt = Number.NEGATIVE_INFINITY;
  let tookMs = 0;
  const go = async () => {
    isWaiting = false;
    begunAt = performance.now();
    await work();
    tookMs = performance.now() - begunAt;
  };
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    const next = begunAt + Math.max(leastMs, mostOften * tookMs);
    setTimeout(() => void go(), Math.max(0, next - performance.now()));
  };
}
