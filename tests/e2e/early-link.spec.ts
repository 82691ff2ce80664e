/** A link that the system hands over before the app is ready, as macOS does with the one that starts it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { connect, keychainlessApp, named, someone, test, token } from './fault-people.ts';
import { person } from './on-screen.ts';

const built = pathToFileURL(join(keychainlessApp, 'main.js')).href;

/** The built app, kept from the keychain alone, told of the link as soon as its main file has been evaluated. */
const toldEarly = (link: string) => `
  import { app } from 'electron';
  await import(${JSON.stringify(built)});
  let isKept = false;
  app.emit('open-url', { preventDefault: () => { isKept = true; } }, ${JSON.stringify(link)});
  if (app.isReady() || !isKept) app.exit(1);
`;

test('a link that comes before the app is ready opens its person', async ({ start, server, newFolder }) => {
  server.answer('boss-1', someone('boss-1', named('Bea Boss')));
  server.answer('linked-2', someone('linked-2', named('Lina Linked')));
  const folder = newFolder();
  writeFileSync(join(folder, 'package.json'), '{"name":"rolodesk-early","type":"module","main":"main.js"}');
  writeFileSync(join(folder, 'main.js'), toldEarly('rolodesk://user/linked-2'));
  const { app, page } = await start({ app: folder });
  await connect(page, { server: server.origin, token, startFrom: 'boss-1' });
  await expect(person(page).heading).toHaveText('Lina Linked');
  expect(app.windows()).toHaveLength(1);
});
