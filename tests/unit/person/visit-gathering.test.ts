/** Cards that arrive close together are told together, by the clock that the page is given. */
import { expect, it } from 'vitest';
import type { UserId } from '../../../contract/ids.ts';
import type { ReportEntry } from '../../../contract/person.ts';
import { beginVisit } from '../../../electron/person/visit.ts';
import { createFakeClock } from '../fake-clock.ts';
import { idOf } from '../storage/stored.ts';

const entryOf = (id: UserId): ReportEntry => ({ state: 'not-found', id, since: 0 });

function visiting() {
  const clock = createFakeClock();
  const told: (readonly ReportEntry[])[] = [];
  const visit = beginVisit({
    manager: idOf('boss'),
    fetchCard: async (id) => entryOf(id),
    isUnderWay: () => false,
    entriesOf: (ids) => ids.map(entryOf),
    arrived: (_manager, entries) => told.push(entries),
    clock,
  });
  return { clock, told, visit };
}

it('those of a moment together, and later ones again', async () => {
  const { clock, told, visit } = visiting();
  await visit.fetchCards([idOf('ann'), idOf('bob')]);
  await clock.pass(59);
  await visit.fetchCards([idOf('cem')]);
  expect(told).toEqual([]);
  await clock.pass(1);
  expect(told).toEqual([[entryOf(idOf('ann')), entryOf(idOf('bob')), entryOf(idOf('cem'))]]);
  await visit.fetchCards([idOf('dee')]);
  await clock.pass(60);
  expect(told[1]).toEqual([entryOf(idOf('dee'))]);
});

it('none once the page is left', async () => {
  const { clock, told, visit } = visiting();
  await visit.fetchCards([idOf('ann')]);
  visit.end();
  await clock.pass(60);
  expect(told).toEqual([]);
  expect(clock.sleepers()).toBe(0);
});

it('those that the sync got to are kept until they are taken, each once', () => {
  const { told, visit } = visiting();
  visit.leaveToSync([idOf('ann'), idOf('bob')]);
  visit.note([idOf('cem')]);
  expect(visit.synced([idOf('ann'), idOf('cem'), idOf('dee')])).toEqual([idOf('ann')]);
  expect(visit.take()).toEqual([entryOf(idOf('cem')), entryOf(idOf('ann'))]);
  expect(visit.take()).toEqual([]);
  expect(told).toEqual([]);
});
