/** However much a server sends, the process that asks stays small. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import type { Fault } from '../../fault-server/faults.ts';

const run = promisify(execFile);
const Report = z.object({ outcome: z.unknown(), grewBytes: z.number() });
const mib = 1024 * 1024;

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.close());

test.each<readonly [what: string, id: string, fault: Fault, limitBytes: number, mostMib: number]>([
  ['200 MB of body', 'flood', { does: 'flood', bytes: 200_000_000, gzip: false }, 1_048_576, 64],
  ['a gzip bomb of 1 GB', 'bomb', { does: 'flood', bytes: 1_000_000_000, gzip: true }, 1_048_576, 64],
  ['a list of 300 MB', 'list', { does: 'flood-list', bytes: 300_000_000, gzip: false }, 268_435_456, 128],
])('%s is refused at its cap and never held', async (_what, id, fault, limitBytes, mostMib) => {
  server.answer(id === 'list' ? '/v1/ext/users' : id, fault);
  const child = join(import.meta.dirname, 'memory-child.ts');
  const { stdout } = await run(process.execPath, ['--expose-gc', child, server.origin, id], { env: {} });
  const { outcome, grewBytes } = Report.parse(JSON.parse(stdout));
  expect(outcome).toStrictEqual({ ok: false, failure: { kind: 'too-large', limitBytes } });
  expect(grewBytes).toBeLessThan(mostMib * mib);
});
