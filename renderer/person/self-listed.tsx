/** Says of a person who lists themselves that they do, and that they are not counted. */
import type { PersonPage } from '../../contract/person.ts';
import { selfListedWords } from '../words/record-words.ts';
import classes from './person.module.css';

export function SelfListed({ page }: { readonly page: PersonPage }) {
  if (!page.contradictions.includes('reports-to-self')) return null;
  return <p className={classes.nothing}>{selfListedWords}</p>;
}
