/** People and texts within what is said of a problem. They are reached by the keys of the list that they stand in, not by Tab. */
import { Fragment } from 'react';
import type { UserId } from '../../contract/ids.ts';
import type { PersonCard } from '../../contract/person.ts';
import { PersonLink } from '../name/person-link.tsx';
import { PersonName } from '../name/person-name.tsx';
import { shortId } from '../name/short-id.ts';
import { GoneMark } from '../status/gone-mark.tsx';
import { count } from '../words/locale.ts';
import classes from './what.module.css';

/** More than these are counted, not named: a row has room for no more. */
const shown = 3;

type WhoProps = {
  /** Null: somebody who is not stored. */
  readonly card: PersonCard | null;
  readonly id?: UserId;
  /** What stands beside says already that they are gone. */
  readonly isPlain?: boolean;
};

export function Who({ card, id, isPlain = false }: WhoProps) {
  const known = card?.id ?? id;
  if (known === undefined) return null;
  return (
    <PersonLink id={known} className={classes.who} tabIndex={-1}>
      {card ? <PersonName name={card.name} status={card.status} short /> : <bdi title={known}>{shortId(known)}</bdi>}
      {card && !isPlain && <GoneMark of={card} brief />}
    </PersonLink>
  );
}

type SeveralProps = {
  readonly of: readonly (PersonCard | UserId)[];
  /** How many are not among them. */
  readonly more?: number;
  readonly between?: string;
};

export function Several({ of, more = 0, between = ', ' }: SeveralProps) {
  const rest = of.length + more - shown;
  return (
    <>
      {of.slice(0, shown).map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same person may come twice, and the list never changes
        <Fragment key={index}>
          {index > 0 && between}
          {typeof one === 'string' ? <Who card={null} id={one} /> : <Who card={one} />}
        </Fragment>
      ))}
      {rest > 0 && `${between}${count(rest)} more`}
    </>
  );
}

/** A text of a record, cut where there is no room for it. */
export function Text({ text }: { readonly text: string }) {
  return (
    <bdi className={classes.text} title={text}>
      {text}
    </bdi>
  );
}

export function Texts({ texts, more }: { readonly texts: readonly string[]; readonly more: number }) {
  const rest = texts.length + more - shown;
  return (
    <>
      {texts.slice(0, shown).map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same text may come twice, and the list never changes
        <Fragment key={index}>
          {index > 0 && ', '}“
          <Text text={text} />”
        </Fragment>
      ))}
      {rest > 0 && ` and ${count(rest)} more`}
    </>
  );
}
