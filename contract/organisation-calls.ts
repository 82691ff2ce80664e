/** The rows of `calls.ts` that are about the organisation. */
import { z } from 'zod';
import { longestSearchText } from './bounds.ts';
import { Nothing } from './call-inputs.ts';
import { UserId } from './ids.ts';
import {
  Chart,
  ChartAsked,
  LeaveAsked,
  Look,
  LookAsked,
  Members,
  MembersAsked,
  OpenAsked,
  Opened,
  RowsAsked,
  Sought,
  TreeRows,
  TypedInTree,
} from './organisation.ts';
import { MapAnswer, MapAsked } from './organisation-map.ts';
import { Relation, RelationAsked } from './organisation-relation.ts';
import { OrganisationPrintAsked, OrganisationSaveAsked } from './organisation-save.ts';
import { Leading, LeadingAsked, Spans, SpansAsked, SpansFile } from './organisation-spans.ts';
import { Match, MatchAsked } from './organisation-spotlight.ts';
import { PersonCard } from './person.ts';
import { LabelCounts, LabelsAsked } from './table.ts';
import { Milliseconds } from './user.ts';

export const organisationCalls = {
  /** Who of the organisation is shown first, and how many there are. */
  'organisation.look': { input: LookAsked, output: Look },
  /** The tree of everybody under their manager: a window of its rows. At first the reports of the largest top are open. */
  'organisation.rows': { input: RowsAsked, output: TreeRows },
  'organisation.open': { input: OpenAsked, output: Opened },
  /** Null: they are not in it. */
  'organisation.seek': { input: z.object({ id: UserId }), output: Sought.nullable() },
  /** The next row whose name begins with what is typed; null: nobody's does. `cancelled`: the snapshot is no longer kept. */
  'organisation.typed': { input: TypedInTree, output: z.object({ row: z.number().int().nullable() }) },
  /** What is drawn of a chart around somebody. Null: they are not in it. */
  'organisation.chart': { input: ChartAsked, output: Chart.nullable() },
  /** What of the map of everybody is in view, and where somebody is on it. */
  'organisation.map': { input: MapAsked, output: MapAnswer },
  /** The next in the spotlight, or the one before. Null: nobody is in it. */
  'organisation.match': { input: MatchAsked, output: Match.nullable() },
  /**
   * Who matches a text of those who were stored at the moment of the past that is shown, by what they were, the one meant first.
   * `isByToday`: as of `organisation.rows`. `cancelled`: it is shown as it is now.
   */
  'organisation.find': {
    input: z.object({ text: z.string().max(longestSearchText), limit: z.number().int().min(1).max(50) }),
    output: z.object({ found: z.array(PersonCard).max(50), isByToday: z.boolean() }),
  },
  /** The roles or teams that these people had then, with how many had each. `text`: part of a name. `cancelled`: as `organisation.find`. */
  'organisation.labels': { input: LabelsAsked.pick({ kind: true, text: true }), output: LabelCounts },
  'organisation.members': { input: MembersAsked, output: Members },
  /** How two people stand to each other, by their managers. */
  'organisation.relation': { input: RelationAsked, output: Relation },
  /** Spans and layers of a branch. Null: the person is not in the organisation. */
  'organisation.spans': { input: SpansAsked, output: Spans.nullable() },
  /** Who of a branch lead one person, or many: a part of the list. Null: as `organisation.spans`. */
  'organisation.leading': { input: LeadingAsked, output: Leading.nullable() },
  /** Saves spans or layers as a CSV file where the person chooses; says how many lines. Null, progress and stop: as `organisation.save`. */
  'organisation.saveSpans': {
    input: SpansAsked.extend({ file: SpansFile }),
    output: z.object({ saved: z.number().int().nullable() }),
  },
  /** When the first claim was seen: as of an earlier moment nothing is known. Null: nobody has listed anybody. */
  'organisation.since': { input: Nothing, output: z.object({ since: Milliseconds.nullable() }) },
  /**
   * Saves the organisation, or a part of it, as a file where the person chooses; says how many people, those among them who
   * are only listed, and how many these are. Null: they chose not to, or stopped it. `people.stopExport` stops it, and how far it
   * is comes as `export.progress`.
   */
  'organisation.save': {
    input: OrganisationSaveAsked,
    output: z.object({ saved: z.number().int().nullable(), onlyListed: z.number().int() }),
  },
  /** Prints it by the system's dialog. False: the person chose not to there, or stopped it. Progress and stop: as `organisation.save`. */
  'organisation.print': { input: OrganisationPrintAsked, output: z.object({ printed: z.boolean() }) },
  /** The organisation is not shown any more: what is kept of it in memory goes after a while, but for who was active last. */
  'organisation.leave': { input: LeaveAsked, output: Nothing },
} as const satisfies Record<`organisation.${string}`, { input: z.ZodType; output: z.ZodType }>;
