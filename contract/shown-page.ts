/** What the page says of itself, so that it can be shown again where it was, and so that what failed in it is logged. */
import { z } from 'zod';
import { CheckFilter, CheckId } from './check.ts';
import { ConnectionId, UserId } from './ids.ts';
import { OrganisationForm } from './organisation.ts';
import { ProblemFilter, ProblemKind, ProblemSort } from './problems.ts';
import { PeopleSort, PeopleView } from './table.ts';
import { Milliseconds } from './user.ts';

export const PersonTab = z.enum(['overview', 'emails', 'reports', 'status', 'raw']);
export type PersonTab = z.infer<typeof PersonTab>;

const PersonAt = z.object({ view: z.literal('person'), id: UserId, tab: PersonTab });
/** What stands beside the tree and the view. Of a relation null is somebody who is not chosen yet. */
export const OrganisationPanel = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('relation'), a: UserId.nullable(), b: UserId.nullable() }),
  /** Of everybody, or of the branch of the person who is active. */
  z.object({ kind: z.literal('spans'), isWhole: z.boolean() }),
]);
export type OrganisationPanel = z.infer<typeof OrganisationPanel>;

/** `id` null: the person who was shown there last. */
const OrganisationAt = z.object({
  view: z.literal('organisation'),
  id: UserId.nullable(),
  form: OrganisationForm,
  panel: OrganisationPanel.optional(),
});

/** The problems of one kind. */
export const ProblemList = z.object({ kind: ProblemKind, filter: ProblemFilter, sort: ProblemSort });
export type ProblemList = z.infer<typeof ProblemList>;

/** A view, with all that decides what it shows. */
export const Page = z.discriminatedUnion('view', [
  /** `sortBefore`: the order to go back to once a filter that brought its own is left. */
  z.object({ view: z.literal('people'), table: PeopleView, sortBefore: PeopleSort.optional() }),
  /** `asOf`: it is shown as it was then, in milliseconds since 1970-01-01T00:00Z; without it as it is now. No link has it. */
  OrganisationAt.extend({ asOf: Milliseconds.optional() }),
  /** `id` null: where a list is given, and the checks that are kept. */
  z.object({ view: z.literal('check'), id: CheckId.nullable(), filter: CheckFilter }),
  /** Without `list`: every kind, each in short. */
  z.object({ view: z.literal('problems'), list: ProblemList.optional() }),
  PersonAt,
]);
export type Page = z.infer<typeof Page>;

/** What a link from outside can lead to. */
export const LinkedPage = z.discriminatedUnion('view', [PersonAt, OrganisationAt]);
export type LinkedPage = z.infer<typeof LinkedPage>;

/** `scrollTop`: how far down, in pixels. */
export const ShownPage = z.object({ connection: ConnectionId, page: Page, scrollTop: z.number().min(0) });
export type ShownPage = z.infer<typeof ShownPage>;

/** Parts that can fail by themselves: each view, and what stands around it. `work`: what the page does while it draws nothing. */
export const PagePart = z.union([
  z.union(Page.options.map(({ shape }) => shape.view)),
  z.enum(['search', 'messages', 'frame', 'work']),
]);
export type PagePart = z.infer<typeof PagePart>;

/** An error without its message, which may quote what it choked on: its type, and where in the app's code it came from. */
export const PageFailure = z.object({
  part: PagePart,
  error: z.string().regex(/^\w{1,40}$/),
  /** As `name@file:line:column`, the innermost first. */
  frames: z.array(z.string().regex(/^[\w.$<>]{0,80}@[\w.-]{1,80}:\d{1,7}:\d{1,7}$/)).max(12),
});
export type PageFailure = z.infer<typeof PageFailure>;
