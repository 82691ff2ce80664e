/** A moment in relative words, with the whole of it in the tooltip. */
import { useNow } from './now.ts';
import { ageWords, calendarDay, clockTime, fullTime, machineTime, relativeTime } from './relative-time.ts';

export function Ago({ at }: { readonly at: number }) {
  const now = useNow();
  return (
    <time dateTime={machineTime(at)} title={fullTime(at)}>
      {relativeTime(at, now)}
    </time>
  );
}

/** The same for what this computer saw itself, such as a reply: never "in 3 days", even if its clock was changed. */
export function Age({ at }: { readonly at: number }) {
  const now = useNow();
  return (
    <time dateTime={machineTime(at)} title={fullTime(at)}>
      {ageWords(at, now)}
    </time>
  );
}

/** When something began that still holds, to follow "since": "14:05" of today, else "16 Sep 2021". */
export function Since({ at }: { readonly at: number }) {
  const now = useNow();
  return (
    <time dateTime={machineTime(at)} title={fullTime(at)}>
      {clockTime(at, now)}
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
