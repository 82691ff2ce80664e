/**
 * Syncs until everybody is there, and says so. Run as a process of its own, to be killed. Arguments: the server, the
 * database's path.
 */
import { writeSync } from 'node:fs';
import { openSynced } from './synced.ts';

const [origin = '', file = ''] = process.argv.slice(2);
const app = await openSynced({ origin, file });
if (app.recovered) writeSync(2, 'Error: found damaged\n');
writeSync(1, 'open\n');
if (app.sync.state().found === 0) await app.sync.addIds('p0');
else app.sync.resume();
await app.done();
await app.end();
for (const defect of app.defects) writeSync(2, `Error: ${String(defect)}\n`);
writeSync(1, 'done\n');
process.exit(0);
