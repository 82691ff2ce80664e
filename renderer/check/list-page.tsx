/** Where a list is given to be checked: pasted, dropped or chosen; and below it the checks that are kept. */
import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type ClipboardEvent, useEffect, useRef } from 'react';
import { SendButton } from '../dialog/send-button.tsx';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { fieldFailure, otherFailure } from '../failure/field-failure.ts';
import { handleKeys } from '../keyboard/handle-keys.ts';
import { keys } from '../keyboard/keys.ts';
import { pressWords } from '../keyboard/press.ts';
import { PageHead } from '../layout/page-head.tsx';
import { useKeptScroll } from '../layout/scroller.tsx';
import type { Visit } from '../store/history.ts';
import { useStore } from '../store/use-store.ts';
import { IdsField } from '../sync/ids-field.tsx';
import { wholeText, withGiven } from '../sync/ids-text.ts';
import { KeptChecks } from './kept-checks.tsx';
import classes from './list-page.module.css';
import { Reading } from './reading.tsx';
import { checks, useChecks } from './use-check.ts';

export function ListPage({ visit }: { readonly visit: Visit }) {
  const draft = useChecks((state) => state.draft);
  const failure = useChecks((state) => state.failure);
  const isReading = useChecks((state) => state.isReading);
  const kept = useChecks((state) => state.kept);
  const { write, begin, giveUp, chooseFile, readKept } = checks.getState();
  const openCheck = useStore((state) => state.openCheck);
  const people = useStore(({ overview }) => overview?.open?.peopleCount ?? 0);
  const place = useRef<HTMLDivElement>(null);
  useKeptScroll(visit, kept !== null);
  useEffect(() => void readKept(), [readKept]);
  const field = () => place.current?.querySelector<HTMLElement>('textarea');

  // What was wrong with it is said there, and is mended there.
  const isAtField = fieldFailure(failure, 'list') !== undefined;
  useEffect(() => {
    if (isAtField) place.current?.querySelector<HTMLElement>('textarea')?.focus();
  }, [isAtField]);

  const check = async () => {
    const begun = isReading ? null : await begin({ kind: 'pasted', text: wholeText(draft) });
    if (begun !== null) openCheck(begun.id);
  };
  const choose = async () => {
    const begun = isReading ? null : await chooseFile();
    if (begun !== null) openCheck(begun.id);
  };
  /** Pasted anywhere on the page, it is meant for the field. What is pasted in a dialog over it comes by here as well. */
  const onPaste = (event: ClipboardEvent) => {
    const { target } = event;
    const isOnPage = target instanceof Node && place.current?.contains(target);
    if (event.defaultPrevented || !isOnPage || target instanceof HTMLTextAreaElement) return;
    const text = event.clipboardData.getData('text/plain');
    if (text === '') return;
    event.preventDefault();
    write(withGiven(draft, { text, name: null }));
    field()?.focus();
  };
  const other = otherFailure(failure, ['list', 'file']);
  return (
    <div ref={place} className={classes.page} onPaste={onPaste}>
      <PageHead title="Status check" note="Who of a list is active, inactive, deleted or not found, and since when" />
      <form
        className={classes.list}
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
        onKeyDown={(event) => handleKeys('list', event, { check })}
      >
        <IdsField
          name="list"
          label="List to check"
          description="Ids, e-mail addresses, phone numbers, usernames, profile links and “Name <address>” are understood: in lines, a table, a JSON array, a log or a workbook (.xlsx), up to 100,000 rows or 20 MB. Nothing is left out."
          placeholder="Paste a list, or drop a file anywhere"
          rows={10}
          ids={draft}
          onIds={write}
          error={fieldFailure(failure, 'list') ?? fieldFailure(failure, 'file')}
        />
        {other !== null && <FailureNotice failure={other} />}
        {people === 0 && (
          <p className={classes.note}>
            Nobody is known yet, so no address, number or username is found. An id can be asked of the server.
          </p>
        )}
        <div className={classes.buttons}>
          <Reading of="list" label="Reading the list" isReading={isReading} onStop={giveUp} />
          <Button
            variant="default"
            leftSection={<IconFileUpload size={16} stroke={1.8} aria-hidden="true" />}
            aria-disabled={isReading || undefined}
            onClick={() => void choose()}
          >
            Choose a file…
          </Button>
          <SendButton
            busy={isReading}
            type="submit"
            rightSection={<kbd className={classes.key}>{pressWords(keys.list.check.keys[0])}</kbd>}
          >
            Check
          </SendButton>
        </div>
      </form>
      <KeptChecks />
    </div>
  );
}
