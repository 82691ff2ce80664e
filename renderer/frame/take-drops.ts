/**
 * Nothing dropped onto the window opens anything: a file, a link or a text from elsewhere is checked or read for ids, wherever it
 * falls; only plain text over a field goes into the field. What is dragged within the page itself is let fall.
 */
import type { Failure } from '../../contract/failures.ts';
import type { GivenText } from '../store/given-ids.ts';

type Taking = {
  /** Whether anything is to be taken just now. */
  readonly isOpen: () => boolean;
  /** Whether files are taken as they are. */
  readonly takesFiles: (files: readonly File[]) => boolean;
  readonly onText: (given: GivenText) => void;
  readonly onRefused: (failure: Failure) => void;
};

/** Nobody drops a file on most days: what reads one is loaded when one comes. */
async function readDropped(files: readonly File[]) {
  const { readFiles } = await import('../sync/read-files.ts');
  return readFiles(files);
}

export function takeDrops(page: Window, { isOpen, takesFiles, onText, onRefused }: Taking): void {
  let isOwn = false;

  const isForField = ({ target, dataTransfer }: DragEvent) => {
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    const types = dataTransfer?.types ?? [];
    return isField && !types.includes('Files') && !types.includes('text/uri-list');
  };

  page.addEventListener('dragstart', () => {
    isOwn = true;
  });
  // A press comes after the end of a drag whose own element is gone by then, and so told of no end.
  for (const end of ['dragend', 'pointerdown']) {
    page.addEventListener(end, () => {
      isOwn = false;
    });
  }
  page.addEventListener('dragover', (event) => {
    if (isForField(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = !isOwn && isOpen() ? 'copy' : 'none';
  });
  page.addEventListener('drop', (event) => {
    if (isForField(event)) return;
    event.preventDefault();
    const { dataTransfer } = event;
    if (dataTransfer === null || isOwn || !isOpen()) return;
    const files = [...dataTransfer.files];
    if (files.length > 0) {
      if (takesFiles(files)) return;
      void readDropped(files).then((read) => (read.ok ? onText(read.value) : onRefused(read.failure)));
      return;
    }
    const text = dataTransfer.getData('text/plain') || dataTransfer.getData('text/uri-list');
    if (text.trim() !== '') onText({ text, name: null });
  });
}
