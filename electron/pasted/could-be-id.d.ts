import type { UserId } from '../../contract/ids.ts';
/** Null for what has no digit, cannot be an id, or is rather something else. */
export declare function couldBeId(text: string): UserId | null;
