/** Opens the store at the path given and prints how that failed, or null. Run as a process of its own. */

import { stillClock, strictLog } from './stored.ts';
import { openStore } from './whole-store.ts';

const opened = openStore({ file: process.argv[2] ?? '', clock: stillClock, log: strictLog });
process.stdout.write(JSON.stringify(opened.ok ? null : opened.failure));
