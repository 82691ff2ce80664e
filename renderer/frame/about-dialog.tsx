/** What runs here. */
import type { CallOutput } from '../../contract/calls.ts';
import classes from '../dialog/dialog.module.css';
import { Dialog } from '../dialog/dialog.tsx';
import { useStore } from '../store/use-store.ts';

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
    <Dialog opened={opened} onClose={onClose} title="About Rolodesk">
      <div className={classes.form}>
        {about !== null && (
          <p className={classes.note}>
            Version {about.version}, on {platforms[about.platform]}, in {runtimes[about.runtime]}.
          </p>
        )}
      </div>
    </Dialog>
  );
}
