/** The built app, unchanged, where something fails that it cannot start without. */
import { app, dialog, session } from 'electron';

session.fromPartition = () => {
  throw new Error('there is no session');
};
// On some systems nobody would close it.
dialog.showErrorBox = (...said) => console.error(said.join('\n'));
app.on('browser-window-created', () => console.error('a window'));

await import('../../../out/main/main.js');
