/**
 * Units of a text that no XML may hold, as workbooks write them: `_x0007_` (ECMA-376, 22.4.2.4). What looks like one and is
 * none has its own first sign written so.
 */

const escapedUnit = /_x([0-9A-Fa-f]{4})_/g;
/** With halves of a sign; a carriage return, which reading XML makes a line break of. */
const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function withUnits(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(escapedUnit, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

export function withoutUnits(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(unwritable, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}
