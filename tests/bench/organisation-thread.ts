/**
 * Prints how long the organisation's thread takes to start, and what memory it holds with tree and map.
 * Usage: node scripts/run.mjs tests/bench/organisation-thread.ts PEOPLE FILE
 */
import { existsSync } from 'node:fs';
import type { DirectoryThreadStart } from '../../electron/connection/directory-work.ts';
import type { OrganisationStore } from '../../electron/organisation/organisation-store.ts';
import { startThread } from '../../electron/thread/start-thread.ts';
import { heading, print } from './figures.ts';
import { startedWith, unwrap } from './organisation-people.ts';
import { log } from './quiet.ts';

const { file, size } = startedWith();
heading(`${size}: the thread`);
const start: DirectoryThreadStart = { part: 'organisation', file, server: 'https://api.example.com' };
const before = process.memoryUsage.rss();
const beyond = () => (process.memoryUsage.rss() - before) / 1e6;
const begun = performance.now();
const built = new URL('../../out/main/directory-thread.js', import.meta.url);
const script = existsSync(built) ? built : new URL('../../electron/directory-thread.ts', import.meta.url);
const thread = startThread<OrganisationStore>({ start, file: { script }, name: 'organisation', log });
unwrap(await thread.ask('look', [{ id: null, isOpening: true, asOf: null }]));
unwrap(await thread.ask('rows', [{ offset: 0, limit: 200, follow: [] }]));
const note = script === built ? 'as built' : 'from the sources, which Node strips of types';
print({ what: 'from its start to the first rows', value: performance.now() - begun, unit: 'ms', note });
print({ what: 'memory beyond before', value: beyond(), unit: 'MB', note: 'resident' });
const whole = { region: { x: 0, y: 0, w: 1e9, h: 1e9 }, scale: 0.01, colour: 'division', latest: true } as const;
unwrap(await thread.ask('map', [{ ...whole, find: null }]));
print({ what: 'the same with the map', value: beyond(), unit: 'MB', note: 'resident' });
await thread.close();
