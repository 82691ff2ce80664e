/** Makes `import … from 'electron'` and `require('electron')` of the hosted app mean the host's module. */
import { registerHooks } from 'node:module';
import { electron } from './electron-module.ts';

const address = 'devhost:electron';
const place = Symbol.for('devhost.electron');

export function provideElectron(): void {
  Object.defineProperty(globalThis, place, { value: electron });
  const names = Object.keys(electron).filter((name) => /^\w+$/.test(name));
  // 'module.exports' is what require() gives, so that both forms are one object.
  const source = `
    const electron = globalThis[Symbol.for('devhost.electron')];
    export const { ${names.join(', ')} } = electron;
    export { electron as default, electron as 'module.exports' };
  `;
  registerHooks({
    resolve: (specifier, context, next) =>
      /^electron(\/(main|common))?$/.test(specifier)
        ? { url: address, format: 'module', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === address ? { format: 'module', source, shortCircuit: true } : next(url, context),
  });
}
