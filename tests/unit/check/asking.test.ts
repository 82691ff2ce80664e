/** The server is asked for the people of a list: who is, what becomes of their answers, and that it goes on after any end. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Failure } from '../../../contract/failures.ts';
import { startedFile } from '../started-file.ts';
import { freshFile, noon } from '../storage/stored.ts';
import { unwrap } from '../sync/synced.ts';
import { type Answers, type Checked, forty, openChecked, saidOf } from './checked.ts';

let checked: Checked | null = null;
const open = async (options: Parameters<typeof openChecked>[0]): Promise<Checked> => {
  checked = await openChecked(options);
  return checked;
};
afterEach(async () => {
  await checked?.directory.close();
  checked = null;
});

const hour = 3_600_000;
const list = 'u-10001\np2@x.example\nu-10003\nu-19999\nnobody@x.example\nu-10001\n';
const gone: Answers = (id) =>
  id === 'u-19999' ? { kind: 'not-found', id: null } : { status: 'deleted', deletedAt: noon, emails: ['p2@x.example'] };

describe('asking the server', () => {
  it('asks for each person once, behind others and within no budget, and says how many before', async () => {
    const { checks, begin, rows, asked, priorities, directory, untilDone } = await open({ answers: gone });
    const { id } = await begin(list);
    const before = directory.sync.state().refresh;
    expect(unwrap(await checks.countToAsk(id, 0))).toEqual({ requests: 4 });
    expect(unwrap(await checks.askServer(id, 0)).asking).toMatchObject({ status: 'running', total: 4 });
    const done = await untilDone(id);
    expect(asked.toSorted()).toEqual(['u-10001', 'u-10002', 'u-10003', 'u-19999']);
    expect([...priorities]).toEqual(['later']);
    expect(directory.sync.state().refresh).toEqual(before);
    expect(done.counts.answers).toMatchObject({ deleted: 2, 'not-found': 1, ambiguous: 1, 'nobody-known': 1 });
    const answered = await rows(id);
    expect(answered.map(({ source }) => source?.from)).toEqual([
      'server',
      undefined,
      'server',
      'server',
      undefined,
      'server',
    ]);
    expect(answered.some(({ isAsked }) => isAsked)).toBe(false);
  });

  it('asks for nobody the server said something of lately', async () => {
    const { checks, begin, store, asked, rows, untilDone } = await open({ answers: () => ({}) });
    await store('u-10001', {});
    const { id } = await begin('u-10001\nu-10002\n');
    expect(unwrap(await checks.countToAsk(id, hour))).toEqual({ requests: 1 });
    await checks.askServer(id, hour);
    await untilDone(id);
    expect(asked).toEqual(['u-10002']);
    expect((await rows(id)).map(({ source }) => source?.from)).toEqual(['local', 'server']);
    expect(unwrap(await checks.askServer(id, hour)).asking).toBeNull();
    expect(asked).toEqual(['u-10002']);
  });

  it('says who may not be read and who could not be had, and tries those again', async () => {
    let isMended = false;
    const refused: { readonly [id: string]: Failure } = {
      'u-10001': { kind: 'forbidden' },
      'u-10002': { kind: 'bad-reply', where: 'json', detail: '' },
      'u-19999': { kind: 'too-large', limitBytes: 1 },
    };
    const { checks, begin, rows, asked, untilDone } = await open({
      answers: (id) => (isMended ? undefined : refused[id]) ?? { name: 'Somebody' },
    });
    const { id } = await begin('u-10001\nu-10002\nu-10003\nu-19999\n');
    await checks.askServer(id, 0);
    await untilDone(id);
    expect((await rows(id)).map(saidOf)).toEqual([
      'u-10001 | no-permission | u-10001 | id',
      'u-10002 | failed | u-10002 | id',
      'u-10003 | active | u-10003 | id',
      'u-19999 | failed | id',
    ]);
    expect((await rows(id)).map(({ failure }) => failure?.kind)).toEqual([
      'forbidden',
      'bad-reply',
      undefined,
      'too-large',
    ]);
    isMended = true;
    asked.length = 0;
    await checks.retry(id);
    await untilDone(id);
    expect(asked.toSorted()).toEqual(['u-10001', 'u-10002', 'u-19999']);
    expect((await rows(id)).map(({ answer }) => answer)).toEqual(['active', 'active', 'active', 'active']);
  });

  it('is paused, goes on with who is left, and is stopped', async () => {
    let most = 10;
    const { checks, begin, rows, asked, until, untilDone } = await open({
      answers: () => {
        most -= 1;
        return most < 0 ? null : {};
      },
    });
    const { id } = await begin(Object.keys(forty).join('\n'));
    await checks.askServer(id, 0);
    await until(() => asked.length === 40);
    const paused = unwrap(await checks.pause(id)).asking;
    expect(paused).toMatchObject({ status: 'paused', total: 30 });
    expect((await rows(id)).filter(({ isAsked }) => isAsked)).toHaveLength(30);
    most = 10;
    asked.length = 0;
    expect(unwrap(await checks.goOn(id)).asking).toMatchObject({ status: 'running', total: 30 });
    await until(() => asked.length === 30);
    expect(unwrap(await checks.stop(id)).asking).toBeNull();
    expect((await rows(id)).filter(({ isAsked }) => isAsked)).toHaveLength(0);
    most = 100;
    asked.length = 0;
    await checks.askServer(id, hour);
    await untilDone(id);
    expect(asked).toHaveLength(20);
  });

  it('counts what others bring, and asks for it no more', async () => {
    const { checks, begin, store, asked, until, untilTold } = await open({ answers: () => null });
    const { id } = await begin('u-10001\nu-10002\n');
    await checks.askServer(id, 0);
    await until(() => asked.length === 2);
    await store('u-10001', { status: 'inactive' });
    const told = await untilTold(({ asking }) => asking?.asked === 1);
    expect(told.asking).toMatchObject({ status: 'running', total: 2 });
  });

  it('counts who was answered while the list was not shown', async () => {
    const { checks, begin, miss } = await open({});
    const { id } = await begin('u-10001\nu-19998\nu-19999\n');
    expect(unwrap(await checks.countToAsk(id, hour))).toEqual({ requests: 3 });
    checks.leave();
    await miss('u-10001', { kind: 'forbidden' });
    await miss('u-19998', { kind: 'not-found', id: null });
    await miss('u-19999', { kind: 'too-large', limitBytes: 1 });
    expect(unwrap(await checks.countToAsk(id, hour))).toEqual({ requests: 0 });
  });

  it('ends where another column is looked up, and does not begin again', async () => {
    const first = await open({ answers: () => null });
    const { id } = await first.begin('id,mail\nu-10001,p2@x.example\nu-10003,p4@x.example\n');
    await first.checks.askServer(id, 0);
    await first.until(() => first.asked.length === 2);
    expect(unwrap(await first.checks.column(id, 1)).asking).toBeNull();
    expect((await first.rows(id)).filter(({ isAsked }) => isAsked)).toEqual([]);
    await first.directory.close();
    const { checks, asked } = await open({ people: {}, file: first.file, answers: () => null });
    expect([unwrap(await checks.open(id)).asking, asked]).toEqual([null, []]);
  });

  it('ends where another list takes its place, and goes on where the list has a name', async () => {
    const { checks, begin, asked, until, waiting } = await open({ answers: () => null });
    const named = await begin('u-10001\n');
    unwrap(await checks.name(named.id, 'July'));
    await checks.askServer(named.id, 0);
    const other = await begin('u-10002\nu-10003\n');
    await checks.askServer(other.id, 0);
    await until(() => asked.length === 3);
    await begin('u-10004\n');
    expect(waiting()).toBe(1);
    expect(unwrap(await checks.open(named.id)).asking).toMatchObject({ status: 'running', total: 1 });
  });

  it('waits for a token, and goes on once there is one', async () => {
    let hasToken = false;
    const { checks, begin, asked, untilDone, untilTold } = await open({
      answers: () => ({}),
      canFetch: () => hasToken,
    });
    const { id } = await begin('u-10001\n');
    await checks.askServer(id, 0);
    const told = await untilTold(({ asking }) => asking?.status === 'waiting');
    expect([told.asking?.why, asked]).toEqual([{ kind: 'token-needed' }, []]);
    hasToken = true;
    checks.resume();
    await untilDone(id);
    expect(asked).toEqual(['u-10001']);
  });

  it('keeps its run with what the server said', async () => {
    const { checks, begin, untilDone } = await open({ answers: gone });
    const { id } = await begin('u-10001\n');
    await checks.askServer(id, 0);
    await untilDone(id);
    expect(unwrap(await checks.runs(id)).runs.map(({ counts }) => counts.answers.deleted)).toEqual([1]);
    expect(unwrap(await checks.run(id)).difference).toMatchObject({ changed: 0 });
  });
});

it('a process that is killed while it asks goes on with those who are left, and asks for nobody twice', async () => {
  const file = freshFile();
  const run = (check: string, most: string) => {
    const child = spawn(process.execPath, [fileURLToPath(startedFile('ask-until-killed')), file, check, most], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout });
    return { child, lines, over: new Promise((resolve) => child.once('close', resolve)) };
  };
  const first = run('0', '15');
  let check = '';
  const stored = new Set<string>();
  for await (const line of first.lines) {
    const [what = '', id = ''] = line.split(' ');
    if (what === 'check') check = id;
    else stored.add(id);
    if (check !== '' && stored.size >= 15) first.child.kill('SIGKILL');
  }
  await first.over;
  const second = run(check, '1000');
  const said: string[] = [];
  for await (const line of second.lines) said.push(line);
  await second.over;
  expect(said.at(-1)).toBe(`asked ${40 - stored.size}, inactive 40`);
});
