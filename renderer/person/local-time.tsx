/** What time it is where the person is, and how far that is from here. The tooltip says what is known of daylight saving. */
import { Tooltip } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useNow } from '../time/now.ts';
import { daylightWords, differenceWords, type KnownZone, timeThereFromHere } from '../time/time-zone.ts';
import classes from './local-time.module.css';

export function LocalTime({ zone }: { readonly zone: KnownZone }) {
  const now = useNow();
  const there = timeThereFromHere(zone, now);
  return (
    <Tooltip label={daylightWords(zone)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the tooltip has to be reachable from the keyboard */}
      <span className={classes.clock} tabIndex={0}>
        <IconClock size={15} stroke={1.7} aria-hidden="true" />
        {there.clock} there · {differenceWords(there)}
      </span>
    </Tooltip>
  );
}
