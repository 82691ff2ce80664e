/** What time it is where the person is, and how far that is from here. The tooltip says what is known of daylight saving. */
import { Tooltip } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useNow } from '../time/now.ts';
import { differenceWords, type KnownZone, timeThere, timeZoneName } from '../time/time-zone.ts';
import classes from './local-time.module.css';

export function LocalTime({ zone }: { readonly zone: KnownZone }) {
  const now = useNow();
  const there = timeThere(zone, now, -new Date(now).getTimezoneOffset());
  const known =
    zone.kind === 'offset'
      ? `${timeZoneName(zone)} is a fixed offset: it has no daylight saving, so this may be an hour off for part of the year.`
      : `${timeZoneName(zone)}: daylight saving is counted in.`;
  return (
    <Tooltip label={known}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the tooltip has to be reachable from the keyboard */}
      <span className={classes.clock} tabIndex={0}>
        <IconClock size={15} stroke={1.7} aria-hidden="true" />
        {there.clock} there · {differenceWords(there)}
      </span>
    </Tooltip>
  );
}
