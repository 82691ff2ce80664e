/** The shortcut sheet: every key of every place, as this computer's keyboard has them. */
import { Fragment } from 'react';
import { Dialog } from '../dialog/dialog.tsx';
import { type KeyRow, pressesOf } from '../keyboard/keys.ts';
import { isApple, pressWords } from '../keyboard/press.ts';
import { keyedActions } from './actions.ts';
import { type ShortcutGroup, shortcutGroups } from './shortcut-groups.ts';
import classes from './shortcuts.module.css';
import { views } from './views.tsx';

export function ShortcutsDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Keyboard shortcuts" size="wide">
      <ShortcutSheet groups={shortcutGroups(keyedActions(views))} />
    </Dialog>
  );
}

type ShortcutSheetProps = { readonly groups: readonly ShortcutGroup[]; readonly apple?: boolean };

export function ShortcutSheet({ groups, apple = isApple }: ShortcutSheetProps) {
  return (
    <div className={classes.groups}>
      {groups.map(({ heading, rows }) => (
        <section key={heading} className={classes.group}>
          <h3 className={classes.heading}>{heading}</h3>
          <dl>
            {rows.map((row) => (
              <div key={row.words} className={classes.row}>
                <dt>{row.words}</dt>
                <dd>
                  <Presses row={row} apple={apple} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Presses({ row, apple }: { readonly row: KeyRow; readonly apple: boolean }) {
  return (
    <>
      {pressesOf(row, apple).map((press) => (
        <Fragment key={press}>
          <kbd className={classes.key}>{pressWords(press, apple)}</kbd>{' '}
        </Fragment>
      ))}
      {row.orElse !== undefined && <span className={classes.orElse}>or {row.orElse}</span>}
    </>
  );
}
