/** A person's picture where there is one that can be drawn, else initials in the person's own colour. It says nothing a name does not. */
import { useCallback, useState } from 'react';
import type { Sha256, UserId } from '../../contract/ids.ts';
import { hueOf } from '../name/hue.ts';
import { initialsOf } from '../name/initials.ts';
import { useStore } from '../store/use-store.ts';
import { addressOf } from './page-pictures.ts';
import classes from './picture.module.css';
import { useDrawable } from './use-drawable.ts';

type PersonPictureProps = {
  readonly id: UserId;
  readonly name: string;
  readonly picture: Sha256 | null;
  readonly size: 22 | 32 | 36 | 88;
};

export function PersonPicture({ id, name, picture, size }: PersonPictureProps) {
  const arrived = useStore((state) => state.pictures.get(id));
  const shown = arrived ?? picture;
  const drawable = useDrawable(shown);
  const [broken, setBroken] = useState<Sha256 | null>(null);
  return (
    <span className={classes.picture} data-size={size} style={{ '--hue': hueOf(id) }} aria-hidden="true">
      {shown === null || drawable === null || shown === broken ? (
        <span className={classes.initials}>{initialsOf(name)}</span>
      ) : drawable === 'as-it-is' ? (
        <img src={addressOf(shown)} alt="" draggable={false} onError={() => setBroken(shown)} />
      ) : (
        <Small of={drawable} />
      )}
    </span>
  );
}

function Small({ of }: { readonly of: ImageBitmap }) {
  const draw = useCallback(
    (canvas: HTMLCanvasElement | null) => {
      canvas?.getContext('2d')?.drawImage(of, 0, 0);
    },
    [of],
  );
  return <canvas ref={draw} width={of.width} height={of.height} />;
}
