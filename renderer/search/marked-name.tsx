/** A name with the parts that matched marked. */
import type { FoundPerson } from '../../contract/person.ts';
import { markedParts } from './marked-parts.ts';
import classes from './search.module.css';

export function MarkedName({ person }: { readonly person: FoundPerson }) {
  const { card, marks } = person;
  const parts = markedParts(card.name, marks).map(({ text, isMarked, start }) =>
    isMarked ? (
      <mark key={start} className={classes.mark}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
  return (
    <bdi className={classes.name} title={card.name}>
      {card.standing === 'deleted' ? <s>{parts}</s> : parts}
    </bdi>
  );
}
