/**
 * What sending requests and receiving answers costs when nothing is done with them. Arguments: origin, token, `lean` or
 * `node`, how many at once; ids on standard input. Prints one line of JSON.
 */
import { readFileSync } from 'node:fs';
import { createLeanFetch } from './lean-fetch.ts';

const [origin = '', token = '', carrier = 'lean', atOnce = '32'] = process.argv.slice(2);
const ids = readFileSync(0, 'utf8').split('\n').filter(Boolean);
const warming = 2000;
const requests = 10_000;
const carry = carrier === 'lean' ? createLeanFetch(Number(atOnce)) : fetch;

let next = 0;
const asker = async (last: number) => {
  while (next < last) {
    const id = ids[next % ids.length];
    next += 1;
    const response = await carry(`${origin}/v1/ext/user/${id}`, {
      headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
      redirect: 'manual',
      cache: 'no-store',
    });
    const reader = response.body?.getReader();
    while (reader !== undefined && !(await reader.read()).done);
  }
};
const all = (last: number) => Promise.all(Array.from({ length: Number(atOnce) }, () => asker(last)));
// Whatever is compiled and connected on the first requests is not what is measured.
await all(warming);
next = 0;
const before = process.cpuUsage();
await all(requests);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ µs: (user + system) / requests }));
process.exit(0);
