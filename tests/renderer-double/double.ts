/**
 * A stand-in for the main process, for looking at the page alone. Its handlers are typed by the contract's own table:
 * a call without one does not compile. It is test code; nothing of it is in the app.
 */
import type { AccountOverview, Connection, RememberedTrouble } from '../../contract/account.ts';
import { mostEntries } from '../../contract/bounds.ts';
import type { Bridge } from '../../contract/bridge.ts';
import type { LongText } from '../../contract/call-inputs.ts';
import { type CallName, calls, type Handlers, type ParsedInput } from '../../contract/calls.ts';
import type { AppEvent } from '../../contract/events.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { ConnectionId, Sha256, UserId } from '../../contract/ids.ts';
import type { ListedSummary } from '../../contract/pasted.ts';
import { usualColumns } from '../../contract/people-view.ts';
import type { FoundPerson, Label, MatchCounts, PersonCard, PersonPage } from '../../contract/person.ts';
import type { SyncState } from '../../contract/sync.ts';
import type { TableColumn } from '../../contract/table.ts';
import type { Theme } from '../../contract/theme.ts';
import { createDoubleChecks } from './check-calls.ts';
import { doubleOrganisation } from './organisation.ts';
import {
  day,
  everybody,
  hour,
  idOf,
  luciaPage,
  manyPage,
  minute,
  missingPage,
  pageOf,
  rtlPage,
  troublePage,
} from './people.ts';
import { createDoubleProblems } from './problem-calls.ts';
import { problemRows } from './problem-rows.ts';
import { rareCards, rarePages } from './rare-people.ts';
import { done, type SyncScene, scenes } from './sync-states.ts';
import { createDoubleTable, manyPeople } from './table.ts';

export type Scenario = {
  readonly remembered?: boolean;
  readonly open?: boolean;
  readonly refused?: boolean;
  /** The token is longer than the keychain takes. */
  readonly longToken?: boolean;
  readonly nobody?: boolean;
  /** With people whose records are rare. */
  readonly rare?: boolean;
  /** So many in the table, and nowhere else. */
  readonly many?: number;
  readonly rememberedTrouble?: RememberedTrouble;
  readonly offline?: boolean;
  /** How the sync is; left out: everybody is fetched. */
  readonly sync?: SyncScene;
  readonly noProblems?: boolean;
  /** An export comes a third of the way and stays there. */
  readonly exporting?: boolean;
};

export type Double = {
  readonly bridge: Bridge;
  readonly say: (event: AppEvent) => void;
  /** Every call made, oldest first. */
  readonly made: { readonly name: CallName; readonly input: unknown }[];
};

function countsOf(found: readonly FoundPerson[]): MatchCounts {
  const byStatus = { active: 0, inactive: 0, deleted: 0, unknown: 0, 'not-found': 0 };
  for (const { card } of found) byStatus[card.status] += 1;
  return { byStatus, more: false };
}

const connection = (number: number, name: string, kind: Connection['kind']): Connection => ({
  id: ConnectionId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`),
  kind,
  name,
  server: kind === 'demo' ? 'http://127.0.0.1:40123' : `https://api.${name.toLowerCase().replace(/\s/g, '')}.example`,
  addedAt: Date.now() - 30 * day,
});

export const cover = Sha256.parse('c'.repeat(64));

export function createDouble(scenario: Scenario): Double {
  const made: { name: CallName; input: unknown }[] = [];
  const listeners = new Set<(event: AppEvent) => void>();
  const demo = connection(1, 'Demo directory', 'demo');
  const acme = connection(2, 'Acme', 'server');
  const other = connection(3, 'Globex Corporation', 'server');
  const people = scenario.nobody ? [] : scenario.rare ? [...rareCards, ...everybody] : everybody;
  const tablePeople = scenario.many === undefined ? people : manyPeople(scenario.many);
  let columns: readonly TableColumn[] = usualColumns;
  let theme: Theme = 'system';
  let recents: PersonCard[] = scenario.open && !scenario.nobody ? everybody.slice(4, 10) : [];
  let overview: AccountOverview = {
    keychain: { name: 'secret-service', state: 'ready' },
    remembered: scenario.remembered ? [demo, acme, other] : [],
    rememberedTrouble: scenario.rememberedTrouble ?? null,
    open: null,
    notOpened: null,
  };
  const openIt = (one: Connection): AccountOverview => {
    overview = {
      ...overview,
      remembered: [one, ...overview.remembered.filter(({ id }) => id !== one.id)],
      open: {
        connection: one,
        token: scenario.longToken ? 'too-long' : scenario.refused ? 'session-only' : 'stored',
        canFetch: !scenario.refused,
        reachability: {
          state: scenario.refused ? 'unauthorized' : scenario.offline ? 'offline' : 'online',
          since: Date.now() - 4 * minute,
          lookAgainAt: scenario.offline ? Date.now() + 83_000 : null,
        },
        clockAheadMs: 0,
        peopleCount: scenario.many ?? people.length,
        recoveredFromDamage: scenario.refused ?? false,
      },
    };
    return overview;
  };
  if (scenario.open) openIt(scenario.refused || scenario.longToken ? acme : demo);

  let sync: SyncState = scenario.sync === undefined ? done() : scenes[scenario.sync]();
  const told = (change: Partial<SyncState>) => {
    sync = { ...sync, ...change };
    return succeeded(sync);
  };
  const named = new Map<string, string | null>();
  const texts: string[] = [];
  const textOf = (text: LongText): string => (typeof text === 'string' ? text : (texts[text.sent] ?? ''));
  const relabelled = (label: Label | null): Label | null => {
    const name = label === null ? undefined : named.get(label.id);
    if (label === null || name === undefined) return label;
    return { ...label, name, namedBy: name === null ? null : 'person' };
  };

  const pages: readonly PersonPage[] = [
    luciaPage(),
    troublePage(),
    manyPage(cover),
    rtlPage(),
    missingPage(),
    ...rarePages(),
  ];
  const find = (id: UserId): Outcome<PersonPage> => {
    const card = people.find((one) => one.id === id);
    if (card === undefined) return failed({ kind: 'not-found', id });
    const page = pages.find(({ user }) => user.id === id) ?? pageOf(card);
    return succeeded({
      ...page,
      card: { ...page.card, role: relabelled(page.card.role), team: relabelled(page.card.team) },
    });
  };

  // Worked out once for each text: the main process takes no time of the page's for it either.
  const plainTexts = new Map<string, string>();
  const plain = (text: string): string => {
    const known = plainTexts.get(text);
    if (known !== undefined) return known;
    const made = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/gi, 'l').toLowerCase();
    plainTexts.set(text, made);
    return made;
  };

  const listedIn = (text: string): ListedSummary | null => {
    const items = new Set(text.match(/[^\s,;|]+@[^\s,;|]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi));
    if (items.size < 2) return null;
    const isKnown = (item: string) => people.some(({ id, email }) => id === item || email === item);
    const notKnown = [...items].filter((item) => !isKnown(item));
    const none = (text.match(/\bn\/a\b/g) ?? []).map((one) => ({ text: one, line: 1, why: 'no-id' as const }));
    return {
      understood: items.size,
      known: items.size - notKnown.length,
      notKnown: notKnown.slice(0, mostEntries),
      notKnownText: notKnown.join('\n'),
      beyond: 0,
      odd: { count: none.length, first: none },
    };
  };
  const idsIn = (text: string) => {
    const found = new Set(text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi)).size;
    const none = found === 0 ? [] : (text.match(/\bn\/a\b/g) ?? []);
    const first = none.map((one, nth) => ({ text: one, line: nth + 1, why: 'no-id' as const }));
    return { found, added: Math.floor(found / 3), odd: { count: first.length, first } };
  };
  const handlers: Handlers = {
    'account.overview': () => succeeded(overview),
    'account.cancelConnect': () => succeeded(null),
    'account.connect': ({ server }) => {
      if (!server.startsWith('https://')) return failed({ kind: 'bad-input', where: 'server', reason: 'not-https' });
      if (server.includes('offline')) return failed({ kind: 'offline' });
      return succeeded({ overview: openIt(acme), start: idOf(9010), idsFound: 1, odd: { count: 0, first: [] } });
    },
    'account.connectDemo': () => succeeded({ overview: openIt(demo), start: idOf(9010), left: null }),
    'account.switch': ({ connection: id }) => {
      const one = overview.remembered.find((known) => known.id === id);
      return one === undefined
        ? failed({ kind: 'not-connected' })
        : succeeded({ overview: openIt(one), start: null, left: null });
    },
    'account.rename': ({ connection: id, name }) => {
      const renamed = (one: Connection) => (one.id === id ? { ...one, name } : one);
      overview = {
        ...overview,
        remembered: overview.remembered.map(renamed),
        open: overview.open && { ...overview.open, connection: renamed(overview.open.connection) },
      };
      return succeeded(overview);
    },
    'account.renewToken': () => failed({ kind: 'unauthorized' }),
    'account.unlockKeychain': () => succeeded({ unlocked: false, overview }),
    'account.lookAgain': () => succeeded(overview),
    'account.networkChanged': () => succeeded(null),
    'account.disconnect': () => {
      overview = { ...overview, open: null };
      return succeeded(overview);
    },
    'people.open': ({ id, want }) => {
      const answer = find(id);
      if (!answer.ok) return answer;
      const { card } = answer.value;
      recents = [card, ...recents.filter((one) => one.id !== id)].slice(0, 12);
      return succeeded(want === 'fresh' ? { ...answer.value, fetchedAt: Date.now() } : answer.value);
    },
    'page.shown': () => succeeded(null),
    'page.resume': () => succeeded(null),
    'page.failed': () => succeeded({ reference: '5f0c71de' }),
    'people.typed': () => succeeded({ place: null }),
    'people.typedAmong': () => succeeded({ first: null }),
    'people.reports': () => succeeded({ entries: [], total: 0 }),
    'people.retryReports': () => succeeded(null),
    'people.copyRaw': () => succeeded(null),
    'text.send': ({ sent, part }) => {
      const number = sent ?? texts.length;
      texts[number] = (texts[number] ?? '') + part;
      return succeeded({ sent: number });
    },
    'people.leave': () => succeeded(null),
    'people.rowsSeen': () => succeeded(null),
    'people.find': ({ text, status, limit }) => {
      const listed = listedIn(text);
      if (listed !== null) {
        const found = people
          .filter(({ id, email }) => text.includes(id) || (email !== null && text.includes(email)))
          .map((card) => ({ card, marks: [], because: { field: 'id' as const, text: card.id, marks: [] } }));
        const shown = found.filter(({ card }) => status === null || card.status === status);
        const answer = { found: shown.slice(0, limit), known: people.length, fetchable: null, listed };
        return succeeded({ ...answer, counts: countsOf(found) });
      }
      const wanted = text.trim().toLowerCase();
      const id = UserId.safeParse(wanted);
      const looked = new RegExp(plain(wanted).replace(/[^\p{L}\p{N} ]/gu, '.'));
      const placeIn = (written: string) => plain(written).search(looked);
      const marked = (at: number): [number, number][] => (at < 0 ? [] : [[at, at + wanted.length]]);
      const matching = people
        .map((card) => ({ card, at: placeIn(card.name), inRole: placeIn(card.role?.name ?? '') }))
        .filter(({ at, inRole, card }) => at >= 0 || inRole >= 0 || card.id === wanted)
        .toSorted((one, next) => Number(one.at !== 0) - Number(next.at !== 0))
        .slice(0, wanted === 'luc' ? 5 : undefined)
        .map(({ card, at, inRole }) => {
          const role = { field: 'role' as const, text: card.role?.name ?? '', marks: marked(inRole) };
          const because = inRole >= 0 ? role : { field: 'id' as const, text: card.id, marks: [] };
          return { card, marks: marked(at), because: at < 0 ? because : null };
        });
      const found = matching.filter(({ card }) => status === null || card.status === status).slice(0, limit);
      const isUnknownId = id.success && /\d/.test(wanted) && wanted.length > 8 && matching.length === 0;
      return succeeded({
        found,
        known: people.length,
        fetchable: isUnknownId ? { id: id.data, notFoundSince: null } : null,
        listed: null,
        counts: countsOf(matching),
      });
    },
    'people.listed': ({ text }) => succeeded(listedIn(text)),
    'people.label': ({ kind, id }) => {
      const label = everybody.map((card) => card[kind]).find((one) => one?.id === id);
      return succeeded(relabelled(label ?? null) ?? { id, name: null, namedBy: null });
    },
    'people.recent': () => succeeded(recents),
    ...createDoubleTable(tablePeople),
    ...doubleOrganisation,
    ...createDoubleChecks({ people, textOf, say: (event) => say(event) }),
    'people.raw': ({ id }) => {
      const answer = find(id);
      if (!answer.ok) return answer;
      return succeeded({
        id,
        text: JSON.stringify({ _data: answer.value.user, _meta: {}, _errors: [] }),
        parts: 1,
        sha256: Sha256.parse('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'),
        firstSeenAt: Date.now() - 20 * day,
        textSeenAt: Date.now() - 9 * day,
        lastSeenAt: Date.now() - 3 * hour,
        url: `https://api.acme.example/v1/ext/user/${id}`,
      });
    },
    'people.saveRaw': () => succeeded({ saved: true }),
    'sync.state': () => succeeded(sync),
    'sync.begin': () => told({ status: 'running', why: null }),
    'sync.pause': () => told({ status: 'paused' }),
    'sync.stop': () => told({ status: 'stopped' }),
    'sync.addIds': ({ text }) => {
      const counted = idsIn(textOf(text));
      if (counted.added > 0) told({ status: 'running', found: sync.found + counted.added });
      return succeeded({ ...counted, state: sync });
    },
    'sync.countIds': ({ text }) => succeeded(idsIn(textOf(text))),
    'sync.setBudget': ({ perDay }) => told({ refresh: { ...sync.refresh, perDay } }),
    ...createDoubleProblems({ rows: scenario.noProblems ? [] : problemRows, say: (event) => say(event) }),
    'label.name': ({ id, name }) => {
      named.set(id, name);
      return succeeded({ id, name, namedBy: name === null ? null : 'person' });
    },
    'link.write': () => succeeded(null),
    'link.call': () => failed({ kind: 'bad-input', where: 'number', reason: 'not-known' }),
    'link.picture': () => succeeded(null),
    'picture.read': () => succeeded(null),
    'image.send': () => succeeded({ sent: 1 }),
    'image.copy': () => succeeded(null),
    'image.save': () => succeeded({ saved: false }),
    'clipboard.copy': () => succeeded(null),
    'appearance.get': () => succeeded({ theme, isTreeFolded: false }),
    'appearance.foldTree': () => succeeded(null),
    'appearance.set': ({ theme: chosen }) => {
      theme = chosen;
      return succeeded({ theme });
    },
    'table.columns': () => succeeded({ columns: [...columns], widths: {} }),
    'table.setWidths': () => succeeded(null),
    'table.setColumns': ({ columns: chosen }) => {
      columns = chosen;
      return succeeded({ columns: [...columns] });
    },
    'app.about': () => succeeded({ version: '0.1.0', runtime: 'development-host', platform: 'linux' }),
  };

  const answer = async <N extends CallName>(name: N, input: unknown) => {
    made.push({ name, input });
    const parsed = calls[name].input.parse(input) as ParsedInput<N>;
    // As across processes: never in the same turn.
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (scenario.exporting && name === 'people.export') {
      const total = tablePeople.length;
      say({ name: 'export.progress', data: { done: Math.floor(total / 3), total, stage: 'writing' } });
      await new Promise(() => undefined);
    }
    return handlers[name](parsed);
  };
  const say = (event: AppEvent) => {
    for (const listener of listeners) listener(event);
  };

  return {
    bridge: {
      call: answer,
      listen: (onEvent) => {
        listeners.add(onEvent);
        return () => listeners.delete(onEvent);
      },
    },
    say,
    made,
  };
}
