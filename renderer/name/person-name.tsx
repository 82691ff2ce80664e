/** A person's name, kept apart from the text around it whatever its direction, and struck through once deleted. */
import type { Standing } from '../../contract/user.ts';
import classes from './name.module.css';

type PersonNameProps = {
  readonly name: string;
  readonly standing: Standing;
  /** On one line with an ellipsis, the whole in the tooltip; otherwise it wraps. */
  readonly short?: boolean;
};

export function PersonName({ name, standing, short = false }: PersonNameProps) {
  const text = standing === 'deleted' ? <s className={classes.deleted}>{name}</s> : name;
  return short ? (
    <bdi className={classes.short} title={name}>
      {text}
    </bdi>
  ) : (
    <bdi>{text}</bdi>
  );
}
