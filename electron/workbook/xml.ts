/**
 * The XML of a workbook's parts, read as it is unpacked. Nothing beyond XML's own five entities is resolved, and a part that
 * declares a document type is refused: no workbook has one.
 */
import { Parser } from 'saxen';
import type { PackedPart } from './packed-parts.ts';
import { Unreadable } from './unreadable.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Names are without their prefix. Attributes are read where they are asked for: few elements' are. */
export type XmlHandlers = {
  readonly open: (name: string, attributes: () => Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

export type Told = {
  /** Bytes that were unpacked of the part since it was last called. */
  readonly unpacked?: (bytes: number) => void;
};

/** Elements within one another. A sheet has six. */
const mostDepth = 64;
/** UTF-16 units of one text or tag. The parser looks through one that is not ended again with each chunk. */
const longestPiece = 1024 * 1024;

/** Rejects with `Unreadable`, and with what a handler throws. */
export async function readXml(
  part: PackedPart,
  { open, close, text }: XmlHandlers,
  { unpacked }: Told = {},
): Promise<void> {
  let depth = 0;
  /** Units since something was told last. */
  let silent = 0;
  const parser = new Parser()
    .on('error', isWrong)
    .on('warn', isWrong)
    .on('attention', isWrong)
    .on('openTag', (name, attributes) => {
      silent = 0;
      depth += 1;
      if (depth > mostDepth) isWrong();
      open(local(name), () => resolvedAll(attributes()));
    })
    .on('closeTag', (name) => {
      silent = 0;
      depth -= 1;
      close?.(local(name));
    });
  if (text !== undefined) parser.on('text', (written) => text(resolved(written))).on('cdata', text);
  let before = 0;
  for await (const chunk of part.texts()) {
    silent += chunk.text.length;
    if (silent > longestPiece) throw new Unreadable('too-large-inside');
    parser.write(chunk.text);
    unpacked?.(chunk.unpacked - before);
    before = chunk.unpacked;
  }
  parser.end();
}

function isWrong(): never {
  throw new Unreadable('damaged');
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function resolvedAll(attributes: Attributes | false): Attributes {
  if (attributes === false) return isWrong();
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), resolved(value)]));
}

/** A map: an object has more names than its own. */
const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }),
);
const reference = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));|&/g;
const mostCodePoint = 0x10ffff;

function resolved(written: string): string {
  if (!written.includes('&')) return written;
  return written.replace(reference, (_, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities.get(name) ?? isWrong();
    const code = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10);
    return code <= mostCodePoint ? String.fromCodePoint(code) : isWrong();
  });
}
