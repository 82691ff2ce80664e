/** What `npm test` needs of the computer. */
import { chooseRuntime, runtimeNeed } from './runtime.ts';
import { type Need, needs } from './system.ts';

export function testNeeds(): Need[] {
  const runtime = chooseRuntime();
  const musts = [runtimeNeed(runtime), needs.display, needs.keychain, needs.secretService, needs.fonts];
  const wanted = runtime.kind === 'electron' ? [] : [needs.headlessShell];
  return [...musts.map((need) => ({ ...need, weight: 'must' as const })), needs.svgReader, ...wanted];
}
