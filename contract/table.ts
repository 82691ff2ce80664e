/**
 * The table of people. A view is one filter and one sort; the main process answers it from a snapshot: everybody in
 * it, in order, with the counts of that same moment. The page only ever holds windows of it, and names rows by their
 * place in a snapshot, so that a hundred thousand of them can be selected without being sent.
 */
import { z } from 'zod';
import { cardBounds, longestSearchText, longestTyped, longestWord, mostHeadcounts, mostRows } from './bounds.ts';
import { UserId } from './ids.ts';
import { columnsInOrder, columnWidth } from './people-view.ts';
import { PersonCard } from './person.ts';
import { ZoneReading } from './reach.ts';
import { Milliseconds, Status } from './user.ts';

export const TableColumn = z.enum(columnsInOrder);
export type TableColumn = z.infer<typeof TableColumn>;

/** The name is always among them; it comes first. */
export const TableColumns = z
  .array(TableColumn)
  .max(TableColumn.options.length)
  .transform((chosen) => TableColumn.options.filter((column) => column === 'name' || chosen.includes(column)));

/** How a column is as wide as it is: pixels that a person chose, or its share of the room that those columns leave. */
const ColumnWidth = z.union([
  z.number().int().min(columnWidth.least).max(columnWidth.most),
  z.object({ share: z.number().positive().max(1000) }),
]);
/** Of the columns that are not as wide as they were made: some, or none. */
export const ColumnWidths = z.partialRecord(TableColumn, ColumnWidth);
export type ColumnWidths = z.infer<typeof ColumnWidths>;

const LabelChosen = z.string().max(10_000).nullable();

/** Everybody below somebody by their managers, or only those whose manager the person is. */
export const Below = z.object({ id: UserId, which: z.enum(['all', 'direct']) });
export type Below = z.infer<typeof Below>;

export const PeopleFilter = z.object({
  status: Status.nullable(),
  /** The value that users carry, or `withoutLabel`; null: any. */
  role: LabelChosen,
  team: LabelChosen,
  /** As in a search, lists of ids, addresses and numbers included; empty: anybody. */
  text: z.string().max(longestSearchText),
  /** Null, and not set: wherever they stand. */
  below: Below.nullable().default(null),
  /** Of the first number, without its `+`, or `withoutLabel`; null, and not set: any. */
  countryCode: z
    .string()
    .regex(/^\d{0,3}$/)
    .nullable()
    .default(null),
});
export type PeopleFilter = z.infer<typeof PeopleFilter>;

export const PeopleSort = z.object({ by: TableColumn, descending: z.boolean() });
export type PeopleSort = z.infer<typeof PeopleSort>;

export const PeopleView = z.object({ filter: PeopleFilter, sort: PeopleSort });
export type PeopleView = z.infer<typeof PeopleView>;

/** One row. Its status is that of the snapshot; everything else is as it was when the row was read. */
export const TableRow = PersonCard.extend({
  phone: z.string().max(cardBounds.phone).nullable(),
  /** As the record writes it, and what that means (null: it is not known); null: the record names none. */
  timeZone: z.object({ text: z.string().max(cardBounds.label), zone: ZoneReading.nullable() }).nullable(),
  /** The person's manager; null where nobody else lists the person. */
  manager: z.object({ id: UserId, name: z.string().max(cardBounds.name) }).nullable(),
  /** How many more list the person. */
  otherManagers: z.number().int(),
  /** When the server says the user was created. */
  createdAt: Milliseconds.nullable(),
  /** When the server says the user was changed last. */
  updatedAt: Milliseconds.nullable(),
  selected: z.boolean(),
});
export type TableRow = z.infer<typeof TableRow>;

/** A number that stands for exactly these people in this order. A later one is larger. The last few are kept. */
export const Snapshot = z.number().int().min(1);

export const PeopleWindowAsked = z.object({
  view: PeopleView,
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(mostRows),
  /** People whose places are wanted, so that what is active stays so while others come and go. */
  follow: z.array(UserId).max(2),
});
export type PeopleWindowAsked = z.infer<typeof PeopleWindowAsked>;

/** The person above all people of a view: by name, or by id where they are not stored. */
export const BelowNamed = z.object({ id: UserId, name: z.string().max(cardBounds.name) });
export type BelowNamed = z.infer<typeof BelowNamed>;

export const PeopleWindow = z.object({
  snapshot: Snapshot,
  offset: z.number().int(),
  rows: z.array(TableRow).max(mostRows),
  /** People in the view. */
  total: z.number().int(),
  /**
   * By status, of those that the rest of the filter leaves: what each choice of a status would show. Null in an
   * answer that was given before the whole view was computed; asking again brings them.
   */
  counts: z.record(Status, z.number().int()).nullable(),
  /** Everybody known, whatever the filter. */
  known: z.number().int(),
  /** Of those in the view. */
  selected: z.number().int(),
  /** Selected, and left out by the filter. */
  selectedElsewhere: z.number().int(),
  /** People have changed since: asking again in a moment brings a newer snapshot. */
  isOutdated: z.boolean(),
  /** Null: the view's filter names nobody. */
  below: BelowNamed.nullable(),
  /** Of those followed, in the order asked; null: not in the view. */
  places: z.array(z.number().int().nullable()),
});
export type PeopleWindow = z.infer<typeof PeopleWindow>;

export const LabelKind = z.enum(['role', 'team']);
export type LabelKind = z.infer<typeof LabelKind>;

export const LabelsAsked = z.object({
  /** Counted are those whom it leaves without what it says of this very kind. */
  filter: PeopleFilter,
  kind: LabelKind,
  /** Part of a name; empty: all. */
  text: z.string().max(200),
});
export type LabelsAsked = z.infer<typeof LabelsAsked>;

/** A role or team that somebody has, with how many have it. `id` may be `withoutLabel`. */
export const LabelCount = z.object({ id: z.string(), name: z.string().nullable(), people: z.number().int() });
export type LabelCount = z.infer<typeof LabelCount>;

/** At most 100 of them, by name; `more`: how many there are beyond. */
export const LabelCounts = z.object({ labels: z.array(LabelCount).max(100), more: z.number().int() });
export type LabelCounts = z.infer<typeof LabelCounts>;

export const HeadcountBy = z.enum(['team', 'role', 'status', 'countryCode']);
export type HeadcountBy = z.infer<typeof HeadcountBy>;

/** Counts the people that the filter leaves without what it says of this very thing. */
export const HeadcountAsked = z.object({ filter: PeopleFilter, by: HeadcountBy });
export type HeadcountAsked = z.infer<typeof HeadcountAsked>;

/** The largest first; `more`: what is beyond the rows. */
export const Headcount = z.object({
  rows: z
    .array(
      z.object({
        /** As the filter takes it: an id, a status, a country code, or `withoutLabel`. */
        value: z.string().max(longestWord),
        /** Of a team or role that has one. */
        name: z.string().max(cardBounds.label).nullable(),
        people: z.number().int(),
      }),
    )
    .max(mostHeadcounts),
  /** Everybody who was counted. */
  people: z.number().int(),
  more: z.object({ values: z.number().int(), people: z.number().int() }),
});
export type Headcount = z.infer<typeof Headcount>;

const Place = z.number().int().min(0);

/** Selects or unselects places `[from, to)` of a snapshot, one after the other. */
export const SelectAsked = z.object({
  snapshot: Snapshot,
  /** Begins by selecting nobody. */
  anew: z.boolean(),
  changes: z.array(z.object({ from: Place, to: Place, selected: z.boolean() })).max(8),
  /**
   * Those of one number that follow each other are one range that grows and shrinks: what the one before it selected is
   * first as it was before the range. Null: no range.
   */
  range: z.number().int().nullable(),
});
export type SelectAsked = z.infer<typeof SelectAsked>;

/** `from`: the place to look from, on to the last and round to the one before. */
export const TypedAsked = z.object({ snapshot: Snapshot, typed: z.string().max(longestTyped), from: Place });
export type TypedAsked = z.infer<typeof TypedAsked>;

/** Which people of the snapshot are meant: all of it, the selected ones in it, or one place. */
export const WhichPeople = z.union([z.literal('all'), z.literal('selected'), z.object({ place: Place })]);
export type WhichPeople = z.infer<typeof WhichPeople>;

export const MeantPeople = z.object({ snapshot: Snapshot, which: WhichPeople });
export type MeantPeople = z.infer<typeof MeantPeople>;

export const CopyAsked = MeantPeople.extend({ columns: TableColumns });
export type CopyAsked = z.infer<typeof CopyAsked>;

export const ExportFormat = z.enum(['csv', 'vcard']);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** `withLocalTime`: CSV has a column of what time it is where each of them is. */
export const ExportAsked = MeantPeople.extend({ format: ExportFormat, withLocalTime: z.boolean() });
export type ExportAsked = z.infer<typeof ExportAsked>;
