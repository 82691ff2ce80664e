/** A person's name, kept apart from the text around it whatever its direction, and struck through once deleted. */
import type { Status } from '../../contract/user.ts';
import { Address } from './address.tsx';
import { LongText } from './long-text.tsx';
import classes from './name.module.css';

const isAddress = /^[^\s@]+@[^\s@]+$/;

type PersonNameProps = {
  readonly name: string;
  readonly status: Status;
  /** On one line with an ellipsis, the whole in the tooltip; otherwise it wraps. */
  readonly short?: boolean;
};

export function PersonName({ name, status, short = false }: PersonNameProps) {
  // Who has no name is titled by the address.
  const words = !short && isAddress.test(name) ? <Address text={name} /> : short ? name : <LongText text={name} />;
  const text = status === 'deleted' ? <s className={classes.deleted}>{words}</s> : words;
  return short ? (
    <bdi className={classes.short} title={name}>
      {text}
    </bdi>
  ) : (
    <bdi>{text}</bdi>
  );
}
