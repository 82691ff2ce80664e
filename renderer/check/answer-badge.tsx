/** What is said of a line as icon and word, never colour alone; of who is gone, since when, and how many days of the calendar ago. */
import {
  IconCloudOff,
  IconLock,
  IconQuestionMark,
  IconUserQuestion,
  IconUsersGroup,
  IconZoomQuestion,
} from '@tabler/icons-react';
import type { CheckAnswer, CheckRow } from '../../contract/check.ts';
import { checkAnswerWords } from '../../contract/check-words.ts';
import status from '../status/status.module.css';
import { StatusWord } from '../status/status-badge.tsx';
import { calendarDaysAgo } from '../time/calendar-days.ts';
import { calendarDay, fullTime } from '../time/relative-time.ts';

/** Answers that are no status of somebody. */
type Other = Exclude<CheckAnswer, 'active' | 'inactive' | 'unknown' | 'deleted' | 'not-found'>;

const icons = {
  'not-fetched': IconUserQuestion,
  'nobody-known': IconZoomQuestion,
  'no-permission': IconLock,
  failed: IconCloudOff,
  ambiguous: IconUsersGroup,
  'not-understood': IconQuestionMark,
} as const satisfies Record<Other, unknown>;

const isOther = (answer: CheckAnswer): answer is Other => Object.hasOwn(icons, answer);

export function AnswerBadge({ of, now }: { readonly of: CheckRow; readonly now: number }) {
  const { answer } = of;
  if (answer === null) return null;
  if (isOther(answer)) {
    const Icon = icons[answer];
    return (
      <span className={status.badge} data-answer={answer}>
        <Icon size={14} stroke={1.9} aria-hidden="true" />
        <span>{checkAnswerWords[answer]}</span>
      </span>
    );
  }
  const since = sinceOf(of);
  return (
    <span className={status.stack} data-brief="">
      <StatusWord status={answer} />{' '}
      {since !== null && (
        <span className={status.since} title={fullTime(since)}>
          {answer === 'not-found' && 'since '}
          {calendarDay(since)} <span className={status.ago}>· {calendarDaysAgo(since, now)}</span>
        </span>
      )}
      {answer === 'deleted' && since === null && <span className={status.since}>no date</span>}
    </span>
  );
}

function sinceOf({ answer, person, notFoundSince }: CheckRow): number | null {
  if (answer === 'deleted') return person?.deletedAt ?? null;
  return answer === 'not-found' ? notFoundSince : null;
}
