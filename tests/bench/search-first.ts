/**
 * What the first look-up after a start takes, in a process of its own. Arguments: the database, a file with a list of
 * texts, and whether the search is warmed as the app does it. Says the milliseconds of each text's first look-up.
 */
import { readFileSync } from 'node:fs';
import { warmSearch } from '../../electron/people/warm-search.ts';
import { openStore } from '../unit/storage/whole-store.ts';
import { timed } from './figures.ts';
import { clock, log } from './quiet.ts';

const [file = '', textsFile = '', how = ''] = process.argv.slice(2);
const opened = openStore({ file, clock, log });
if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
const { store } = opened.value;
const find = (text: string) => store.find({ text, status: null, limit: 20 });
if (how === 'warmed') {
  await warmSearch({
    find,
    pause: () => new Promise((resolve) => setTimeout(resolve, 10)),
    isOver: () => false,
  });
}
const texts = JSON.parse(readFileSync(textsFile, 'utf8')) as string[];
process.send?.(texts.map((text) => timed(() => find(text))));
store.close();
