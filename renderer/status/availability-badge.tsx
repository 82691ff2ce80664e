/** Availability as icon and word. A deleted person's is shown too, but never in the colour of "ready for work". */
import {
  IconBeach,
  IconBellOff,
  IconCoffee,
  IconHeadphones,
  IconHeadphonesOff,
  IconMessageQuestion,
} from '@tabler/icons-react';
import { availabilityWord, isAvailable } from './availability-word.ts';
import classes from './status.module.css';

/** By the word as people read it, so that every spelling of a word has its icon. */
const icons = new Map([
  ['Available', IconHeadphones],
  ['Busy', IconBellOff],
  ['Away', IconCoffee],
  ['On leave', IconBeach],
  ['Offline', IconHeadphonesOff],
]);

export function AvailabilityBadge({ came, muted = false }: { readonly came: string; readonly muted?: boolean }) {
  const word = availabilityWord(came);
  const Icon = icons.get(word) ?? IconMessageQuestion;
  return (
    <span
      className={classes.badge}
      data-availability={isAvailable(came) && !muted ? 'available' : 'other'}
      title={`Reported as ${came}`}
    >
      <Icon size={14} stroke={1.9} aria-hidden="true" />
      <bdi>{word}</bdi>
    </span>
  );
}
