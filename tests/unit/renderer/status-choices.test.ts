import { expect, test } from 'vitest';
import { statusChoices } from '../../../renderer/status/status-choices.ts';

const counts = { active: 3, inactive: 0, deleted: 1, 'not-found': 0, unknown: 2 };
const offered = (...asked: Parameters<typeof statusChoices>) => statusChoices(...asked).map(({ word }) => word);

test('a status that is rare is offered where somebody has it, where it is chosen, and where it was offered before', () => {
  const usual = ['All', 'Active', 'Inactive', 'Deleted'];
  expect(offered(counts, null)).toEqual([...usual, 'Unknown']);
  expect(offered(counts, 'not-found')).toEqual([...usual, 'Not found', 'Unknown']);
  expect(offered({ active: 3 }, null, undefined, (status) => status === 'unknown')).toEqual([...usual, 'Unknown']);
  expect(offered(null, null)).toEqual(usual);
});

test('all are as many as the counts add up to, or as many as is said', () => {
  expect(statusChoices(counts, null)[0]?.people).toBe(6);
  expect(statusChoices(counts, null, 9)[0]?.people).toBe(9);
  expect(statusChoices(null, null)[0]?.people).toBeNull();
});
