/**
 * `npm run bench`: the figures of docs/performance.md, one part after the other, each in a process of its own so that
 * none stands in another's memory. `npm run bench -- crawl 10000` prints one part; arguments after its name go to it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const parts: readonly string[] = ['local-copy', 'search', 'search-paint', 'table', 'crawl', 'scale'];
const [wanted, ...args] = process.argv.slice(2);
if (wanted !== undefined && !parts.includes(wanted)) {
  console.error(`There is no such part. Parts: ${parts.join(', ')}`);
  process.exit(2);
}
for (const part of wanted === undefined ? parts : [wanted]) {
  if (wanted === undefined) console.log(`\n=== ${part} ===`);
  const script = join(import.meta.dirname, `${part}.ts`);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) process.exitCode = 1;
}
