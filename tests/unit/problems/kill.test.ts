/** Killing the process at any moment loses nothing that was said to be set aside, and leaves nothing half done. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startedFile } from '../started-file.ts';
import { freshFile, storeAt } from '../storage/stored.ts';

const kills = 8;
const atOnce = 7;

/** The last note that was reported before the kill. */
function killOne(file: string, afterLines: number): Promise<{ last: number; error: string }> {
  const child = spawn(process.execPath, [fileURLToPath(startedFile('set-aside-until-killed')), file], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let error = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.split('\n').length > afterLines) child.kill('SIGKILL');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    error += /Error/.test(text) ? text : '';
  });
  return new Promise((resolve) => {
    child.on('close', () => {
      // A line that was not finished was not reported.
      const lines = said
        .slice(0, said.lastIndexOf('\n') + 1)
        .trimEnd()
        .split('\n');
      resolve({ last: Number(lines.at(-1)), error });
    });
  });
}

it('what was set aside together is there together, with everything that was reported', async () => {
  for (let nth = 0; nth < kills; nth += 1) {
    const file = freshFile();
    storeAt(file).store.close();
    const { last, error } = await killOne(file, 3 + nth * 9);
    expect(error).toBe('');
    const { store, recovered } = storeAt(file);
    expect(recovered).toBe(false);
    const aside = store.tables.problemMarks.aside().get('alone') ?? new Map();
    const notes = Map.groupBy(aside.values(), ({ note }) => Number(note));
    for (const together of notes.values()) expect(together).toHaveLength(atOnce);
    expect(Math.max(...notes.keys())).toBeGreaterThanOrEqual(last);
    expect(notes.has(last)).toBe(true);
    expect(store.tables.problemMarks.seen().get('alone')?.size).toBe(atOnce);
    store.close();
  }
});
