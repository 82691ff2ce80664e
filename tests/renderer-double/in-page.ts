/** Puts the double where the preload would put the bridge. Bundled, and added to the page before its own script. */
import { createDouble, type Scenario } from './double.ts';

const asked = new URLSearchParams(location.search).get('scenario');
const scenario: Scenario = asked === null ? {} : (JSON.parse(asked) as Scenario);
const double = createDouble(scenario);

Object.defineProperty(window, 'rolodesk', { value: double.bridge });
Object.defineProperty(window, 'rolodeskDouble', { value: double });
