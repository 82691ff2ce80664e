/** The texts that a workbook's cells refer to by their number. */
import { withUnits } from './escaped-units.ts';
import type { PackedPart } from './packed-parts.ts';
import { copied } from './packed-row.ts';
import { Unreadable } from './unreadable.ts';
import { readXml } from './xml.ts';

export type TextBounds = {
  /** UTF-16 units of all texts together. */
  readonly units: number;
  /** How many texts. */
  readonly count: number;
};

/** Gathers the text of `si` or `is`: all its runs, without what says how it is pronounced. */
export function createTextGatherer() {
  let pieces: string[] = [];
  let isText = false;
  let silent = 0;
  return {
    begin: (): void => {
      pieces = [];
    },
    open: (name: string): void => {
      if (name === 'rPh') silent += 1;
      isText = name === 't' && silent === 0;
    },
    close: (name: string): void => {
      if (name === 'rPh') silent -= 1;
      if (name === 't') isText = false;
    },
    text: (text: string): void => {
      if (isText) pieces.push(text);
    },
    whole: (): string => withUnits(pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('')),
  };
}

/** Texts that are copied at once. */
const atOnce = 200;

export async function readSharedStrings(
  part: PackedPart,
  most: TextBounds,
  unpacked: (bytes: number) => void,
): Promise<readonly string[]> {
  const texts: string[] = [];
  let came: string[] = [];
  const keep = () => {
    texts.push(...copied(came));
    came = [];
  };
  const gatherer = createTextGatherer();
  let units = 0;
  await readXml(
    part,
    {
      open: (name) => (name === 'si' ? gatherer.begin() : gatherer.open(name)),
      close: (name) => {
        if (name !== 'si') {
          gatherer.close(name);
          return;
        }
        came.push(gatherer.whole());
        if (came.length === atOnce) keep();
        if (texts.length + came.length > most.count) throw new Unreadable('too-large-inside');
      },
      text: (text) => {
        units += text.length;
        if (units > most.units) throw new Unreadable('too-large-inside');
        gatherer.text(text);
      },
    },
    { unpacked },
  );
  keep();
  return texts;
}
