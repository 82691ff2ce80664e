/** Says how it was started, for the launcher's test. */
import { execSync } from 'node:child_process';

const [major] = process.versions.node.split('.').map(Number);
const childSeesSameNode = execSync('node --version').toString().trim() === process.version;
console.log(JSON.stringify({ major, args: process.argv.slice(2), childSeesSameNode }));
process.exitCode = 7;
