/** Something that can be done by name: from the palette, and by keys where it has some. */
import type { Page } from '../../contract/shown-page.ts';
import type { Store } from '../store/store.ts';
import type { KeyRow } from './keys.ts';

export type Action = Partial<KeyRow> & {
  /** Tells it from all others. */
  readonly id: string;
  readonly words: string;
  /** In a field its keys are typed. */
  readonly isTyped?: true;
  /** In a field its keys do what they do there: move the cursor, select text. */
  readonly isLeftToFields?: true;
  /** Its keys are heard on pages of this view alone; without it on every page. */
  readonly on?: Page['view'];
  /** The row of keys that does the same while the focus is in its place. */
  readonly row?: KeyRow;
  /** Whether there is anything to do just now; the palette offers no other. */
  readonly isOffered: (state: Store) => boolean;
  readonly run: (state: Store) => unknown;
  /** What its keys do while it is not offered: as a rule say why. */
  readonly otherwise?: (state: Store) => unknown;
};

export const always = (): boolean => true;
