/** Spans and layers of a branch as CSV: a line for each person who leads others, or for each layer. */
import type { Named } from '../../contract/organisation.ts';
import type { Layer } from '../../contract/organisation-spans.ts';
import type { Status } from '../../contract/user.ts';
import { type Cell, csvLine } from './cells.ts';
import { byteOrderMark } from './people-csv.ts';
import { statusText } from './status-text.ts';

/** Somebody who leads others. `status` null: nothing is stored of them; `layer` from 1; `manager` null: nobody is above them. */
export type Leads = {
  readonly person: Named;
  readonly status: Status | null;
  readonly layer: number;
  readonly direct: number;
  readonly below: number;
  /** Of those below, who is only listed; who failed is not fetched either. */
  readonly notFetched: number;
  readonly failed: number;
  readonly notFound: number;
  readonly manager: Named | null;
};

type Columns<T> = readonly (readonly [heading: string, cell: (of: T) => Cell])[];

const whole = (value: number): Cell => ({ verbatim: String(value) });

const ofLeaders: Columns<Leads> = [
  ['Name', ({ person }) => person.name],
  ['Status', ({ status }) => ({ verbatim: status === null ? 'not fetched' : statusText(status) })],
  ['Layer', ({ layer }) => whole(layer)],
  ['Direct reports', ({ direct }) => whole(direct)],
  ['Everybody below', ({ below }) => whole(below)],
  ['Not fetched yet below', ({ notFetched, failed }) => whole(notFetched - failed)],
  ['Could not be fetched below', ({ failed }) => whole(failed)],
  ['Not found below', ({ notFound }) => whole(notFound)],
  ['Manager', ({ manager }) => manager?.name ?? ''],
  ['Manager id', ({ manager }) => manager?.id ?? ''],
  ['Id', ({ person }) => person.id],
];

type LayerLine = Layer & { readonly layer: number };

const ofLayers: Columns<LayerLine> = [
  ['Layer', ({ layer }) => whole(layer)],
  ['People', (line) => whole(peopleIn(line))],
  ['Leading others', ({ leaders }) => whole(leaders)],
  ['Active', ({ byStatus }) => whole(byStatus.active)],
  ['Inactive', ({ byStatus }) => whole(byStatus.inactive)],
  ['Deleted', ({ byStatus }) => whole(byStatus.deleted)],
  ['Not found', ({ byStatus }) => whole(byStatus['not-found'])],
  ['Unknown', ({ byStatus }) => whole(byStatus.unknown)],
  ['Only listed', ({ notFetched, notFound }) => whole(notFetched + notFound)],
  ['Only listed: not fetched yet', ({ notFetched, failed }) => whole(notFetched - failed)],
  ['Only listed: could not be fetched', ({ failed }) => whole(failed)],
  ['Only listed: not found', ({ notFound }) => whole(notFound)],
];

const headOf = <T>(columns: Columns<T>): string =>
  byteOrderMark + csvLine(columns.map(([heading]) => ({ verbatim: heading })));

export const leadersHead = headOf(ofLeaders);
export const layersHead = headOf(ofLayers);

export function leadersLine(leads: Leads): string {
  return csvLine(ofLeaders.map(([, cell]) => cell(leads)));
}

/** `layer`: from 1. */
export function layersLine(layer: number, counts: Layer): string {
  return csvLine(ofLayers.map(([, cell]) => cell({ ...counts, layer })));
}

/** Those who are stored. */
function peopleIn({ byStatus }: Layer): number {
  return Object.values(byStatus).reduce((sum, of) => sum + of, 0);
}
