/** Availability as icon and word. A deleted person's is shown too, but never in the colour of "ready for work". */
import { IconHeadphones, IconHeadphonesOff } from '@tabler/icons-react';
import { availabilityWord, isAvailable } from './availability-word.ts';
import classes from './status.module.css';

export function AvailabilityBadge({ came, muted = false }: { readonly came: string; readonly muted?: boolean }) {
  const available = isAvailable(came);
  const Icon = available ? IconHeadphones : IconHeadphonesOff;
  return (
    <span className={classes.badge} data-availability={available && !muted ? 'available' : 'other'} title={came}>
      <Icon size={14} stroke={1.9} aria-hidden="true" />
      <bdi>{availabilityWord(came)}</bdi>
    </span>
  );
}
