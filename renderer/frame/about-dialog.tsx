/** What runs here, and which keys it has. */
import type { CallOutput } from '../../contract/calls.ts';
import { useStore } from '../store/use-store.ts';
import { commandKey, isApple } from './command-key.ts';
import classes from './dialog.module.css';
import { Dialog } from './dialog.tsx';

type About = CallOutput<'app.about'>;

const platforms: { readonly [P in About['platform']]: string } = {
  linux: 'Linux',
  macos: 'macOS',
  windows: 'Windows',
};
const runtimes: { readonly [R in About['runtime']]: string } = {
  electron: 'Electron',
  'development-host': 'the development host (not Electron)',
};

export function AboutDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const about = useStore((state) => state.about);
  return (
    <Dialog opened={opened} onClose={onClose} title="Rolodesk">
      <div className={classes.form}>
        {about !== null && (
          <p className={classes.note}>
            Version {about.version}, on {platforms[about.platform]}, in {runtimes[about.runtime]}.
          </p>
        )}
        <dl className={classes.facts}>
          <dt>Search anywhere</dt>
          <dd>{commandKey('K')}</dd>
          <dt>Copy the e-mail of who is found</dt>
          <dd>{commandKey('C')}</dd>
          <dt>Actions for who is found</dt>
          <dd>Tab</dd>
          <dt>Back, forward</dt>
          <dd>{isApple ? '⌘ [ and ⌘ ]' : 'Alt ← and Alt →'}, or the mouse’s own buttons</dd>
        </dl>
      </div>
    </Dialog>
  );
}
