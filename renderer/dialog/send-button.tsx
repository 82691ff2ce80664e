/**
 * The button of an action that takes a while. It keeps the focus until the answer comes; a button that is disabled would
 * lose it.
 */
import { Button, type ButtonProps } from '@mantine/core';

type SendButtonProps = Omit<ButtonProps, 'loading' | 'disabled'> & {
  readonly type?: 'submit' | 'button';
  /** What it does is under way. */
  readonly busy: boolean;
  /** Something else is, and this waits for it. */
  readonly waits?: boolean;
  readonly onClick?: () => void;
  readonly 'data-danger'?: true | undefined;
};

export function SendButton({ busy, waits = false, onClick, ...others }: SendButtonProps) {
  const isHeld = busy || waits;
  return (
    <Button
      {...others}
      aria-busy={busy}
      aria-disabled={isHeld}
      onClick={(event) => {
        // Enter in a field of its form presses it as well.
        if (isHeld) event.preventDefault();
        else onClick?.();
      }}
    />
  );
}
