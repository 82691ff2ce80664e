/** That what a link leads to is shown, whatever becomes of the page that is told. */
import { expect, test } from 'vitest';
import { UserId } from '../../../contract/ids.ts';
import type { LinkedPage } from '../../../contract/shown-page.ts';
import { createPageCalls } from '../../../electron/calls/page.ts';
import { createWantedPage } from '../../../electron/shell/wanted-page.ts';
import { createFakeClock } from '../fake-clock.ts';
import { strictLog } from '../storage/stored.ts';

const ann: LinkedPage = { view: 'person', id: UserId.parse('ann'), tab: 'overview' };
const bob: LinkedPage = { view: 'organisation', id: UserId.parse('bob'), form: 'chart' };

function told() {
  const said: LinkedPage[] = [];
  const wanted = createWantedPage((page) => void said.push(page));
  const calls = createPageCalls({
    isShown: wanted.shown,
    places: { of: () => null, keep: () => {} },
    open: () => null,
    restored: Promise.resolve(),
    log: strictLog,
    clock: createFakeClock(),
  });
  const showsSomething = () => calls['page.shown']({ connection: 'c', page: { view: 'home' }, scrollTop: 0 } as never);
  return { said, wanted, showsSomething };
}

test('a page that hangs when it is told, and is loaded again, is told once more', () => {
  const { said, wanted } = told();
  wanted.tell(ann, true);
  wanted.loaded();
  expect(said).toEqual([ann, ann]);
});

test('a page that says where it was before it is told is told all the same', async () => {
  const { said, wanted, showsSomething } = told();
  wanted.tell(ann, true);
  wanted.lost();
  await showsSomething();
  wanted.loaded();
  expect(said).toEqual([ann, ann]);
  await showsSomething();
  wanted.loaded();
  expect(said).toEqual([ann, ann]);
});

test('of several links the newest is told again', () => {
  const { said, wanted } = told();
  wanted.tell(ann, true);
  wanted.tell(bob, false);
  wanted.loaded();
  expect(said).toEqual([ann, bob]);
});

test('what a page has shown is not told again, however often it is loaded', async () => {
  const { said, wanted, showsSomething } = told();
  wanted.tell(ann, true);
  await showsSomething();
  wanted.loaded();
  expect(said).toEqual([ann]);
});

test('a page that loads is told once it is there', () => {
  const { said, wanted } = told();
  wanted.tell(ann, false);
  expect(said).toEqual([]);
  wanted.loaded();
  expect(said).toEqual([ann]);
});
