/** `nativeTheme`: light or dark as the app asks, told to every page. The system counts as light. */
import type { NativeTheme as ElectronNativeTheme } from 'electron';
import { Guarded } from './not-implemented.ts';
import type { Page } from './page.ts';

type Mirrored = 'shouldUseDarkColors' | 'shouldUseHighContrastColors' | 'inForcedColorsMode' | 'themeSource';

const pages = new Set<Page>();

class NativeTheme extends Guarded implements Pick<ElectronNativeTheme, Mirrored> {
  readonly shouldUseHighContrastColors = false;
  readonly inForcedColorsMode = false;
  #source: ElectronNativeTheme['themeSource'] = 'system';

  constructor() {
    super('nativeTheme', ['updated']);
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
  get themeSource(): ElectronNativeTheme['themeSource'] {
    return this.#source;
  }
  set themeSource(source: ElectronNativeTheme['themeSource']) {
    if (source !== 'light' && source !== 'dark' && source !== 'system') {
      throw new TypeError(`themeSource must be 'system', 'light' or 'dark'`);
    }
    if (source === this.#source) return;
    this.#source = source;
    for (const page of pages) void tell(page);
    this.emit('updated');
  }
}

export const nativeTheme = new NativeTheme();

/** Tells a page now and whenever it changes. */
export async function preferColorScheme(page: Page): Promise<void> {
  pages.add(page);
  // Another debugger that attaches meanwhile may set the same preference back.
  page.on('navigated', () => void tell(page));
  await tell(page);
}

export function forgetColorScheme(page: Page): void {
  pages.delete(page);
}

async function tell(page: Page): Promise<void> {
  const value = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  await page.cdp.tell('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
}
