/** A person's picture where there is one, else initials in the person's own colour. It says nothing a name does not. */
import { useState } from 'react';
import type { Sha256, UserId } from '../../contract/ids.ts';
import { hueOf } from '../name/hue.ts';
import { initialsOf } from '../name/initials.ts';
import { useStore } from '../store/use-store.ts';
import classes from './picture.module.css';

type PersonPictureProps = {
  readonly id: UserId;
  readonly name: string;
  readonly picture: Sha256 | null;
  readonly size: 22 | 32 | 36 | 88;
};

export function PersonPicture({ id, name, picture, size }: PersonPictureProps) {
  const arrived = useStore((state) => state.pictures.get(id));
  const shown = arrived ?? picture;
  const [broken, setBroken] = useState<Sha256 | null>(null);
  return (
    <span className={classes.picture} data-size={size} style={{ '--hue': hueOf(id) }} aria-hidden="true">
      {shown !== null && shown !== broken ? (
        <img src={`/picture/${shown}`} alt="" draggable={false} onError={() => setBroken(shown)} />
      ) : (
        <span className={classes.initials}>{initialsOf(name)}</span>
      )}
    </span>
  );
}
