/** The double's answers for the table: the same people, filtered and sorted as plainly as can be. */
import type { Handlers } from '../../contract/calls.ts';
import { failed, succeeded } from '../../contract/failures.ts';
import type { PersonCard } from '../../contract/person.ts';
import type { LabelCount, PeopleView, TableRow, WhichPeople } from '../../contract/table.ts';
import type { Status } from '../../contract/user.ts';
import { cardOf, day, idOf } from './people.ts';

type TableHandlers = Pick<
  Handlers,
  | 'people.list'
  | 'people.labels'
  | 'people.headcount'
  | 'people.select'
  | 'people.copy'
  | 'people.countBelow'
  | Extract<keyof Handlers, `addresses.${string}`>
  | 'people.export'
  | 'people.stopExport'
>;

/** People by number, made when they are looked at: a hundred thousand of them weigh nothing. */
type People = { readonly length: number; readonly at: (index: number) => PersonCard | undefined };

export function manyPeople(count: number): People {
  return { length: count, at: (index) => (index < count ? cardOf(index) : undefined) };
}

export function createDoubleTable(people: People): TableHandlers {
  const selected = new Set<number>();
  const snapshots = new Map<number, readonly number[]>();
  let last = 0;
  let ranged: { readonly range: number; readonly added: readonly number[] } | null = null;
  let shown: { readonly of: string; readonly order: readonly number[] } | null = null;
  const card = (index: number): PersonCard => people.at(index) ?? cardOf(index);
  const everybody = Array.from({ length: people.length }, (_, index) => index);
  const fits = (one: PersonCard, { filter }: PeopleView) =>
    (filter.role === null || (one.role?.id ?? '') === filter.role) &&
    (filter.team === null || (one.team?.id ?? '') === filter.team) &&
    one.name.toLowerCase().includes(filter.text.toLowerCase());

  const orderOf = (view: PeopleView): readonly number[] => {
    if (people.length > 5000) return everybody;
    const { by, descending } = view.sort;
    const value = (index: number) => String(column(card(index), by) ?? '');
    return everybody
      .filter((index) => view.filter.status === null || card(index).status === view.filter.status)
      .filter((index) => fits(card(index), view))
      .sort((a, b) => value(a).localeCompare(value(b)) * (descending ? -1 : 1) || a - b);
  };
  const meant = (snapshot: number, which: WhichPeople): readonly number[] => {
    const order = snapshots.get(snapshot) ?? [];
    if (which === 'all') return order;
    return which === 'selected'
      ? order.filter((index) => selected.has(index))
      : order.slice(which.place, which.place + 1);
  };

  return {
    'people.list': ({ view, offset, limit, follow }) => {
      const of = JSON.stringify(view);
      if (shown?.of !== of) {
        shown = { of, order: orderOf(view) };
        last += 1;
        snapshots.set(last, shown.order);
      }
      const { order } = shown;
      const counts: Record<Status, number> = { active: 0, inactive: 0, deleted: 0, 'not-found': 0, unknown: 0 };
      if (people.length > 5000) counts.active = people.length;
      else for (const index of everybody) if (fits(card(index), view)) counts[card(index).status] += 1;
      return succeeded({
        snapshot: last,
        offset,
        rows: order.slice(offset, offset + limit).map((index) => rowOf(card(index), index, selected.has(index))),
        total: order.length,
        counts,
        known: people.length,
        selected: selected.size === 0 ? 0 : order.filter((index) => selected.has(index)).length,
        selectedElsewhere: selected.size - order.filter((index) => selected.has(index)).length,
        isOutdated: false,
        below: view.filter.below === null ? null : { id: view.filter.below.id, name: 'Amara Okafor' },
        places: follow.map((id) => {
          const place = order.findIndex((index) => card(index).id === id);
          return place === -1 ? null : place;
        }),
      });
    },
    'people.labels': ({ kind, text }) => {
      const found = new Map<string, LabelCount>();
      for (const index of everybody.slice(0, 5000)) {
        const { id, name } = card(index)[kind] ?? { id: '', name: null };
        found.set(id, { id, name, people: (found.get(id)?.people ?? 0) + 1 });
      }
      const labels = [...found.values()].filter(({ name }) => (name ?? '').toLowerCase().includes(text.toLowerCase()));
      return succeeded({ labels, more: 0 });
    },
    'people.headcount': ({ by }) => {
      const found = new Map<string, { value: string; name: string | null; people: number }>();
      for (const index of everybody.slice(0, 5000)) {
        const { role, team, status } = card(index);
        const label = by === 'role' ? role : by === 'team' ? team : null;
        const value = label?.id ?? (by === 'status' ? status : by === 'countryCode' && index % 3 === 0 ? '34' : '');
        found.set(value, { value, name: label?.name ?? null, people: (found.get(value)?.people ?? 0) + 1 });
      }
      const rows = [...found.values()].sort((a, b) => b.people - a.people);
      return succeeded({ rows, people: people.length, more: { values: 0, people: 0 } });
    },
    'people.select': ({ snapshot, anew, changes, range }) => {
      const order = snapshots.get(snapshot);
      if (order === undefined) return failed({ kind: 'cancelled' });
      if (ranged !== null && ranged.range === range) for (const index of ranged.added) selected.delete(index);
      if (anew) selected.clear();
      const before = new Set(selected);
      for (const { from, to, selected: on } of changes) {
        for (const index of order.slice(from, to)) {
          if (on) selected.add(index);
          else selected.delete(index);
        }
      }
      ranged = range === null ? null : { range, added: [...selected].filter((index) => !before.has(index)) };
      return succeeded({ selected: order.filter((index) => selected.has(index)).length });
    },
    'people.countBelow': () => succeeded({ all: 29, direct: 8 }),
    'addresses.copy': ({ of }) =>
      succeeded({ copied: 'below' in of ? 8 : meant(of.snapshot, of.which).length, without: 0, gone: 0 }),
    'addresses.write': ({ of }) =>
      succeeded({ copied: 'below' in of ? 8 : meant(of.snapshot, of.which).length, without: 0, gone: 0, how: 'begun' }),
    'addresses.separator': () => succeeded({ separator: 'comma' }),
    'addresses.setSeparator': () => succeeded(null),
    'people.copy': ({ snapshot, which }) => succeeded({ copied: meant(snapshot, which).length }),
    'people.export': ({ snapshot, which }) => succeeded({ saved: meant(snapshot, which).length }),
    'people.stopExport': () => succeeded(null),
  };
}

const timeZones: readonly TableRow['timeZone'][] = [
  { text: '+0530', zone: { kind: 'offset', minutes: 330 } },
  { text: 'America/Argentina/Buenos_Aires', zone: zoneNamed('America/Argentina/Buenos_Aires') },
  { text: 'IST', zone: { kind: 'abbreviation' } },
  { text: 'Z', zone: { kind: 'offset', minutes: 0 } },
  { text: 'Atlantis', zone: null },
  { text: 'Pacific/Auckland', zone: zoneNamed('Pacific/Auckland') },
  null,
];

function zoneNamed(name: string) {
  return { kind: 'named', name, zone: name } as const;
}

function rowOf(card: PersonCard, index: number, selected: boolean): TableRow {
  const manager =
    card.reportCount > 8 ? null : { id: idOf(9001), name: index % 9 === 2 ? 'Wei Zhang' : 'Amara Okafor' };
  return {
    ...card,
    phone: index % 3 === 0 ? '+34 91 555 01 27' : null,
    timeZone: timeZones[index % timeZones.length] ?? null,
    manager,
    otherManagers: index % 40 === 11 ? 1 : 0,
    createdAt: Date.now() - (900 + index) * day,
    updatedAt: Date.now() - (index % 90) * day,
    selected,
  };
}

function column(card: PersonCard, by: PeopleView['sort']['by']): string | number | null {
  if (by === 'role' || by === 'team') return card[by]?.name ?? null;
  if (by === 'status' || by === 'email' || by === 'username' || by === 'availability' || by === 'id') return card[by];
  if (by === 'deleted') return card.deletedAt;
  if (by === 'notFound') return card.notFoundSince;
  return by === 'reports' ? String(card.reportCount).padStart(9, '0') : card.name;
}
