/** A dialog over the page: titled, closed by Escape, the veil or its button, and the focus goes back where it was. */
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './dialog.module.css';
import { useFocusReturn } from './use-focus-return.ts';

type DialogProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** `wide`: for what is read in columns. */
  readonly size?: 'usual' | 'wide';
  readonly children: ReactNode;
};

/**
 * Each hangs from its top, so that what is said in it while it is open makes it longer downward and moves nothing above.
 * Nearer to the edge where there is more to show, or less room.
 */
const topOf = { usual: 'clamp(20px, 16dvh, 25dvh - 80px)', wide: '5dvh' } as const;

export function Dialog({ opened, onClose, title, size = 'usual', children }: DialogProps) {
  useFocusReturn(opened);
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      returnFocus={false}
      size={size === 'wide' ? 960 : 'md'}
      yOffset={topOf[size]}
    >
      <Modal.Overlay className={classes.veil} />
      {/* Not `className`: the kit would give that to the place around the dialog as well. While it fades out the kit may be about to give it the focus. */}
      <Modal.Content classNames={{ content: classes.dialog ?? '' }} data-closing={!opened || undefined} inert={!opened}>
        {/* The kit's own header would be a second banner among the page's landmarks. */}
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </div>
        <Modal.Body className={classes.body}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
