/** Marks what is new since it was last looked at, as a word. */
import classes from './new-mark.module.css';

export function NewMark({ words }: { readonly words: string }) {
  return <span className={classes.new}>{words}</span>;
}
