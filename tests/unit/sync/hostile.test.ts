/** Whatever the data says, the walk ends, each is asked for once, and what is wrong stands among the problems. */
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../contract/problems.ts';
import { idOf } from '../storage/stored.ts';
import { replyText } from './organisation-server.ts';
import { type Answering, answeringAs, openPlaced } from './placed.ts';

type Lists = Readonly<Record<string, readonly unknown[]>>;

/** Problems with people as their ids and without times. */
type PlainProblem = { readonly [field: string]: unknown; readonly kind: Problem['kind'] };

function plain(problem: Problem): PlainProblem {
  const idOf = (person: { readonly id: string } | null) => person?.id ?? null;
  const fields = Object.entries(problem).flatMap(([field, value]) => {
    if (field === 'since' || field === 'at') return [];
    if (field === 'person') return [[field, idOf(value as { id: string } | null)]];
    const arePeople = ['people', 'managers', 'listedBy'].includes(field);
    return [[field, arePeople ? (value as { id: string }[]).map(idOf) : value]];
  });
  return Object.fromEntries(fields) as PlainProblem;
}

/** Walks from `top` to the end and says what came of it. */
async function walked(
  lists: Lists,
  more: Answering = answeringAs(new Map(Object.entries(lists))),
  { summaryEvery = 1 } = {},
) {
  let answers = 0;
  const app = openPlaced({
    answer: (id) => {
      // As for somebody who has the page of `top` open: what is kept in memory for it has to follow.
      if (answers % summaryEvery === 0) app.store.summaryOf(idOf('top'));
      answers += 1;
      return more(id);
    },
  });
  await app.start(['top']);
  const { status, found, fetched, failed, notFound } = await app.until(({ status }) => status === 'done');
  expect(status).toBe('done');
  const problems = await app.problems();
  const asked = [...app.asked];
  const people = app.store.peopleCount();
  const summary = app.store.summaryOf(idOf('top'));
  await app.close();
  expect(asked.length).toBe(new Set(asked).size);
  expect(people).toBe(fetched);
  return { asked: [...asked].sort(), found, fetched, failed, notFound, summary, problems: problems.map(plain) };
}

describe('a directory in which', () => {
  it('people lead one another in a ring', async () => {
    const { asked, problems } = await walked({ top: ['a'], a: ['b'], b: ['c', 'd'], c: ['a'], d: [] });
    expect(asked).toEqual(['a', 'b', 'c', 'd', 'top']);
    expect(problems).toEqual([
      { kind: 'cycle', people: ['a', 'b', 'c'], more: 0 },
      { kind: 'several-managers', person: 'a', managers: expect.arrayContaining(['top', 'c']), more: 0 },
    ]);
  });

  it('two lead each other and the top is among them', async () => {
    const { problems } = await walked({ top: ['a'], a: ['top'] });
    expect(problems).toEqual([{ kind: 'cycle', people: ['top', 'a'], more: 0 }]);
  });

  it('somebody leads themselves', async () => {
    const { fetched, problems } = await walked({ top: ['top', 'a'], a: [] });
    expect(fetched).toBe(2);
    expect(problems).toEqual([{ kind: 'self-report', person: 'top' }]);
  });

  it('somebody is listed more than once', async () => {
    const { fetched, problems } = await walked({ top: ['a', 'b', 'a', 'a'], a: [], b: [] });
    expect(fetched).toBe(3);
    expect(problems).toEqual([{ kind: 'duplicate-report', person: 'top', ids: ['a'], more: 0 }]);
  });

  it('one leads five thousand', async () => {
    const reports = Array.from({ length: 5000 }, (_, nth) => `r${nth}`);
    const lists = { top: reports, ...Object.fromEntries(reports.map((id) => [id, []])) };
    const { found, fetched, problems } = await walked(lists);
    expect([found, fetched]).toEqual([5001, 5001]);
    expect(problems).toEqual([{ kind: 'too-many-reports', person: 'top', reports: 5000 }]);
  });

  it('ids are none', async () => {
    const { asked, problems } = await walked({ top: ['(vacant)', 'a', '../../v1/ext/users', null, 4.5, ['a']], a: [] });
    expect(asked).toEqual(['a', 'top']);
    expect(problems).toEqual([
      {
        kind: 'not-an-id',
        person: 'top',
        texts: expect.arrayContaining(['(vacant)', '../../v1/ext/users', '4.5']),
        more: 0,
      },
    ]);
  });

  it('a reply is about somebody else', async () => {
    const lists = { top: ['a', 'b'], a: [], b: [] };
    const honest = answeringAs(new Map(Object.entries(lists)));
    const { found, fetched, failed, problems } = await walked(lists, (id) =>
      id === 'b' ? replyText('a', ['never-1']) : honest(id),
    );
    expect([found, fetched, failed]).toEqual([3, 2, 1]);
    expect(problems).toEqual([
      {
        kind: 'failed',
        id: 'b',
        person: null,
        failure: expect.objectContaining({ kind: 'bad-reply', where: 'another-id' }),
        listedBy: ['top'],
        more: 0,
      },
    ]);
  });

  it('people are refused, unreadable or nobody', async () => {
    const lists = { top: ['a', 'b', 'c', 'gone'], a: [] };
    const honest = answeringAs(new Map(Object.entries(lists)));
    const { found, fetched, failed, notFound, summary, problems } = await walked(lists, (id) => {
      if (id === 'b') return { kind: 'forbidden' };
      return id === 'c' ? '{"_data":"nobody","_errors":[]}' : honest(id);
    });
    expect([found, fetched, failed, notFound]).toEqual([5, 2, 2, 1]);
    expect(summary).toMatchObject({ total: 4, notFetched: 2, notFound: 1 });
    expect(problems).toEqual([
      { kind: 'failed', id: 'b', person: null, failure: { kind: 'forbidden' }, listedBy: ['top'], more: 0 },
      {
        kind: 'failed',
        id: 'c',
        person: null,
        failure: expect.objectContaining({ where: 'data' }),
        listedBy: ['top'],
        more: 0,
      },
      { kind: 'not-found', id: 'gone', person: null, listedBy: ['top'], more: 0 },
    ]);
  });

  it('two hundred all lead everybody', async () => {
    const ids = ['top', ...Array.from({ length: 199 }, (_, nth) => `e${nth}`)];
    const { asked, fetched, problems } = await walked(Object.fromEntries(ids.map((id) => [id, ids])));
    expect([asked.length, fetched]).toEqual([200, 200]);
    const kinds = Map.groupBy(problems, ({ kind }) => kind);
    expect([...kinds].map(([kind, some]) => [kind, some.length])).toEqual([
      ['cycle', 1],
      ['self-report', 200],
      ['several-managers', 200],
    ]);
  });

  it('each leads one other, five thousand levels down', async () => {
    const nextOf = (id: string) => (id === 'top' ? 1 : Number(id.slice(1)) + 1);
    const answer = (id: string) => replyText(id, nextOf(id) < 5_000 ? [`d${nextOf(id)}`] : []);
    // A summary takes as many steps as there are levels: one for each answer would be twelve million.
    const { found, fetched, summary, problems } = await walked({}, answer, { summaryEvery: 20 });
    expect([found, fetched, problems.length]).toEqual([5_000, 5_000, 0]);
    expect(summary).toMatchObject({ total: 4999, layers: 4999, notFetched: 0 });
  });
});
