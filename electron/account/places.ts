/**
 * Where each directory was left: kept for the run as the page tells it, and in a file of its own for the next one. The file
 * holds nothing of a person but their id, so a text that was typed as a filter stays out of it. It is worth no trouble: one that
 * cannot be read counts as not there, and one of a newer Rolodesk is left as it is.
 */
import { z } from 'zod';
import type { ConnectionId } from '../../contract/ids.ts';
import { usualView } from '../../contract/people-view.ts';
import { type Page, ShownPage } from '../../contract/shown-page.ts';
import type { Clock } from '../clock.ts';
import { diskTrouble } from '../disk/errors.ts';
import { parseJsonFile } from '../disk/json-file.ts';
import { readOwnFile, replaceOwnFile } from '../disk/own-file.ts';

export type Place = Omit<ShownPage, 'connection'>;

export type Places = {
  /** Null: it was never open, or is to begin at its start. */
  readonly of: (connection: ConnectionId) => Place | null;
  readonly keep: (connection: ConnectionId, place: Place) => void;
  readonly forget: (connection: ConnectionId) => void;
  /** Forgets the place that was kept last: it may be what the page cannot draw. */
  readonly forgetLast: () => void;
  /** Writes at once what is still to be written. */
  readonly flush: () => void;
};

export const atHome: Place = { page: { view: 'people', table: usualView }, scrollTop: 0 };

const version = 1;
/** A page that is scrolled tells its place many times a second. */
const writtenAfterMs = 1000;

const Envelope = z.object({ version: z.number(), places: z.record(z.string(), z.unknown()) });
const Kept = ShownPage.omit({ connection: true });

export function createPlaces(file: string, clock: Pick<Clock, 'sleep'>): Places {
  const read = readPlaces(file);
  const places = read ?? new Map<string, Place>();
  let last: ConnectionId | null = null;
  let isToWrite = false;

  const write = () => {
    isToWrite = false;
    if (read === null) return;
    const kept = Object.fromEntries([...places].map(([connection, place]) => [connection, withoutText(place)]));
    try {
      replaceOwnFile(file, JSON.stringify({ version, places: kept }));
    } catch (error) {
      if (diskTrouble(error) === null) throw error;
    }
  };
  const flush = () => {
    if (isToWrite) write();
  };
  const writeSoon = async () => {
    if (isToWrite) return;
    isToWrite = true;
    await clock.sleep(writtenAfterMs);
    flush();
  };
  const forget = (connection: ConnectionId) => {
    if (places.delete(connection)) write();
  };
  return {
    of: (connection) => places.get(connection) ?? null,
    keep: (connection, place) => {
      last = connection;
      places.set(connection, place);
      void writeSoon();
    },
    forget,
    forgetLast: () => {
      if (last !== null) forget(last);
    },
    flush,
  };
}

/** Null: it is of a newer version. */
function readPlaces(file: string): Map<string, Place> | null {
  const places = new Map<string, Place>();
  try {
    const envelope = Envelope.parse(parseJsonFile(readOwnFile(file)));
    if (envelope.version > version) return null;
    for (const [connection, kept] of Object.entries(envelope.places)) {
      const place = Kept.safeParse(kept);
      if (place.success) places.set(connection, place.data);
    }
  } catch {
    // Not there, or not to be understood.
  }
  return places;
}

/** Of fewer people the place would be another one. */
function withoutText({ page, scrollTop }: Place): Place {
  if (page.view === 'check' && page.filter.text !== '')
    return { page: { ...page, filter: { ...page.filter, text: '' } }, scrollTop: 0 };
  if (page.view === 'problems' && page.list !== undefined && page.list.filter.text !== '') {
    const { list } = page;
    return { page: { ...page, list: { ...list, filter: { ...list.filter, text: '' } } }, scrollTop: 0 };
  }
  if (page.view !== 'people' || page.table.filter.text === '') return { page, scrollTop };
  const { table } = page;
  const plain: Page = { ...page, table: { ...table, filter: { ...table.filter, text: '' } } };
  return { page: plain, scrollTop: 0 };
}
