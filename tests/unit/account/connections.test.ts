import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { UserId } from '../../../contract/ids.ts';
import { createConnections } from '../../../electron/account/connections.ts';
import { mountSmallDisk } from '../small-disk.ts';
import { hasModeBits } from '../systems.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { createStillClock } from './fakes.ts';

const start = UserId.parse('9763caa1-cef3-497f-b3b2-f551456b2831');
const server = 'https://api.example.com';
const newcomer = { name: 'Work', server, startFrom: [start] };

let folder: string;
let file: string;
const clock = createStillClock();
const open = () => createConnections({ folder, clock });

beforeEach(async () => {
  folder = join(temporaryFolder(), 'user data');
  file = join(folder, 'connections.json');
});

const added = async (connections: Awaited<ReturnType<typeof open>>, name: string) => {
  const outcome = await connections.add({ ...newcomer, name });
  if (!outcome.ok) throw new Error(outcome.failure.kind);
  return outcome.value;
};

describe('the remembered connections', () => {
  it('start empty, without a file', async () => {
    const connections = await open();
    expect(connections.list()).toEqual([]);
    expect(connections.lastOpen()).toBeNull();
    expect([connections.trouble, connections.movedAside]).toEqual([null, null]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('are there on the next start: names, servers, starting points, and which was open', async () => {
    const first = await open();
    const work = await added(first, 'Work');
    const play = await added(first, 'Play');
    await first.rename(work.id, 'The office');
    await first.setOpen(play.id);
    const next = await open();
    expect(next.list()).toEqual([{ ...work, name: 'The office' }, play]);
    expect(next.lastOpen()).toBe(play.id);
    expect(next.find(work.id)?.startFrom).toEqual([start]);
    expect(next.find(play.id)).toMatchObject({ startFrom: [start], lastOpenedAt: clock.now() });
  });

  it('can be removed, and an open one is then open no more', async () => {
    const connections = await open();
    const one = await added(connections, 'One');
    const two = await added(connections, 'Two');
    await connections.setOpen(one.id);
    await connections.remove(one.id);
    expect(connections.lastOpen()).toBeNull();
    expect((await open()).list()).toEqual([two]);
    await connections.setOpen(two.id);
    await connections.setOpen(null);
    expect((await open()).lastOpen()).toBeNull();
  });

  it('says not known of a connection that is not remembered', async () => {
    const connections = await open();
    const gone = await added(connections, 'Gone');
    await connections.remove(gone.id);
    const failure = { kind: 'bad-input', where: 'connection', reason: 'not-known' };
    expect(await connections.rename(gone.id, 'x')).toEqual({ ok: false, failure });
    expect(await connections.setOpen(gone.id)).toEqual({ ok: false, failure });
  });

  it('take no address that has room for a secret', async () => {
    const connections = await open();
    for (const address of [
      `https://user:password@api.example.com`,
      `${server}/?token=x`,
      `${server}/path`,
      'null',
      '',
    ]) {
      expect(await connections.add({ ...newcomer, server: address })).toMatchObject({ ok: false });
    }
    expect(connections.list()).toEqual([]);
  });

  it('loses no change when many are made at once, and leaves no other file behind', async () => {
    const connections = await open();
    await Promise.all(Array.from({ length: 20 }, (_, i) => added(connections, `Number ${i}`)));
    expect((await open()).list().map(({ name }) => name)).toEqual(Array.from({ length: 20 }, (_, i) => `Number ${i}`));
    expect(await readdir(folder)).toEqual(['connections.json']);
  });

  it.runIf(hasModeBits)('are closed to other users, also when the file was not', async () => {
    const connections = await open();
    await added(connections, 'Work');
    const modes = async () => [(await stat(folder)).mode & 0o777, (await stat(file)).mode & 0o777];
    expect(await modes()).toEqual([0o700, 0o600]);
    await chmod(folder, 0o755);
    await chmod(file, 0o644);
    await open();
    expect(await modes()).toEqual([0o700, 0o600]);
  });
});

describe('a file of connections that is not as it should be', () => {
  it.each([
    ['empty', ''],
    ['cut off', '{"version":1,"open":null,"connections":[{"id":'],
    ['not JSON', 'hello'],
    ['another thing', '[1,2,3]'],
    ['without a version', '{"connections":[]}'],
  ])('is moved aside whole when it is %s, and Rolodesk goes on', async (_what, text) => {
    await open();
    await writeFile(file, text);
    const connections = await open();
    expect(connections.list()).toEqual([]);
    expect(await readFile(connections.movedAside ?? '', 'utf8')).toBe(text);
    await added(connections, 'After');
    const next = await open();
    expect(next.movedAside).toBeNull();
    expect(next.list()).toHaveLength(1);
  });

  it('is read where an editor saved it with a byte order mark and line ends of its own', async () => {
    const good = await added(await open(), 'Good');
    const text = await readFile(file, 'utf8');
    await writeFile(file, `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    const connections = await open();
    expect(connections.list()).toEqual([good]);
    expect(connections.movedAside).toBeNull();
  });

  it.each([
    ['a slash behind it', `${server}/`],
    ['capitals', server.toUpperCase()],
    ['its usual port', `${server}:443`],
  ])('is read where somebody wrote a server in it with %s', async (_with, written) => {
    const good = await added(await open(), 'Good');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(JSON.stringify(server), JSON.stringify(written)));
    const connections = await open();
    expect(connections.list()).toEqual([good]);
    expect(connections.movedAside).toBeNull();
  });

  it('gives a connection without the ids to start from where a script made one text of them, and keeps the rest aside', async () => {
    const good = await added(await open(), 'Good');
    const written = JSON.parse(await readFile(file, 'utf8'));
    written.connections[0].startFrom = written.connections[0].startFrom.join(' ');
    const text = JSON.stringify(written);
    await writeFile(file, text);
    const connections = await open();
    expect(connections.list()).toEqual([good]);
    expect(connections.find(good.id)?.startFrom).toEqual([]);
    expect(await readFile(connections.movedAside ?? '', 'utf8')).toBe(text);
  });

  it('gives what can be read of it, and keeps the rest aside', async () => {
    const before = await open();
    const good = await added(before, 'Good');
    const bad = await added(before, 'Bad');
    await before.setOpen(bad.id);
    const text = (await readFile(file, 'utf8')).replace('"name": "Bad"', '"name": 7');
    await writeFile(file, text);
    const after = await open();
    expect(after.list()).toEqual([good]);
    expect(after.lastOpen()).toBeNull();
    expect(await readFile(after.movedAside ?? '', 'utf8')).toBe(text);
    expect((await open()).list()).toEqual([good]);
  });

  it('is left exactly as it is while there is no room for another, and loses nothing by that', async (context) => {
    await mkdir(folder);
    const disk = mountSmallDisk(folder);
    if (disk === null) return context.skip('no disk can be mounted here');
    try {
      await added(await open(), 'Work');
      const sound = JSON.parse(await readFile(file, 'utf8'));
      const text = JSON.stringify({ ...sound, connections: [...sound.connections, { id: 'unreadable' }] });
      await writeFile(file, text);
      disk.fill();
      expect((await open()).trouble).toEqual({ kind: 'database', trouble: 'full' });
      expect(await readFile(file, 'utf8')).toBe(text);
      await rm(join(folder, 'of-another-program'));
      const connections = await open();
      expect(connections.list()).toMatchObject([{ name: 'Work' }]);
      expect(await readFile(connections.movedAside ?? '', 'utf8')).toBe(text);
    } finally {
      disk.unmount();
    }
  });

  it('is left exactly as it is when a newer Rolodesk wrote it', async () => {
    await open();
    const text = '{"version":2,"connections":"in another form"}';
    await writeFile(file, text);
    const connections = await open();
    const failure = { kind: 'database', trouble: 'newer-version' };
    expect(connections.trouble).toEqual(failure);
    expect(await connections.add(newcomer)).toEqual({ ok: false, failure });
    expect(await readFile(file, 'utf8')).toBe(text);
    expect(await readdir(folder)).toEqual(['connections.json']);
  });

  it('is read whatever a killed process left beside it that cannot be removed', async () => {
    await added(await open(), 'Work');
    await mkdir(join(folder, 'connections.json.x.new'));
    const connections = await open();
    expect([connections.trouble, connections.list().map(({ name }) => name)]).toEqual([null, ['Work']]);
  });

  it('is whole at every moment: a process killed while writing leaves the old list or the new one', async () => {
    const script = join(import.meta.dirname, 'connections-child.ts');
    for (let round = 0; round < 8; round++) {
      const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
      let written = 0;
      for await (const chunk of child.stdout.setEncoding('utf8')) {
        written += String(chunk).split('\n').length - 1;
        if (written > 3 + round) break;
      }
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      const connections = await open();
      expect([connections.trouble, connections.movedAside]).toEqual([null, null]);
      expect(connections.list().length).toBeGreaterThanOrEqual(written);
      expect(await readdir(folder)).toEqual(['connections.json']);
      for (const { id } of connections.list()) await connections.remove(id);
    }
  });
});
