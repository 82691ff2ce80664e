/** A name with the parts that matched marked. */
import type { FoundPerson } from '../../contract/person.ts';
import { MarkedText } from './marked-text.tsx';
import classes from './search.module.css';

export function MarkedName({ person }: { readonly person: FoundPerson }) {
  const { card, marks } = person;
  const name = <MarkedText text={card.name} marks={marks} />;
  return (
    <bdi className={classes.name} title={card.name}>
      {card.status === 'deleted' ? <s>{name}</s> : name}
    </bdi>
  );
}
