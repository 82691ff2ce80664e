/**
 * The double's status check: lists are split at line ends, and people are found by id, address or name alone. How lists are read
 * and matched is tested in the main process.
 */
import type { LongText } from '../../contract/call-inputs.ts';
import type { Handlers } from '../../contract/calls.ts';
import { CheckAnswer, type CheckFilter, CheckId, type CheckLine, type CheckPerson } from '../../contract/check.ts';
import { heapOfAnswer } from '../../contract/check-heaps.ts';
import type { CheckCounts, CheckOverview, CheckSource } from '../../contract/check-overview.ts';
import type { AppEvent } from '../../contract/events.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { UserId } from '../../contract/ids.ts';
import type { PersonCard } from '../../contract/person.ts';
import { day, minute } from './people.ts';

type CheckHandlers = Pick<Handlers, Extract<keyof Handlers, `check.${string}`>>;
type Run = { readonly number: number; readonly at: number; readonly counts: CheckCounts };
type Kept = { overview: CheckOverview; lines: CheckLine[]; runs: Run[]; people: readonly PersonCard[] };

export type CheckNeeds = {
  readonly people: readonly PersonCard[];
  readonly textOf: (text: LongText) => string;
  readonly say: (event: AppEvent) => void;
};

const personOf = ({ id, name, email, status, deletedAt }: PersonCard): CheckPerson => ({
  id,
  name,
  email,
  status,
  deletedAt,
});

export function createDoubleChecks({ people, textOf, say }: CheckNeeds): CheckHandlers {
  const kept = new Map<number, Kept>();
  let last = 0;
  let clipboard = '';

  const begin = (text: string, source: CheckSource): Outcome<CheckOverview> => {
    if (text.trim() === '') return failed({ kind: 'bad-input', where: 'text', reason: 'empty' });
    for (const [id, { overview }] of kept) if (overview.name === null) kept.delete(id);
    last += 1;
    const lines = answered(text.split(/\r?\n/), people);
    const counts = countsOf(lines);
    const overview: CheckOverview = {
      id: CheckId.parse(last),
      name: null,
      source,
      madeAt: Date.now(),
      table: null,
      counts,
      notFetched: 4,
      notIndexed: 0,
      uniqueNames: lines.filter(({ answer, candidates }) => answer === 'not-understood' && candidates?.count === 1)
        .length,
      difference: null,
      comparison: null,
      asking: null,
      version: 1,
    };
    kept.set(last, { overview, lines, people, runs: [{ number: 1, at: Date.now(), counts }] });
    return succeeded(overview);
  };
  const withOne = (id: number, act: (one: Kept) => void): Outcome<CheckOverview> => {
    const one = kept.get(id);
    if (one === undefined) return failed({ kind: 'bad-input', where: 'check', reason: 'not-known' });
    act(one);
    return succeeded(one.overview);
  };
  const change = (one: Kept, by: Partial<CheckOverview>) => {
    const { version } = one.overview;
    one.overview = { ...one.overview, counts: countsOf(one.lines), ...by, version: version + 1 };
  };
  const shown = (id: number, filter: CheckFilter) =>
    (kept.get(id)?.lines ?? []).map((line, place) => ({ ...line, place })).filter((line) => fits(line, filter));
  const list = () =>
    succeeded({
      checks: [...kept.values()].map(({ overview, runs }) => {
        const { id, name, source, madeAt, counts } = overview;
        return { id, name, source, madeAt, counts, ranAt: runs.at(-1)?.at ?? madeAt };
      }),
      last: [...kept.values()].find(({ overview }) => overview.name === null)?.overview.id ?? null,
    });
  const runsOf = (id: number) => succeeded({ runs: kept.get(id)?.runs ?? [] });

  return {
    'check.begin': ({ from }) => {
      if (from.kind === 'clipboard') return begin(clipboard, { kind: 'clipboard' });
      if (from.kind === 'selection')
        return begin(
          people
            .slice(0, 27)
            .map(({ id }) => id)
            .join('\n'),
          { kind: 'selection' },
        );
      if (from.kind === 'file') return begin(clipboard, { kind: 'file', name: from.name });
      return begin(textOf(from.text), { kind: from.kind });
    },
    'check.sendFile': ({ sent, part }) => {
      clipboard = (sent === null ? '' : clipboard) + new TextDecoder().decode(part);
      return succeeded({ sent: sent ?? 1 });
    },
    'check.chooseFile': () => succeeded(null),
    'check.giveUp': () => succeeded(null),
    'check.kept': list,
    'check.open': ({ id }) => withOne(id, () => undefined),
    'check.leave': () => succeeded(null),
    'check.column': ({ id, column }) =>
      withOne(id, (one) => {
        const { table } = one.overview;
        change(one, { table: table && { ...table, key: column } });
      }),
    'check.compare': ({ id, part }) =>
      withOne(id, (one) => {
        const half = { both: 2, onlyList: Math.max(0, one.lines.length - 2), onlyHere: 0, here: 2 };
        change(one, { comparison: part && { part, below: null, ...half } });
      }),
    'check.rows': ({ id, filter, offset, limit }) => {
      const rows = shown(id, filter);
      const version = kept.get(id)?.overview.version ?? 1;
      return succeeded({
        version,
        offset,
        rows: rows.slice(offset, offset + limit),
        total: rows.length,
        isLacking: false,
      });
    },
    'check.typed': ({ id, filter, typed, from }) => {
      const rows = shown(id, filter);
      const nth = rows.findIndex(
        ({ person, given }, at) => at >= from && (person?.name ?? given).toLowerCase().startsWith(typed.toLowerCase()),
      );
      return succeeded({ at: nth === -1 ? null : nth });
    },
    'check.candidates': ({ id, place }) => {
      const found = kept.get(id)?.lines[place]?.candidates ?? { count: 0, first: [] };
      return succeeded({ ...found, first: people.slice(0, Math.min(20, found.count)).map(personOf) });
    },
    'check.choose': ({ id, place, person }) =>
      withOne(id, (one) => {
        one.lines = one.lines.map((line, at) => {
          const card = people.find((known) => known.id === person);
          return at === place && card !== undefined ? known(line, card, 'chosen') : line;
        });
        change(one, {});
      }),
    'check.acceptNames': ({ id }) =>
      withOne(id, (one) => {
        one.lines = one.lines.map((line) => {
          const card = people.find((known) => known.id === line.candidates?.first[0]?.id);
          return line.candidates?.count === 1 && card !== undefined ? known(line, card, 'name') : line;
        });
        change(one, { uniqueNames: 0 });
      }),
    'check.countToAsk': ({ id, olderThan }) =>
      succeeded({ requests: olderThan === 0 ? (kept.get(id)?.lines.length ?? 0) : 12 }),
    'check.ask': ({ id }) =>
      withOne(id, (one) => {
        change(one, {
          asking: { status: 'running', why: null, asked: 3, total: 12, ratePerSecond: 4, secondsLeft: 3 },
        });
        say({ name: 'check.changed', data: one.overview });
      }),
    'check.pause': ({ id }) => withOne(id, (one) => change(one, { asking: asking(one, 'paused') })),
    'check.goOn': ({ id }) => withOne(id, (one) => change(one, { asking: asking(one, 'running') })),
    'check.stop': ({ id }) => withOne(id, (one) => change(one, { asking: null })),
    'check.retry': ({ id }) => withOne(id, () => undefined),
    'check.run': ({ id }) =>
      withOne(id, (one) => {
        one.runs = [...one.runs, { number: one.runs.length + 1, at: Date.now(), counts: one.overview.counts }];
        change(one, { difference: { since: Date.now() - 30 * day, newlyGone: 3, back: 1, changed: 4 } });
      }),
    'check.runs': ({ id }) => runsOf(id),
    'check.removeRun': ({ id, number }) => {
      const one = kept.get(id);
      if (one !== undefined) one.runs = one.runs.filter((run) => run.number !== number);
      return runsOf(id);
    },
    'check.name': ({ id, name }) => withOne(id, (one) => change(one, { name })),
    'check.remove': ({ id }) => {
      kept.delete(id);
      return list();
    },
    'check.copy': ({ id, filter, rows }) => {
      const { length } = shown(id, filter);
      return succeeded({ copied: rows === null ? length : Math.min(length, rows.to) - rows.from });
    },
    'check.save': ({ id, filter }) => succeeded({ saved: shown(id, filter).length }),
    'check.evidence': () => succeeded({ saved: null }),
    'check.openEvidence': () => succeeded(null),
    'check.stopEvidence': () => succeeded(null),
  };
}

function asking({ overview }: Kept, status: 'running' | 'paused'): CheckOverview['asking'] {
  return overview.asking && { ...overview.asking, status };
}

function known(line: CheckLine, card: PersonCard, matchedBy: CheckLine['matchedBy']): CheckLine {
  const at = Date.now() - 3 * day;
  return { ...line, answer: card.status, person: personOf(card), matchedBy, why: null, source: { from: 'local', at } };
}

function answered(lines: readonly string[], people: readonly PersonCard[]): CheckLine[] {
  const firsts = new Map<string, { readonly place: number; readonly line: CheckLine }>();
  return lines.map((given, place) => {
    const first = firsts.get(given);
    if (first !== undefined) {
      const repeats = { place: first.place, line: first.line.line, part: 0 };
      return { ...first.line, line: place + 1, repeats };
    }
    const line = answerOf(given, place + 1, people);
    if (given.trim() !== '') firsts.set(given, { place, line });
    return line;
  });
}

function answerOf(given: string, number: number, people: readonly PersonCard[]): CheckLine {
  const text = given.trim();
  const line: CheckLine = {
    line: number,
    part: 0,
    given,
    foundAt: 0,
    answer: null,
    repeats: null,
    person: null,
    manager: null,
    matchedBy: null,
    source: null,
    notFoundSince: null,
    failure: null,
    why: null,
    candidates: null,
    isNearest: false,
    isAsked: false,
  };
  if (text === '') return line;
  const card = people.find(({ id, email }) => id === text || email === text);
  if (card !== undefined)
    return known({ ...line, notFoundSince: card.notFoundSince }, card, card.id === text ? 'id' : 'primary-email');
  if (text === 'shared@example.com')
    return { ...line, answer: 'ambiguous', candidates: { count: 2, first: people.slice(0, 2).map(personOf) } };
  if (text === 'failed')
    return {
      ...line,
      answer: 'failed',
      failure: { kind: 'timeout', after: 'headers' },
      source: { from: 'local', at: Date.now() - minute },
    };
  if (text.includes('@')) return { ...line, answer: 'nobody-known' };
  if (/^[0-9a-f-]{36}$/.test(text))
    return {
      ...line,
      answer: 'not-fetched',
      matchedBy: 'id',
      person: { id: UserId.parse(text), name: text, email: null, status: 'unknown', deletedAt: null },
    };
  const called = people.filter(({ name }) => name === text).map(personOf);
  const candidates = called.length === 0 ? null : { count: called.length, first: called.slice(0, 3) };
  return { ...line, answer: 'not-understood', why: 'name', candidates };
}

function countsOf(lines: readonly CheckLine[]): CheckCounts {
  const answers = Object.fromEntries(CheckAnswer.options.map((one) => [one, 0])) as CheckCounts['answers'];
  for (const { answer, repeats } of lines) if (answer !== null && repeats === null) answers[answer] += 1;
  return {
    rows: lines.length,
    answers,
    empty: lines.filter(({ answer }) => answer === null).length,
    repeated: lines.filter(({ repeats }) => repeats !== null).length,
  };
}

function fits({ answer, repeats, given, person }: CheckLine, filter: CheckFilter): boolean {
  const isApart = answer === null || repeats !== null;
  if (filter.show === 'empty' && answer !== null) return false;
  if (filter.show === 'repeated' && repeats === null) return false;
  const heap = filter.show === 'empty' || filter.show === 'repeated' ? null : filter.show;
  if (heap !== null && (isApart || answer === null || heapOfAnswer[answer] !== heap)) return false;
  if (filter.answer !== null && (isApart || answer !== filter.answer)) return false;
  return `${given}\n${person?.name ?? ''}`.toLowerCase().includes(filter.text.toLowerCase());
}
