/** `npm run build`: builds the app into `out/`. */
import { build } from './built.ts';

process.exitCode = await build();
