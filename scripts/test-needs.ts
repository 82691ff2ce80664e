/** What `npm test` needs of the computer. */
import { chooseRuntime } from './runtime.ts';
import { electronLibraries, type Need, needs } from './system.ts';

export function testNeeds(): Need[] {
  const runtime = chooseRuntime();
  const needed = [
    runtime.kind === 'electron' ? electronLibraries(runtime.executable) : needs.chromium,
    needs.display,
    needs.keychain,
    needs.secretService,
    needs.fonts,
  ];
  return needed.map((need) => ({ ...need, weight: 'must' }));
}
