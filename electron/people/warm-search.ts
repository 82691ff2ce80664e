/**
 * Looks a few things up before anybody asks, so that the first look-up after a start takes no longer than any other: what
 * it needs is compiled then, and what it reads is in memory. Each step is over in a moment.
 */

/** Of each kind that takes a way of its own: a letter, names of several scripts, a slip, a number, an address, an id. */
const texts = [
  'a',
  'ma',
  'maria',
  'ana silva',
  'Dr. Jon Doe',
  'fernadnez',
  'محمد',
  '王伟',
  'ü',
  '+49 89 123456',
  'a@b.example',
  'engineer',
  'u-1',
];

export type WarmSearchNeeds = {
  readonly find: (text: string) => Promise<unknown> | unknown;
  /** Resolves once there is time for the next step. */
  readonly pause: () => Promise<void>;
  /** True once it is no longer wanted. */
  readonly isOver: () => boolean;
};

export async function warmSearch({ find, pause, isOver }: WarmSearchNeeds): Promise<void> {
  for (const text of texts) {
    await pause();
    if (isOver()) return;
    try {
      await find(text);
    } catch {
      // The next search fails the same way, and can tell it.
      return;
    }
  }
}
