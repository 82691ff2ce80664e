/** `node demo/main.ts`: the demo directory on its own, for a browser, curl or another Rolodesk. */
import { parseArgs } from 'node:util';
import { startDemoServer } from './server.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '1200' },
    seed: { type: 'string', default: '1' },
    token: { type: 'string' },
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    /** Any of `users`, `config`, `humanised`, with commas. */
    offer: { type: 'string', default: 'config' },
    latency: { type: 'string', default: '0' },
  },
});
const offered = values.offer.split(',');
const server = await startDemoServer({
  people: Number(values.people),
  seed: Number(values.seed),
  port: Number(values.port),
  host: values.host,
  latencyMs: Number(values.latency),
  offers: {
    users: offered.includes('users'),
    config: offered.includes('config'),
    humanised: offered.includes('humanised'),
  },
  ...(values.token === undefined ? {} : { token: values.token }),
});
process.stdout.write(`origin ${server.origin}\ntoken  ${server.token}\nstart  ${server.start}\n`);
