/** Started cold: opens the database as the main process does, and assembles a person's page. */
import type { UserId } from '../../contract/ids.ts';
import { assemblePage } from '../../electron/directory/page.ts';
import { openStore } from '../../electron/directory/store.ts';
import { clock, log } from './quiet.ts';

const [file = '', id = ''] = process.argv.slice(2);
const opened = openStore({ file, clock, log });
if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
const { store } = opened.value;
const page = assemblePage(
  {
    store,
    server: 'https://api.example.com',
    reading: () => null,
    failures: new Map(),
    canFetch: () => true,
    totalsOf: () => null,
  },
  id as UserId,
  {
    source: 'local',
    trouble: null,
  },
);
if (page === null) throw new Error('nobody there');
console.log('ready');
store.close();
