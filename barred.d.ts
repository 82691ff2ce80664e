/** Stands where a room may not import: not a module, so that every import of it fails to compile (TS2306). */
declare const barred: never;
