/** The answers of a list follow what is stored, whichever part of the app stores it. */
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { unwrap } from '../sync/synced.ts';
import { type Checked, openChecked, people, saidOf } from './checked.ts';

let checked: Checked | null = null;
const open = async (...options: Parameters<typeof openChecked>): Promise<Checked> => {
  checked = await openChecked(...options);
  return checked;
};
afterEach(async () => {
  await checked?.directory.close();
  checked = null;
});

describe('answers follow what is stored', () => {
  const forget = (file: string) => {
    const older = new DatabaseSync(file);
    older.exec('DELETE FROM handles; DELETE FROM handles_filling; INSERT INTO handles_filling VALUES (0)');
    older.close();
  };

  it('by an older version, once what people can be reached by is filled in; until then it says of how many it is not', async () => {
    const first = await open({ people });
    await first.directory.close();
    forget(first.file);
    // Nothing is filled in by itself: the test says when.
    const freeBytes = async () => 0;
    const { begin, checks, directory, news, untilTold } = await open({ people: {}, file: first.file, freeBytes });
    const { id } = await begin('ana@x.example\n');
    const before = unwrap(await checks.open(id));
    expect([before.notIndexed, before.counts.answers['nobody-known']]).toEqual([40, 1]);
    unwrap(await directory.ask('fillHandles', [200]));
    unwrap(await directory.ask('fillHandles', [200]));
    news.tell('handlesFilled', null);
    const told = await untilTold(({ counts }) => counts.answers.active === 1);
    expect(told.notIndexed).toBe(0);
  });

  it('which is filled in by itself after opening, and only where it was not', async () => {
    const first = await open({ people });
    await first.directory.close();
    expect(first.filled()).toBe(0);
    forget(first.file);
    const { begin, until, filled } = await open({ people: {}, file: first.file });
    await until(() => filled() === 1);
    expect((await begin('ana@x.example\n')).counts.answers.active).toBe(1);
  });

  it('of somebody whose answer stays as it was: their name and that nobody is asked for them any more', async () => {
    const { begin, checks, rows, store, asked, until, untilTold } = await open({ answers: () => null });
    const { id } = await begin('u-10001\nu-10002\n');
    const { version } = unwrap(await checks.askServer(id, 0));
    await until(() => asked.length === 2);
    await store('u-10001', { name: 'Other Name' });
    await untilTold((overview) => overview.version > version);
    expect((await rows(id)).map(({ person, isAsked }) => [person?.name, isAsked])).toEqual([
      ['Other Name', false],
      ['Person u-10002', true],
    ]);
  });

  it('and the page is told of the list that is shown by then', async () => {
    const { begin, store, untilTold } = await open();
    const first = await begin('u-10001\n');
    await store('u-10001', { status: 'deleted' });
    await untilTold(({ id }) => id === first.id);
    const second = await begin('u-10002\n');
    await store('u-10002', { status: 'deleted' });
    const told = await untilTold(({ id }) => id === second.id);
    expect(told.counts.answers).toMatchObject({ active: 0, deleted: 1 });
  });

  it('of somebody who comes, changes, or takes another’s address', async () => {
    const { begin, rows, store, miss, untilTold } = await open({ people });
    const { id, version } = await begin('new@x.example\nu-10005\nu-20001\nNew Name\nana@x.example\n');
    await store('u-10050', { name: 'New Name', emails: ['new@x.example', 'ana@x.example'] });
    await store('u-10005', { status: 'deleted' });
    await miss('u-20001', { kind: 'not-found', id: null });
    const told = await untilTold((overview) => overview.counts.answers['not-found'] === 1);
    expect(told.version).toBeGreaterThan(version);
    expect((await rows(id)).map(saidOf)).toEqual([
      'new@x.example | active | u-10050 | primary-email',
      'u-10005 | deleted | u-10005 | id',
      'u-20001 | not-found | id',
      'New Name | not-understood | name | of 1',
      'ana@x.example | ambiguous | of 2',
    ]);
  });
});
