/** Puts an image, a PNG, on the clipboard. */
import { ClipboardItem, clipboard } from 'electron';

export function copyImage(image: Uint8Array<ArrayBuffer>): Promise<void> {
  return clipboard.write([new ClipboardItem({ 'image/png': new Blob([image], { type: 'image/png' }) })]);
}
