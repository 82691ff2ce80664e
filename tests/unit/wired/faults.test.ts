/**
 * Whatever a server does wrong, nothing is half-stored: of somebody who is known everything stays as it was, of
 * somebody who is not nothing is kept, and the call comes to its end.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Failure, Outcome } from '../../../contract/failures.ts';
import type { UserId } from '../../../contract/ids.ts';
import type { PersonPage } from '../../../contract/person.ts';
import type { ApiLimits } from '../../../electron/api/client.ts';
import { createPace } from '../../../electron/pace/pace.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { type Fault, reply } from '../../fault-server/faults.ts';
import { sampleReply } from '../../fault-server/sample-user.ts';
import { wrongAnswers } from '../../fault-server/wrong-answers.ts';
import { quickLimits } from '../api/api-under-test.ts';
import { createQuickClock } from '../sync/quick-clock.ts';
import { id, unwrap, type Wired, wire } from './wired.ts';

const known = id('known-1');
const unknown = id('unknown-1');
/** Who lists the known one, and whom that one lists. */
const [manager, report] = [id('manager-1'), id('report-1')];

function listing(who: string, reportees: readonly string[]): Fault {
  const { _data } = sampleReply(who);
  const body = { _data: { ...(_data as object), reportees }, _meta: {}, _errors: [] };
  return reply(200, { 'content-type': 'application/json' }, JSON.stringify(body));
}

const storeNow = () => {
  const current = app.account.current();
  if (current === null) throw new Error('nothing is open');
  return current.store;
};

/** All that the store says of those who are known, and every row of what is kept of them in the file. */
const kept = () => ({ told: toldOf(), written: writtenInFile() });

/** The same without the status of people, which is another once the server finds them no more, and its place in the index. */
function keptButStatus() {
  const { told, written } = kept();
  const { words_docsize: _index, ...tables } = written;
  const { counts: _counts, found, ...others } = told;
  const card = <T extends object>(one: T | undefined) => ({ ...one, status: null, notFoundSince: null });
  return {
    ...others,
    people: told.people.map((one) => ({ ...one, card: card(one.card), lines: one.lines.length })),
    found: found.map((one) => one.card.id).sort(),
    tables: { ...tables, people: tables.people.map((row) => ({ ...card(row), not_found_since: 0, search_hash: 0 })) },
  };
}

function toldOf() {
  const store = storeNow();
  const people = [manager, known, report].map((person) => ({
    user: store.user(person)?.user,
    fetchedAt: store.user(person)?.fetchedAt,
    card: store.cards([person]).get(person),
    raw: store.raw(person),
    statusHistory: store.statusHistory(person),
    lines: store.linesToTop(person),
    summary: store.summaryOf(person),
    peers: store.peersOf(person, 10),
  }));
  return {
    people,
    count: store.peopleCount(),
    counts: store.counts(),
    found: store.find({ status: null, text: 'asha', limit: 50 }),
  };
}

function writtenInFile() {
  const folder = join(app.folder, 'directories');
  const [connection = ''] = readdirSync(folder);
  const database = new DatabaseSync(join(folder, connection, 'directory.sqlite'), { readOnly: true });
  try {
    const rows = (table: string) => database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all();
    return {
      people: rows('people'),
      observations: rows('observations'),
      claims: rows('claims'),
      words_docsize: rows('words_docsize'),
    };
  } finally {
    database.close();
  }
}

/** A server that is too busy says so for a second at least, and is asked three times. */
const clock = createQuickClock(10);

let server: FaultServer;
let app: Wired;
let limits: ApiLimits = quickLimits;
let pace = createPace({ clock });

beforeAll(async () => {
  server = await startFaultServer();
  server.answer(manager, listing(manager, [known]));
  server.answer(known, listing(known, [report]));
  app = await wire({ clock, limits: () => limits, paceOf: () => pace });
  unwrap(await app.account.connect({ server: server.origin, token: 'a-token', startFrom: report, name: '' }));
  // In this order nobody is left to be fetched in the background.
  for (const person of [report, known, manager]) unwrap(await app.open(person));
  const { people, count } = toldOf();
  expect(count).toBe(3);
  expect(people.map(({ lines }) => lines[0]?.steps.length)).toEqual([undefined, 1, 2]);
});
afterAll(async () => {
  await app.end();
  await server.close();
});

/** The one deadline by which this failure comes about; the others stay out of reach. */
function limitsFor(failure: Failure): ApiLimits {
  if (failure.kind !== 'timeout') return quickLimits;
  return { ...quickLimits, deadlines: { ...quickLimits.deadlines, [`${failure.after}Ms`]: 600 } };
}

/** Opens the connection anew, at a new pace: after some answers a server is left alone for an hour. */
async function ask(person: UserId, fault: Fault, failure: Failure): Promise<Outcome<PersonPage>> {
  limits = limitsFor(failure);
  pace = createPace({ clock });
  const connection = app.account.overview().open?.connection.id;
  if (connection === undefined) throw new Error('nothing is open');
  unwrap(await app.account.switchTo(connection));
  server.answer(person, fault);
  return app.open(person, 'fresh');
}

/** Others are known here and are given: a refusal that alone would be a stranger's is the API's. */
const borneOut = (person: UserId) =>
  wrongAnswers(person).map(([does, fault, failure, , ifBorneOut]) => [does, fault, ifBorneOut ?? failure] as const);

describe('nothing is half-stored, and the call comes to its end, when a server', () => {
  test.each(borneOut(known))('%s for somebody known', async (_does, fault, failure) => {
    const look = failure.kind === 'not-found' ? keptButStatus : kept;
    const before = look();
    const page = unwrap(await ask(known, fault, failure));
    expect([page.source, page.trouble]).toStrictEqual(['local', failure]);
    expect(look()).toStrictEqual(before);
    if (failure.kind === 'not-found') expect(page.card.status).toBe('not-found');
  });

  test.each(borneOut(unknown))('%s for somebody unknown', async (_does, fault, failure) => {
    const before = kept();
    expect(await ask(unknown, fault, failure)).toStrictEqual({ ok: false, failure });
    expect(kept()).toStrictEqual(before);
    expect([storeNow().user(unknown), storeNow().raw(unknown)]).toEqual([null, null]);
  });
});
