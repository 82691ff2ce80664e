/** What `npm test` needs of the computer. */
import { chooseRuntime, runtimeNeed } from './runtime.ts';
import { type Need, needs } from './system.ts';

export function testNeeds(): Need[] {
  const needed = [runtimeNeed(chooseRuntime()), needs.display, needs.keychain, needs.secretService, needs.fonts];
  return needed.map((need) => ({ ...need, weight: 'must' }));
}
