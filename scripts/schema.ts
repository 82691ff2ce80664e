/** `npm run schema`: writes docs/schema.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-tool.ts';
import { schemaPage } from './schema-page.ts';

writeFileSync(join(root, 'docs', 'schema.md'), schemaPage());
