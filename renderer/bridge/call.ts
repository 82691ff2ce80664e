/** The page's one door to the main process. Nothing else in `renderer/` touches `window.rolodesk`. */
import type { Bridge } from '../../contract/bridge.ts';

declare global {
  interface Window {
    readonly rolodesk: Bridge;
  }
}

/** Never rejects: a call that could not be made at all comes back as a failure like any other. */
export const call: Bridge['call'] = async (name, input) => {
  try {
    return await window.rolodesk.call(name, input);
  } catch {
    return { ok: false, failure: { kind: 'unexpected', reference: `page:${name}` } };
  }
};

export const listen: Bridge['listen'] = (onEvent) => window.rolodesk.listen(onEvent);
