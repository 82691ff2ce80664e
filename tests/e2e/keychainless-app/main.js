/**
 * The built app, unchanged, on a computer where the keychain cannot be used: what a test gives it as a token never gets into
 * the keychain of whoever runs the tests. Only Linux has a setting in the environment for that.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const keytar = require.resolve('keytar');
const refuse = async () => {
  throw new Error('tests have no keychain');
};
// Before it is loaded for the first time: its native part is never touched.
require.cache[keytar] = {
  id: keytar,
  filename: keytar,
  path: keytar,
  loaded: true,
  children: [],
  paths: [],
  exports: { getPassword: refuse, setPassword: refuse, deletePassword: refuse },
};

await import('../../../out/main/main.js');
