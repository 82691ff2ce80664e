/** Started cold: opens the database as the main process does, and assembles a person's page. */
import type { UserId } from '../../contract/ids.ts';
import { openStore } from '../unit/storage/whole-store.ts';
import { pageOf } from './page-of.ts';
import { clock, log } from './quiet.ts';

const [file = '', id = ''] = process.argv.slice(2);
const opened = openStore({ file, clock, log });
if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
const { store } = opened.value;
const page = pageOf(store, id as UserId);
if (page === null) throw new Error('nobody there');
console.log('ready');
store.close();
