/** Cuts a text at what parts the items of a list, the outermost first: columns, then `;`, then commas. */
/** Each of them alone parts the cells of a table. */
export declare const cellSeparators: readonly ['\t', '|', ';', ','];
/** What parts items of one line. */
export declare const levels: readonly RegExp[];
/** The parts between one separator; what stands in double quotes is one part, as in CSV. */
export declare function partsOf(text: string, separator: RegExp | string): string[];
/** The lines of a text with their numbers, from 1; blank ones are left out. Nothing is copied ahead. */
export declare function linesOf(text: string): Generator<{
  readonly line: string;
  readonly number: number;
}>;
