/** `npm run self-check`: starts each packaged app in `dist/` with `--self-check`, and fails where one does. */
import { spawnSync } from 'node:child_process';
import { packedApps } from './packed.ts';

/** An app that hangs before it counts the time itself. */
const withinMs = 120_000;
/** Chromium does not sandbox what root runs, and would not start. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const apps = packedApps();
if (apps.length === 0) console.error('There is no packaged app in dist/: run `npm run package` first.');
const failed = apps.filter(({ app, executable }) => {
  console.log(app);
  const { status } = spawnSync(executable, ['--self-check', ...asRoot], { stdio: 'inherit', timeout: withinMs });
  if (status !== 0) console.error(`  ended with ${status}`);
  return status !== 0;
});
process.exitCode = apps.length > 0 && failed.length === 0 ? 0 : 1;
