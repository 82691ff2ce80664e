/** `npm run system`: installs what the tests need of the computer, for where the tests themselves do not run as root. */
import { provide } from './system.ts';
import { testNeeds } from './test-needs.ts';

process.exitCode = (await provide(testNeeds())) ? 0 : 1;
