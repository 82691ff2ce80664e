/** The head of a page of many things: its name, and how many there are. */
import classes from './page-head.module.css';
import { useOpenedFocus } from './use-opened-focus.ts';

/** `note`: null while it is not known, whose place is kept. */
export function PageHead({ title, note }: { readonly title: string; readonly note: string | null }) {
  const heading = useOpenedFocus(title);
  return (
    <header className={classes.head}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className={classes.note} title={note ?? undefined}>
        {note ?? '\u00a0'}
      </p>
    </header>
  );
}
