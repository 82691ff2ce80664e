/** Adds connections to the folder in its first argument until it is killed, and prints a line for each that is safe. */
import { createConnections } from '../../../electron/account/connections.ts';
import { systemClock } from '../../../electron/clock.ts';

const connections = await createConnections({ folder: process.argv[2] ?? '', clock: systemClock });
for (;;) {
  const added = await connections.add({ name: 'One more', server: 'https://api.example.com', startFrom: [] });
  if (added.ok) process.stdout.write('safe\n');
}
