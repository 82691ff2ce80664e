/** Names what spoils a list: which part it is, where it stands, and what is wrong with it. The first few are enough. */
import type { OddItems } from '../../contract/pasted.ts';
export type OddList = {
  readonly add: (text: string, line: number) => void;
  readonly all: () => OddItems;
};
export declare function createOddList(): OddList;
