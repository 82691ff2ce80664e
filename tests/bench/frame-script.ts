/** How long script runs in each frame of a page, read from a trace of Chromium's. */

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Of the thread's processor time. */
  readonly tdur?: number;
};

/** What runs script, or is done for it. */
const ofScript = new Set([
  ...['FunctionCall', 'FireAnimationFrame', 'EventDispatch', 'TimerFire', 'RunMicrotasks', 'EvaluateScript'],
  ...['MinorGC', 'MajorGC', 'v8.callFunction', 'FireIdleCallback'],
]);

/** Milliseconds of processor time, one for each frame but the last; those within one another count once. */
export function scriptOfFrames(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const events = traceEvents.filter(({ ph, name }) => ph === 'X' && ofScript.has(name));
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const counts = Map.groupBy(
    events.filter(({ name }) => name === 'FireAnimationFrame'),
    threadOf,
  );
  const [thread] = [...counts].toSorted(([, one], [, other]) => other.length - one.length)[0] ?? [];
  const own = events.filter((event) => threadOf(event) === thread).toSorted((one, other) => one.ts - other.ts);
  const frames: { ts: number; spent: number }[] = [];
  let until = 0;
  for (const { name, ts, dur = 0, tdur = dur } of own) {
    const last = frames.at(-1);
    const isInside = ts < until;
    // Several callbacks of one frame follow each other closely: less than a quarter of a frame.
    if (name === 'FireAnimationFrame' && !isInside && (last === undefined || ts - last.ts > 4000)) {
      frames.push({ ts, spent: 0 });
    }
    if (isInside) continue;
    until = ts + dur;
    const frame = frames.at(-1);
    if (frame !== undefined) frame.spent += tdur / 1000;
  }
  return frames.slice(0, -1).map(({ spent }) => spent);
}
