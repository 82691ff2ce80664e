/** The typeface is there before the first text is drawn, so that no text changes its width when it comes. */

/** Of the app's own files; the page is drawn without those that take longer. */
const longestMs = 500;

/** Resolves when every script of it is loaded, or could not be. Never rejects. */
export async function loadTypeface(faces: Iterable<Pick<FontFace, 'load'>>): Promise<void> {
  const all = Promise.allSettled([...faces].map((face) => face.load()));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, longestMs);
  });
  await Promise.race([all, late]);
  clearTimeout(timer);
}
