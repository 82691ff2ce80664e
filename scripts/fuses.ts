/** `npm run fuses`: reads the fuses of the packaged app in `dist/` and compares them with electron-builder.yml. */
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { getConfig } from 'app-builder-lib/out/util/config/config.js';
import { packedApps } from './packed.ts';
import { root } from './run-tool.ts';

const on = '1'.charCodeAt(0);

process.exitCode = await compare();

async function compare(): Promise<number> {
  const found = packedApps().map(({ app }) => app);
  const wanted = new Map(Object.entries((await getConfig(root, null, null)).electronFuses ?? {}));
  let differences = 0;
  for (const app of found) {
    const wire = new Map(Object.entries(await getCurrentFuseWire(app)));
    console.log(app);
    for (const [number, state] of wire) {
      const name = FuseV1Options[Number(number)];
      if (number === 'version') continue;
      // A fuse newer than the tool has no name and cannot be set by it: it is shown, so that it is noticed.
      const key = name === undefined ? undefined : `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
      const isAsWanted = key === undefined || wanted.get(key) === (Number(state) === on);
      if (!isAsWanted) differences += 1;
      const value = Number(state) === on ? 'on' : 'off';
      console.log(
        `  ${name ?? `fuse ${number} (not known to @electron/fuses)`}: ${value}${isAsWanted ? '' : ' — NOT AS WANTED'}`,
      );
    }
  }
  if (found.length === 0) console.error('There is no packaged app in dist/: run `npm run package` first.');
  return found.length > 0 && differences === 0 ? 0 : 1;
}
