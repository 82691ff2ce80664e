/** Where a row's person is by the clock: the time zone, and what time it is there. Loaded after the page, for few tables show them. */
import type { TableRow } from '../../contract/table.ts';
import { isGone } from '../status/status-of.ts';
import { useNow } from '../time/now.ts';
import {
  daylightWords,
  differenceWords,
  isKnownZone,
  type KnownZone,
  timeThereFromHere,
  timeZoneName,
  zoneRemark,
} from '../time/time-zone.ts';
import classes from './zone-cells.module.css';

export function ZoneCell({ row: { timeZone } }: { readonly row: TableRow }) {
  if (timeZone === null) return null;
  const { text, zone } = timeZone;
  const words = isKnownZone(zone) ? timeZoneName(zone) : text;
  const remark = zoneRemark(zone);
  return (
    <span className={classes.words} title={remark === null ? words : `${words}: ${remark}`}>
      {words}
    </span>
  );
}

/** Nothing of somebody who is gone, and where the time cannot be told. */
export function LocalTimeCell({ row: { status, timeZone } }: { readonly row: TableRow }) {
  const zone = timeZone?.zone ?? null;
  return isGone({ status }) || !isKnownZone(zone) ? null : <Clock zone={zone} />;
}

function Clock({ zone }: { readonly zone: KnownZone }) {
  const there = timeThereFromHere(zone, useNow());
  const words = `${there.clock}, ${differenceWords(there)}`;
  return (
    <span className={classes.words} title={`${words}. ${daylightWords(zone)}`}>
      {words}
    </span>
  );
}
