/** One pace for a whole connection: what it lets through, when, and in which order. */
import { expect, test } from 'vitest';
import type { Priority } from '../../../electron/pace/pace.ts';
import { createPace, type Entry, type Pace, type Turn } from '../../../electron/pace/pace.ts';
import { createFakeClock, settled } from '../fake-clock.ts';

type Entered = Extract<Entry, { kind: 'entered' }>;

function setUp(start: number, most: number) {
  const clock = createFakeClock();
  const pace = createPace({
    clock,
    limit: { start, most },
    connections: Infinity,
    patienceMs: { now: 20_000, later: 600_000 },
  });
  /** In the order in which they were let in. */
  const inside: { name: string; leave: Entered['leave'] }[] = [];
  const others: { name: string; entry: Entry }[] = [];
  const ask = (name: string, priority: Priority, controller = new AbortController()): Turn => {
    const turn: Turn = { priority, signal: controller.signal };
    void pace.enter(turn).then((entry) => {
      if (entry.kind === 'entered') inside.push({ name, leave: entry.leave });
      else others.push({ name, entry });
    });
    return turn;
  };
  const names = () => inside.map(({ name }) => name);
  const leave = async (...args: Parameters<Entered['leave']>) => {
    inside.shift()?.leave(...args);
    await settled();
  };
  return { clock, pace, inside, others, ask, names, leave };
}

/** So many requests in a row that the server answers without complaint. */
async function answerWell(pace: Pace, count: number, latencyMs: number | null = null) {
  for (let i = 0; i < count; i += 1) {
    const entry = await pace.enter({ priority: 'now', signal: new AbortController().signal });
    if (entry.kind === 'entered') entry.leave('eased', { latencyMs });
  }
}

test('no more are under way in the background than the limit', async () => {
  const { ask, names, leave } = setUp(2, 2);
  for (const name of ['a', 'b', 'c', 'd']) ask(name, 'later');
  await settled();
  expect(names()).toStrictEqual(['a', 'b']);
  await leave('unknown');
  expect(names()).toStrictEqual(['b', 'c']);
});

test('a person has one place on top, so that they enter at once; of several the others wait', async () => {
  const { ask, names, leave } = setUp(3, 3);
  for (const name of ['l1', 'l2', 'l3', 'l4']) ask(name, 'later');
  for (const name of ['n1', 'n2']) ask(name, 'now');
  await settled();
  expect(names()).toStrictEqual(['l1', 'l2', 'l3', 'n1']);
  await leave('unknown');
  expect(names()).toStrictEqual(['l2', 'l3', 'n1', 'n2']);
  await leave('unknown');
  expect(names()).toStrictEqual(['l3', 'n1', 'n2']);
  await leave('unknown');
  expect(names()).toStrictEqual(['n1', 'n2', 'l4']);
});

test('what a person waits for goes before what runs in the background, each in order of asking', async () => {
  const { ask, names, leave } = setUp(1, 1);
  ask('first', 'now');
  ask('second', 'now');
  for (const name of ['l1', 'l2']) ask(name, 'later');
  for (const name of ['n1', 'n2']) ask(name, 'now');
  const order: string[] = [];
  for (let i = 0; i < 6; i += 1) {
    await settled();
    order.push(names()[0] ?? 'nobody');
    await leave('unknown');
  }
  expect(order).toStrictEqual(['first', 'second', 'n1', 'n2', 'l1', 'l2']);
});

test('a background request that a person comes to wait for is hurried', async () => {
  const { ask, names, leave, pace } = setUp(1, 1);
  ask('first', 'now');
  ask('second', 'now');
  ask('l1', 'later');
  const turn = ask('l2', 'later');
  await settled();
  pace.hurry(turn);
  await leave('unknown');
  expect(names()).toStrictEqual(['second', 'l2']);
  expect(turn.priority).toBe('now');
});

test('hurrying takes the place on top', async () => {
  const { ask, names, pace } = setUp(1, 1);
  ask('l1', 'later');
  const turn = ask('l2', 'later');
  await settled();
  expect(names()).toStrictEqual(['l1']);
  pace.hurry(turn);
  await settled();
  expect(names()).toStrictEqual(['l1', 'l2']);
});

test('who gives up leaves the queue, hurried or not, and takes no place', async () => {
  const { ask, names, leave, others, pace } = setUp(1, 1);
  const [plain, hurried] = [new AbortController(), new AbortController()];
  ask('first', 'now');
  ask('second', 'now');
  ask('plain', 'now', plain);
  pace.hurry(ask('hurried', 'later', hurried));
  ask('last', 'later');
  await settled();
  plain.abort();
  hurried.abort();
  await leave('unknown');
  await leave('unknown');
  await settled();
  expect(others).toStrictEqual([
    { name: 'plain', entry: { kind: 'cancelled' } },
    { name: 'hurried', entry: { kind: 'cancelled' } },
  ]);
  expect(names()).toStrictEqual(['last']);
  expect(pace.state()).toMatchObject({ active: 1, waiting: 0 });
});

test('who had given up before asking is not let in', async () => {
  const { ask, others, pace } = setUp(1, 1);
  ask('other', 'now');
  const gone = new AbortController();
  gone.abort();
  ask('gone', 'now', gone);
  await settled();
  expect(others).toStrictEqual([{ name: 'gone', entry: { kind: 'cancelled' } }]);
  expect(pace.state()).toMatchObject({ active: 1, waiting: 0 });
});

test('too much: the limit is halved, once for a whole burst of refusals', async () => {
  const { ask, leave, pace } = setUp(16, 32);
  for (let i = 0; i < 16; i += 1) ask(`${i}`, 'now');
  await settled();
  for (let i = 0; i < 16; i += 1) await leave('pressed');
  expect(pace.state()).toMatchObject({ limit: 8, active: 0 });
  ask('next', 'now');
  await settled();
  await leave('pressed');
  expect(pace.state().limit).toBe(4);
});

test('it never falls below one and never grows over the most', async () => {
  const { ask, leave, pace } = setUp(2, 4);
  for (let i = 0; i < 10; i += 1) {
    ask('x', 'now');
    await settled();
    await leave('pressed');
  }
  expect(pace.state().limit).toBe(1);
  ask('still', 'later');
  await settled();
  expect(pace.state().active).toBe(1);
  await leave('eased');
  await answerWell(pace, 200);
  expect(pace.state().limit).toBe(4);
});

test('until the first sign of pressure the limit doubles with each round', async () => {
  const { pace } = setUp(4, 32);
  await answerWell(pace, 4);
  expect(pace.state().limit).toBe(8);
  await answerWell(pace, 8);
  expect(pace.state().limit).toBe(16);
  await answerWell(pace, 100);
  expect(pace.state().limit).toBe(32);
});

test('after it, it recovers by one for about as many good answers as are under way', async () => {
  const { ask, leave, pace } = setUp(16, 32);
  ask('refused', 'now');
  await settled();
  await leave('pressed');
  await answerWell(pace, 7);
  expect(pace.state().limit).toBe(8);
  await answerWell(pace, 3);
  expect(pace.state().limit).toBe(9);
  await answerWell(pace, 30);
  expect(pace.state().limit).toBe(12);
});

test('answers that come ever more slowly halve the limit, once a round, and hold nobody back', async () => {
  const { pace } = setUp(32, 32);
  await answerWell(pace, 16, 50);
  expect(pace.state().limit).toBe(32);
  await answerWell(pace, 15, 900);
  expect(pace.state().limit).toBe(32);
  await answerWell(pace, 1, 900);
  expect(pace.state()).toMatchObject({ limit: 16, heldMs: 0 });
});

test('slow answers to what was sent before the limit was halved are no second sign', async () => {
  const { pace, ask, inside } = setUp(40, 40);
  await answerWell(pace, 16, 50);
  for (let i = 0; i < 40; i += 1) ask(`${i}`, 'later');
  await settled();
  for (const { leave } of inside.splice(0)) leave('eased', { latencyMs: 900 });
  expect(pace.state().limit).toBe(21);
});

test('a server that has become slower for good is soon asked at full pace again', async () => {
  const { pace } = setUp(32, 32);
  await answerWell(pace, 64, 40);
  await answerWell(pace, 48, 9_000);
  expect(pace.state().limit).toBeGreaterThanOrEqual(4);
  await answerWell(pace, 600, 9_000);
  expect(pace.state().limit).toBe(32);
});

test('an answer that never came says nothing of the load', async () => {
  const { ask, leave, pace } = setUp(8, 32);
  for (let i = 0; i < 50; i += 1) {
    ask('x', 'now');
    await settled();
    await leave('unknown');
  }
  expect(pace.state().limit).toBe(8);
});

test('while the server wants to be left alone, nobody enters; then in order, at half the pace', async () => {
  const { ask, names, leave, pace, clock } = setUp(4, 4);
  ask('refused', 'now');
  await settled();
  await leave('pressed', { holdMs: 5_000 });
  ask('l', 'later');
  for (const name of ['n1', 'n2', 'n3']) ask(name, 'now');
  await clock.pass(4_999);
  expect(names()).toStrictEqual([]);
  expect(pace.state()).toStrictEqual({ limit: 2, active: 0, waiting: 4, heldMs: 1 });
  await clock.pass(1);
  expect(names()).toStrictEqual(['n1', 'n2', 'n3']);
  expect(pace.state()).toMatchObject({ active: 3, waiting: 1 });
});

test('of two times named by the server the later holds', async () => {
  const { ask, names, leave, clock } = setUp(4, 4);
  ask('a', 'now');
  ask('b', 'now');
  await settled();
  await leave('pressed', { holdMs: 5_000 });
  await leave('pressed', { holdMs: 2_000 });
  ask('c', 'now');
  await clock.pass(4_999);
  expect(names()).toStrictEqual([]);
  await clock.pass(1);
  expect(names()).toStrictEqual(['c']);
});

test('a time that grows while somebody waits for it is waited for to the end', async () => {
  const { ask, names, inside, clock } = setUp(4, 4);
  ask('a', 'now');
  ask('b', 'now');
  await settled();
  const [a, b] = inside.splice(0);
  a?.leave('pressed', { holdMs: 1_000 });
  ask('c', 'now');
  await clock.pass(500);
  b?.leave('pressed', { holdMs: 3_000 });
  await clock.pass(2_999);
  expect(names()).toStrictEqual([]);
  await clock.pass(1);
  expect(names()).toStrictEqual(['c']);
  expect(clock.sleepers()).toBe(0);
});

test('a person is told at once when the wait is too long; the background waits', async () => {
  const { ask, names, leave, others, clock } = setUp(4, 4);
  ask('a', 'now');
  await settled();
  ask('b', 'now');
  await settled();
  await leave('pressed', { holdMs: 60_000 });
  ask('n', 'now');
  ask('l', 'later');
  await settled();
  expect(others).toStrictEqual([{ name: 'n', entry: { kind: 'turned-away', retryAfterMs: 60_000 } }]);
  await leave('unknown');
  await clock.pass(45_000);
  ask('patient', 'now');
  await settled();
  expect(others).toHaveLength(1);
  await clock.pass(15_000);
  expect(names()).toStrictEqual(['patient', 'l']);
});

test('who is waiting already is told when the wait becomes too long', async () => {
  const { ask, leave, others } = setUp(1, 1);
  ask('a', 'now');
  ask('b', 'now');
  ask('waiting', 'now');
  await settled();
  await leave('pressed', { holdMs: 30_000 });
  expect(others).toStrictEqual([{ name: 'waiting', entry: { kind: 'turned-away', retryAfterMs: 30_000 } }]);
});

test('a server that names a day is left alone for a day; who asks meanwhile is told', async () => {
  const { ask, leave, pace, others, names, clock } = setUp(1, 1);
  ask('a', 'now');
  await settled();
  await leave('pressed', { holdMs: 86_400_000 });
  expect(pace.state().heldMs).toBe(86_400_000);
  ask('l', 'later');
  await settled();
  expect(others).toStrictEqual([{ name: 'l', entry: { kind: 'turned-away', retryAfterMs: 86_400_000 } }]);
  await clock.pass(86_400_000);
  ask('m', 'later');
  await settled();
  expect(names()).toStrictEqual(['m']);
});

test('one request too many after the other holds everybody for ever longer, until something is answered', async () => {
  const { ask, leave, pace, clock } = setUp(32, 32);
  const heldAfterBurst = async (holdMs: number | null) => {
    for (let i = 0; i < 3; i += 1) ask('x', 'now');
    await settled();
    for (let i = 0; i < 3; i += 1) await leave('pressed', { holdMs, isLimit: true });
    const held = pace.state().heldMs;
    await clock.pass(held);
    return held;
  };
  const held: number[] = [];
  for (const holdMs of [0, null, 0, 0]) held.push(await heldAfterBurst(holdMs));
  expect(held).toStrictEqual([1_000, 2_000, 4_000, 8_000]);
  expect(await heldAfterBurst(60_000)).toBe(60_000);
  for (let i = 0; i < 8; i += 1) await heldAfterBurst(0);
  expect(await heldAfterBurst(0)).toBe(600_000);
  await answerWell(pace, 1);
  expect(await heldAfterBurst(0)).toBe(1_000);
});

test('leaving twice counts once', async () => {
  const { ask, inside, pace } = setUp(2, 2);
  ask('a', 'now');
  ask('b', 'now');
  await settled();
  inside[0]?.leave('unknown');
  inside[0]?.leave('unknown');
  expect(pace.state().active).toBe(1);
});
