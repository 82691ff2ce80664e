/** The files beside this one, in order. Node reads them here; a build puts the texts in this module's place (scripts/at-build.ts). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const sqlFiles: readonly string[] = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.sql'))
  .sort()
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'));
