import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../../contract');
const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));

const importsOf = (file: string): string[] =>
  Array.from(
    readFileSync(join(folder, file), 'utf8').matchAll(/^import (?!type ).*?'\.\/(.+?)';$/gms),
    (found) => found[1] ?? '',
  );

const reaches = (file: string, wanted: string, passed = new Set<string>()): boolean =>
  importsOf(file).some(
    (other) =>
      other === wanted ||
      (!passed.has(other) && passed.add(other) && files.includes(other) && reaches(other, wanted, passed)),
  );

it.each(files.filter((file) => readFileSync(join(folder, file), 'utf8').includes("import { z } from 'zod'")))(
  'the schemas of %s are made without generated code',
  (file) => {
    expect(file === 'no-eval.ts' || reaches(file, 'no-eval.ts')).toBe(true);
  },
);
