/** Started cold: loads the one JSON file and opens a person. */
import { loadPlainly, openPlainly } from './plain.ts';

const [file = '', id = ''] = process.argv.slice(2);
if (openPlainly(loadPlainly(file), id).user === undefined) throw new Error('nobody there');
console.log('ready');
