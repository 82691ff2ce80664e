/** What of a list is not known, and what of it was not understood: to be read, copied, or fetched from the server. */
import { Button } from '@mantine/core';
import type { ListedSummary } from '../../contract/pasted.ts';
import dialog from '../dialog/dialog.module.css';
import { Dialog } from '../dialog/dialog.tsx';
import { useStore } from '../store/use-store.ts';
import { leftOutWords, listedWords, oddItemWords } from '../words/listed-words.ts';
import { count } from '../words/locale.ts';
import classes from './filters.module.css';

type ListedDialogProps = {
  readonly summary: ListedSummary;
  /** Characters of the text that were left out. */
  readonly left: number;
  readonly opened: boolean;
  readonly onClose: () => void;
};

export function ListedDialog({ summary, left, opened, onClose }: ListedDialogProps) {
  const copy = useStore((state) => state.copy);
  const giveText = useStore((state) => state.giveText);
  const { notKnown, notKnownText: text, odd, beyond } = summary;
  const unknown = summary.understood - summary.known;
  return (
    <Dialog opened={opened} onClose={onClose} title="What of the list is not known">
      <div className={dialog.form}>
        <p className={dialog.note}>{[listedWords(summary), ...leftOutWords(beyond, left)].join('. ')}</p>
        {notKnown.length > 0 && (
          <section aria-label="Not known">
            <h3 className={classes.listedHead}>{count(unknown)} not known</h3>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
            <ul className={classes.listedItems} tabIndex={0} aria-label="Not known">
              {notKnown.map((item) => (
                <li key={item}>
                  <bdi>{item}</bdi>
                </li>
              ))}
              {unknown > notKnown.length && <li>and {count(unknown - notKnown.length)} more</li>}
            </ul>
          </section>
        )}
        {odd.count > 0 && (
          <section aria-label="Not understood">
            <h3 className={classes.listedHead}>{count(odd.count)} not understood</h3>
            <ul className={classes.listedItems}>
              {odd.first.map((item) => (
                <li key={`${item.line} ${item.text}`}>
                  <bdi>{oddItemWords(item)}</bdi>
                </li>
              ))}
              {odd.count > odd.first.length && <li>and {count(odd.count - odd.first.length)} more</li>}
            </ul>
          </section>
        )}
        {notKnown.length > 0 && (
          <div className={dialog.buttons}>
            <Button
              variant="default"
              className={dialog.other ?? ''}
              onClick={() => {
                onClose();
                giveText({ text, name: null });
              }}
            >
              Fetch them…
            </Button>
            <Button variant="default" onClick={() => void copy(text, 'what is not known')}>
              Copy them
            </Button>
            <Button onClick={onClose}>Close</Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}
