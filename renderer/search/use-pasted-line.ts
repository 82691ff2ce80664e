/** Pasting into a field of one line: lines stay apart, and what is too long is cut where a part ends, and told. */
import type { ClipboardEvent } from 'react';
import { useStore } from '../store/use-store.ts';
import { asOneLine, fitting } from './one-line.ts';

export type PastedLine = {
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
  /** To be called with whatever the field holds. */
  readonly take: (text: string) => void;
};

export function usePastedLine(onText: (text: string) => void): PastedLine {
  const textCut = useStore((state) => state.textCut);
  const take = (whole: string) => {
    const { text, left } = fitting(whole);
    textCut(text, left);
    onText(text);
  };
  return {
    take,
    onPaste: (event) => {
      const pasted = event.clipboardData.getData('text/plain');
      const line = asOneLine(pasted);
      const field = event.currentTarget;
      if (line === pasted && field.value.length + line.length <= fitting(line).text.length) return;
      event.preventDefault();
      const { value } = field;
      const [start, end] = [field.selectionStart ?? value.length, field.selectionEnd ?? value.length];
      take(value.slice(0, start) + line + value.slice(end));
      const caret = start + line.length;
      requestAnimationFrame(() => field.setSelectionRange(caret, caret));
    },
  };
}
