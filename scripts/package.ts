/** `npm run package`: builds the app and packs it for this computer's platform into `dist/`. Takes electron-builder's arguments. */
import { build } from './built.ts';
import { runTool } from './run-tool.ts';

const code = await build();
process.exitCode =
  code !== 0 ? code : await runTool('electron-builder', ['--publish', 'never', ...process.argv.slice(2)]);
