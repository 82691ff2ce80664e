/**
 * What the app and its tests need of the computer beyond npm's packages: found where it is there, installed
 * through apt where that may be done, and else named in one line that a person can run.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run-tool.ts';

export type Need = {
  readonly what: string;
  /** Debian's packages that bring it. */
  readonly packages: readonly string[];
  readonly isThere: () => boolean;
  /** Without it nothing works; with `wanted` something is only missing or looks worse. */
  readonly weight: 'must' | 'wanted';
};

const headlessShell = 'chromium-headless-shell';
const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export const needs = {
  chromium: {
    what: 'Chromium, which the development host shows its windows in',
    packages: ['chromium'],
    isThere: () => hasChromium(chromiumNames),
    weight: 'must',
  },
  headlessShell: {
    what: 'Chromium without a frame of its own, which the tests start in a third of the time',
    packages: [headlessShell],
    isThere: () => hasChromium([headlessShell]),
    weight: 'wanted',
  },
  keychain: {
    what: "libsecret, through which the computer's keychain is reached",
    packages: ['libsecret-1-0'],
    isThere: () => hasLibrary('libsecret-1.so.0'),
    weight: 'wanted',
  },
  fonts: {
    what: 'fonts for names in every script',
    packages: ['fontconfig', 'fonts-noto-core', 'fonts-noto-cjk'],
    isThere: () => hasFontFor('zh') && hasFontFor('ar') && hasFontFor('ta'),
    weight: 'wanted',
  },
  svgReader: {
    what: 'rsvg-convert, through which a test looks at drawings that are saved',
    packages: ['librsvg2-bin'],
    isThere: () => hasProgram('rsvg-convert'),
    weight: 'wanted',
  },
  display: {
    what: 'a display without a screen',
    packages: ['xvfb', 'xauth'],
    isThere: () => hasProgram('Xvfb') && hasProgram('xvfb-run') && hasProgram('xauth'),
    weight: 'must',
  },
  secretService: {
    what: 'a Secret Service to keep tokens in',
    packages: ['gnome-keyring', 'dbus'],
    isThere: () => hasProgram('gnome-keyring-daemon') && hasProgram('dbus-run-session'),
    weight: 'must',
  },
} as const satisfies Record<string, Need>;

/** What Electron's own binary links against and this computer lacks. */
export function electronLibraries(executable: string): Need {
  return {
    what: "the libraries that Electron's binary is linked against",
    packages: ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2', 'libxss1', 'libxtst6', 'libnotify4', 'xdg-utils'],
    isThere: () => {
      const linked = spawnSync('ldd', [executable], { encoding: 'utf8' });
      return linked.status !== 0 || !linked.stdout.includes('not found');
    },
    weight: 'must',
  };
}

export type Install = (packages: readonly string[]) => Promise<void>;

/**
 * Sees to it that what is needed is there. Returns false where something that must be there is not and cannot be
 * installed; the line that would help has been printed then. Only Linux with apt can be helped, and only as root
 * (`install` is null elsewhere).
 */
export async function provide(
  wanted: readonly Need[],
  install: Install | null = installerHere(),
  isLinux = process.platform === 'linux',
): Promise<boolean> {
  if (!isLinux) return true;
  let missing = wanted.filter((need) => !need.isThere());
  if (missing.length > 0 && install !== null) {
    for (const need of missing) console.log(`Missing: ${need.what}.`);
    await install(packagesOf(missing));
    missing = missing.filter((need) => !need.isThere());
  }
  if (missing.length === 0) return true;
  for (const need of missing) {
    console.error(`${need.weight === 'must' ? 'Needed' : 'Better with'}: ${need.what}.`);
  }
  const packages = packagesOf(missing).join(' ');
  console.error(
    `Please run: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages}\n` +
      '(or install what your system calls these Debian packages)',
  );
  return missing.every((need) => need.weight === 'wanted');
}

const packagesOf = (missing: readonly Need[]) => [...new Set(missing.flatMap((need) => need.packages))];

function installerHere(): Install | null {
  return hasProgram('apt-get') && process.getuid?.() === 0 ? installWithApt : null;
}

async function installWithApt(packages: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`Installing ${packages.join(' ')} through apt …`);
  // apt-get update fails as a whole when one of several sources does; what is there may still do.
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}

export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return (process.env.DISPLAY ?? '') !== '' || (process.env.WAYLAND_DISPLAY ?? '') !== '';
}

export function hasProgram(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function hasChromium(names: readonly string[]): boolean {
  return (process.env.CHROMIUM_PATH ?? '') !== '' || names.some((name) => hasProgram(name));
}

function hasLibrary(name: string): boolean {
  const known = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  if (known.status === 0) return known.stdout.includes(name);
  return ['/usr/lib', '/usr/lib64', '/lib'].some(
    (folder) =>
      existsSync(join(folder, name)) ||
      (existsSync(folder) && readdirSync(folder).some((inner) => existsSync(join(folder, inner, name)))),
  );
}

function hasFontFor(language: string): boolean {
  const list = spawnSync('fc-list', [`:lang=${language}`, 'family'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.trim() !== '';
}
