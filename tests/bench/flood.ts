/**
 * How many requests a server answers at the most: `autocannon` in a process of its own. Arguments: the base address, the
 * token, requests at once, seconds, and how many people to ask for in turn (ids come on standard input, a line each).
 * Prints one line of JSON.
 */
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

const [origin = '', token = '', connections = '32', seconds = '5'] = process.argv.slice(2);
const ids = readFileSync(0, 'utf8').split('\n').filter(Boolean);

const result = await autocannon({
  url: origin,
  connections: Number(connections),
  duration: Number(seconds),
  headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
  requests: ids.map((id) => ({ method: 'GET', path: `/v1/ext/user/${id}` })),
});
console.log(JSON.stringify({ perSecond: result['2xx'] / result.duration, failed: result.non2xx + result.errors }));
