/** Says how much of a list is not drawn yet, and draws more of it. */
import { Button } from '@mantine/core';
import { count } from '../words/locale.ts';
import type { Drawn } from './use-drawn.ts';

export function DrawMore({ of: { drawn, left, drawMore } }: { readonly of: Drawn }) {
  if (left === 0) return null;
  return (
    <Button variant="subtle" onClick={drawMore}>
      The first {count(drawn)} are shown. Show more of the other {count(left)}
    </Button>
  );
}
