/** Waits where it must not: `ready` comes only once this module has been evaluated. */
import { app } from 'electron';

console.log('before');
setTimeout(() => {
  console.log(`ready: ${app.isReady()}`);
  process.exit(0);
}, 3000);
await app.whenReady();
console.log('after');
