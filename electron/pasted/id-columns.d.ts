import type { TableShape } from './table-shape.ts';
/** `hasId`: whether a cell holds an id. Empty: no column does. */
export declare function idColumnsOf(shape: TableShape, hasId: (cell: string) => boolean, isSure: boolean): number[];
