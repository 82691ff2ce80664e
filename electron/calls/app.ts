/** The handler of `app.about`. */
import type { CallOutput, Handlers } from '../../contract/calls.ts';
import { succeeded } from '../../contract/failures.ts';

export function createAppCalls(about: CallOutput<'app.about'>): Pick<Handlers, 'app.about'> {
  return { 'app.about': () => succeeded(about) };
}
