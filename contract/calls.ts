/**
 * The one table of calls from the page to the main process. Adding a call is one row here, or in the file of its noun
 * where that has one, and one handler in `electron/`; both sides derive their types from it, so a missing handler or a misspelt name does not compile.
 * The main process parses the input before the handler sees it, and the output before the page does.
 */
import { z } from 'zod';
import { AccountOverview } from './account.ts';
import { AddressesOf, AddressSeparator, CopiedAddresses, WrittenAddresses } from './addresses.ts';
import {
  cardBounds,
  longestImagePart,
  longestPart,
  longestPicturePart,
  longestSearchText,
  longestTyped,
  mostNames,
  mostRefreshesPerDay,
  mostReports,
  mostSeen,
} from './bounds.ts';
import { LongText, Nothing } from './call-inputs.ts';
import { checkCalls } from './check-calls.ts';
import type { Outcome } from './failures.ts';
import { ConnectionId, Sha256, UserId } from './ids.ts';
import { organisationCalls } from './organisation-calls.ts';
import { ListedSummary, OddItems } from './pasted.ts';
import { FoundPerson, Label, MatchCounts, PersonCard, PersonPage, RawPart, ReportEntry } from './person.ts';
import { problemCalls } from './problem-calls.ts';
import { PageFailure, ShownPage } from './shown-page.ts';
import { SyncState } from './sync.ts';
import {
  ColumnWidths,
  CopyAsked,
  ExportAsked,
  Headcount,
  HeadcountAsked,
  LabelCounts,
  LabelKind,
  LabelsAsked,
  PeopleWindow,
  PeopleWindowAsked,
  SelectAsked,
  TableColumns,
  TypedAsked,
} from './table.ts';
import { Theme } from './theme.ts';
import { tokenForm, tokenLimitBytes } from './token-form.ts';
import { Milliseconds, Status } from './user.ts';

export const Token = z.string().trim().min(1).max(tokenLimitBytes).regex(tokenForm);

export const calls = {
  /** Connections, the keychain and what is open now. */
  'account.overview': { input: Nothing, output: AccountOverview },
  /**
   * Opens a server: checks the token with one request where an id is given, keeps it, and remembers the connection.
   * `startFrom` is any text; ids are found in it. `start` is the person to show first.
   */
  'account.connect': {
    input: z.object({
      server: z.string().max(2048),
      token: Token,
      startFrom: LongText,
      name: z.string().trim().max(100),
    }),
    output: z.object({
      overview: AccountOverview,
      start: UserId.nullable(),
      idsFound: z.number().int(),
      /** What in `startFrom` is none. */
      odd: OddItems,
    }),
  },
  /** Gives up a connection for which the server is being asked: that fails with `cancelled`, and nothing is kept. */
  'account.cancelConnect': { input: Nothing, output: Nothing },
  /** Starts the demo directory on this computer and opens it. */
  'account.connectDemo': {
    input: Nothing,
    output: z.object({ overview: AccountOverview, start: UserId, left: ShownPage.nullable() }),
  },
  /** Opens a remembered connection, also without its token. `left`: where it was left; null: it is shown from its start. */
  'account.switch': {
    input: z.object({ connection: ConnectionId }),
    output: z.object({ overview: AccountOverview, start: UserId.nullable(), left: ShownPage.nullable() }),
  },
  'account.rename': {
    input: z.object({ connection: ConnectionId, name: z.string().trim().min(1).max(100) }),
    output: AccountOverview,
  },
  /** Gives the open connection another token, after one was refused or not kept. */
  'account.renewToken': { input: z.object({ token: Token }), output: AccountOverview },
  /**
   * Has the desktop ask the person to unlock the keychain (or to make one), waits for them, and keeps or reads the
   * open connection's token then. False: it is as shut as before.
   */
  'account.unlockKeychain': { input: Nothing, output: z.object({ unlocked: z.boolean(), overview: AccountOverview }) },
  /** Asks the server at once whether it is there and takes the token; answered when that is known. */
  'account.lookAgain': { input: Nothing, output: AccountOverview },
  /** The page sees first when the system's network comes or goes: the main process is told of neither. */
  'account.networkChanged': { input: z.object({ isOnline: z.boolean() }), output: Nothing },
  /** Closes a connection and forgets what is asked: the token, the local copy. Both: the connection is no longer remembered. */
  'account.disconnect': {
    input: z.object({ connection: ConnectionId, forgetToken: z.boolean(), forgetCopy: z.boolean() }),
    output: AccountOverview,
  },

  /** A person's page. `known`: the local copy will do however old; `fresh`: ask the server first, fall back to the copy. */
  'people.open': { input: z.object({ id: UserId, want: z.enum(['known', 'fresh']) }), output: PersonPage },
  /** A part of a long list of direct reports, of this status alone; null: of any. What is lacking in it is fetched. */
  'people.reports': {
    input: z.object({
      id: UserId,
      status: Status.nullable(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(mostReports),
    }),
    output: z.object({ entries: z.array(ReportEntry).max(mostReports), total: z.number().int() }),
  },
  /** Fetches again those direct reports of a person that could not be fetched. Answers arrive as `reports.arrived`. */
  'people.retryReports': { input: z.object({ id: UserId }), output: Nothing },
  /** Stops fetching cards for the page that was open; called when it is left. */
  'people.leave': { input: Nothing, output: Nothing },
  /**
   * People known so far that match the text, best first, and an id in it that could be fetched; of a list of ids, addresses
   * and numbers, the people known by them, in its order. `status`: of this one alone. How many match is told of all.
   */
  'people.find': {
    input: z.object({
      text: z.string().max(longestSearchText),
      status: Status.nullable(),
      limit: z.number().int().min(1).max(50),
    }),
    output: z.object({
      found: z.array(FoundPerson).max(50),
      known: z.number().int(),
      /** Of somebody who is not stored; `notFoundSince`: the server has said that there is no such user. */
      fetchable: z.object({ id: UserId, notFoundSince: Milliseconds.nullable() }).nullable(),
      /** Null: the text is no list. */
      listed: ListedSummary.nullable(),
      counts: MatchCounts,
    }),
  },
  /** What is known of the list that a text is; null: it is none. */
  'people.listed': {
    input: z.object({ text: z.string().max(longestSearchText) }),
    output: ListedSummary.nullable(),
  },
  /** The people opened last, newest first, at most 12. */
  'people.recent': { input: Nothing, output: z.array(PersonCard).max(12) },
  /** The table of people: a window of a view. */
  'people.list': { input: PeopleWindowAsked, output: PeopleWindow },
  /** These rows stay on screen, and lack a picture: those that can be had arrive as `picture.arrived`, of no other rows. */
  'people.rowsSeen': { input: z.object({ ids: z.array(UserId).max(mostSeen) }), output: Nothing },
  /** The roles or teams there are to choose from, with how many people each. */
  'people.labels': { input: LabelsAsked, output: LabelCounts },
  'people.headcount': { input: HeadcountAsked, output: Headcount },
  /** What a role or team is called that users carry, whether or not somebody has it now. */
  'people.label': { input: z.object({ kind: LabelKind, id: z.string().min(1).max(10_000) }), output: Label },
  /** Selects rows; says how many of the view are selected then. `cancelled`: the snapshot is no longer kept. */
  'people.select': { input: SelectAsked, output: z.object({ selected: z.number().int() }) },
  /** The next place of a snapshot whose name begins with what is typed; null: nobody's does. Fails as `people.select`. */
  'people.typed': { input: TypedAsked, output: z.object({ place: z.number().int().nullable() }) },
  /** The first of these names that begins with what is typed; null: none does. */
  'people.typedAmong': {
    input: z.object({
      names: z.array(z.string().max(cardBounds.name)).max(mostNames),
      typed: z.string().max(longestTyped),
    }),
    output: z.object({ first: z.number().int().nullable() }),
  },
  /** Puts rows on the clipboard as text: tabs between columns, headings first. Says how many. Fails as `people.select`. */
  'people.copy': { input: CopyAsked, output: z.object({ copied: z.number().int() }) },
  /** How many of those who are stored are below somebody, as the table's filter has them. */
  'people.countBelow': {
    input: z.object({ id: UserId }),
    output: z.object({ all: z.number().int(), direct: z.number().int() }),
  },
  /** Saves people as a file where the person chooses; says how many. Null: they chose not to, or stopped it. */
  'people.export': { input: ExportAsked, output: z.object({ saved: z.number().int().nullable() }) },
  /** Stops the export under way; nothing of it is left. */
  'people.stopExport': { input: Nothing, output: Nothing },
  /** A part of the newest reply's text, from 0; the first says how many there are. */
  'people.raw': { input: z.object({ id: UserId, part: z.number().int().min(0) }), output: RawPart },
  /** Puts the newest reply on the clipboard. */
  'people.copyRaw': { input: z.object({ id: UserId, withReceipt: z.boolean() }), output: Nothing },
  /** Saves the raw reply with its receipt where the person chooses. False: they chose not to. */
  'people.saveRaw': { input: z.object({ id: UserId }), output: z.object({ saved: z.boolean() }) },

  ...organisationCalls,

  ...checkCalls,

  ...problemCalls,

  'sync.state': { input: Nothing, output: SyncState },
  /** Begins, or goes on where it was paused, stopped or failed. News arrive as `sync.changed`. */
  'sync.begin': { input: Nothing, output: SyncState },
  'sync.pause': { input: Nothing, output: SyncState },
  'sync.stop': { input: Nothing, output: SyncState },
  /** Adds the ids found in any text (a list, a CSV, a log, links) to those the directory is walked from, and begins. */
  'sync.addIds': {
    input: z.object({ text: LongText }),
    /** `found`: different ids in the text; `added`: of those, not named before; `odd`: what is none. */
    output: z.object({ found: z.number().int(), added: z.number().int(), odd: OddItems, state: SyncState }),
  },
  /** What `sync.addIds` would do with the text. Nothing is changed. */
  'sync.countIds': {
    input: z.object({ text: LongText }),
    output: z.object({ found: z.number().int(), added: z.number().int(), odd: OddItems }),
  },
  /** How many requests a day may go into keeping people fresh; 0: none. */
  'sync.setBudget': {
    input: z.object({ perDay: z.number().int().min(0).max(mostRefreshesPerDay) }),
    output: SyncState,
  },
  /** Gives a team or role whose name the server does not tell a name on this computer; null: takes it away. */
  'label.name': {
    input: z.object({
      kind: z.enum(['team', 'role']),
      id: z.string().min(1).max(200),
      name: z.string().trim().min(1).max(100).nullable(),
    }),
    output: Label,
  },

  /** Puts recipients on the clipboard, by their primary addresses, each once. Fails as `people.select`. */
  'addresses.copy': { input: z.object({ of: AddressesOf }), output: CopiedAddresses },
  /** Begins a mail to all of them, who do not see each other (`bcc`); copies them where that cannot be done. Fails as `people.select`. */
  'addresses.write': { input: z.object({ of: AddressesOf }), output: WrittenAddresses },
  /** What stands between recipients that are copied, on this computer. */
  'addresses.separator': { input: Nothing, output: z.object({ separator: AddressSeparator }) },
  'addresses.setSeparator': { input: z.object({ separator: AddressSeparator }), output: Nothing },

  /** The links that leave the app. Each is built in main from the stored user; the page names only which. */
  'link.write': { input: z.object({ id: UserId, address: z.string().max(10_000) }), output: Nothing },
  'link.call': { input: z.object({ id: UserId, number: z.string().max(10_000) }), output: Nothing },
  'link.picture': { input: z.object({ id: UserId, which: z.enum(['profile', 'cover']) }), output: Nothing },
  /** Sends a part of a long text; `sent` null: the first. Gives the number to send the others under, and to name the text by. */
  'text.send': {
    input: z.object({ sent: z.number().int().nullable(), part: z.string().max(longestPart) }),
    output: z.object({ sent: z.number().int() }),
  },
  /** Sends a part of an image (PNG) that the page drew, as `text.send` does of a text. One image is kept, the last. */
  'image.send': {
    input: z.object({
      sent: z.number().int().nullable(),
      part: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= longestImagePart),
    }),
    output: z.object({ sent: z.number().int() }),
  },
  /** Puts the image on the clipboard. It is no longer kept. */
  'image.copy': { input: z.object({ sent: z.number().int() }), output: Nothing },
  /** Saves the image where the person chooses. False: they chose not to. It is no longer kept. `name`: without an ending. */
  'image.save': {
    input: z.object({ sent: z.number().int(), name: z.string().max(cardBounds.name) }),
    output: z.object({ saved: z.boolean() }),
  },
  /** A part of a kept picture, from a byte on: the page may not fetch it to decode it. Null: it is not there any more. */
  'picture.read': {
    input: z.object({ picture: Sha256, from: z.number().int().min(0) }),
    output: z
      .object({
        part: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= longestPicturePart),
        isLast: z.boolean(),
      })
      .nullable(),
  },
  /** Puts text on the clipboard: the page itself has no permission to. */
  'clipboard.copy': { input: z.object({ text: z.string().max(longestPart) }), output: Nothing },

  /** Another page is shown, or another part of it: where it is shown again should its process be lost. */
  'page.shown': { input: ShownPage, output: Nothing },
  /** Where the window was before its page was loaded again; null: nowhere yet. */
  'page.resume': { input: Nothing, output: ShownPage.nullable() },
  /** Something in the page failed. Answered with the reference under which it is logged; null: too many were. */
  'page.failed': { input: PageFailure, output: z.object({ reference: z.string().nullable() }) },

  'appearance.get': { input: Nothing, output: z.object({ theme: Theme, isTreeFolded: z.boolean() }) },
  'appearance.set': { input: z.object({ theme: Theme }), output: z.object({ theme: Theme }) },
  /** Whether the tree of the organisation is folded away, on this computer. */
  'appearance.foldTree': { input: z.object({ isFolded: z.boolean() }), output: Nothing },
  /** Which columns the table of people shows, on this computer, and how wide those are that were made so. */
  'table.columns': { input: Nothing, output: z.object({ columns: TableColumns, widths: ColumnWidths }) },
  'table.setWidths': { input: z.object({ widths: ColumnWidths }), output: Nothing },
  'table.setColumns': { input: z.object({ columns: TableColumns }), output: z.object({ columns: TableColumns }) },
  /** What runs here, for the About line. `developmentHost`: not Electron; see devhost/README.md. */
  'app.about': {
    input: Nothing,
    output: z.object({
      version: z.string(),
      runtime: z.enum(['electron', 'development-host']),
      platform: z.enum(['linux', 'macos', 'windows']),
    }),
  },
} as const satisfies Record<`${string}.${string}`, { input: z.ZodType; output: z.ZodType }>;

export type Calls = typeof calls;
export type CallName = keyof Calls;
/** What the page passes, before parsing (an id may still be plain text). */
export type CallInput<N extends CallName> = z.input<Calls[N]['input']>;
/** What the handler gets. */
export type ParsedInput<N extends CallName> = z.output<Calls[N]['input']>;
/** What the handler gives and the page gets. */
export type CallOutput<N extends CallName> = z.output<Calls[N]['output']>;

type Answer<N extends CallName> = Promise<Outcome<CallOutput<N>>> | Outcome<CallOutput<N>>;

export type Handlers = { readonly [N in CallName]: (input: ParsedInput<N>) => Answer<N> };

/** Handlers that may want to know which window asks. */
export type HandlersFor<Caller> = {
  readonly [N in CallName]: (input: ParsedInput<N>, caller: Caller) => Answer<N>;
};

/** What `call` gives the page for a name. */
export type Call = <N extends CallName>(name: N, input: CallInput<N>) => Promise<Outcome<CallOutput<N>>>;
