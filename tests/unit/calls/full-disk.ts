/** What is saved where there is no room for it. */
import { readdirSync } from 'node:fs';
import { expect, type TestContext } from 'vitest';
import { mountSmallDisk } from '../small-disk.ts';

/** It fails, says so, and leaves nothing in the folder. */
export async function expectNothingOnFullDisk(
  context: Pick<TestContext, 'skip'>,
  folder: string,
  save: () => unknown,
): Promise<void> {
  const disk = mountSmallDisk(folder);
  if (disk === null) return context.skip('no disk can be mounted here');
  try {
    disk.fill();
    expect(await save()).toEqual({ ok: false, failure: { kind: 'not-saved', trouble: 'full' } });
    expect(readdirSync(folder)).toEqual(['of-another-program']);
  } finally {
    disk.unmount();
  }
}
