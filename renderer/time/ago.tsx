/** A moment in relative words, with the whole of it in the tooltip. */
import { useNow } from './now.ts';
import { calendarDay, fullTime, machineTime, relativeTime } from './relative-time.ts';

export function Ago({ at }: { readonly at: number }) {
  const now = useNow();
  return (
    <time dateTime={machineTime(at)} title={fullTime(at)}>
      {relativeTime(at, now)}
    </time>
  );
}

/** A date that matters as a date: "16 Sep 2021". */
export function Day({ at }: { readonly at: number }) {
  return (
    <time dateTime={machineTime(at)} title={fullTime(at)}>
      {calendarDay(at)}
    </time>
  );
}
