/**
 * The one place that chooses what runs the app: Electron where its binary is there, else the development host.
 * `ROLODESK_RUNTIME` (`electron` or `development-host`) overrides the choice.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runTool } from './run-tool.ts';
import { electronLibraries, type Need, needs } from './system.ts';

export type Runtime = {
  readonly kind: 'electron' | 'development-host';
  /** The program to start with the project's folder as its first argument. */
  readonly executable: string;
};

const electronFolder = join(root, 'node_modules', 'electron');

/** Chooses without downloading anything. Throws where the override asks for an Electron that is not there. */
export function chooseRuntime(): Runtime {
  const asked = process.env.ROLODESK_RUNTIME;
  const electron = asked === 'development-host' ? null : findElectron();
  if (electron !== null) return { kind: 'electron', executable: electron };
  if (asked === 'electron') {
    throw new Error("ROLODESK_RUNTIME is `electron`, but Electron's binary is not there: `npx install-electron`.");
  }
  return { kind: 'development-host', executable: join(root, 'devhost', 'electron') };
}

/**
 * Whether Chromium's sandbox is on: it refuses to start as root on Linux, and stays on for everybody else. Playwright has to be told,
 * since it switches it off on Linux by itself.
 */
export function isSandboxed(user = process.getuid?.(), platform: string = process.platform): boolean {
  return platform !== 'linux' || user !== 0;
}

/** Arguments that go before the app's folder. */
export function runtimeArguments({ kind }: Pick<Runtime, 'kind'>, sandboxed = isSandboxed()): string[] {
  return kind === 'electron' && !sandboxed ? ['--no-sandbox'] : [];
}

/** What the runtime needs of the computer. */
export function runtimeNeed(runtime: Runtime): Need {
  return runtime.kind === 'electron' ? electronLibraries(runtime.executable) : needs.chromium;
}

/** Electron's executable, or null where it has not been downloaded, or belongs to another version. */
export function findElectron(): string | null {
  const folder = join(electronFolder, 'dist');
  const pathFile = join(electronFolder, 'path.txt');
  const versionFile = join(folder, 'version');
  if (!existsSync(pathFile) || !existsSync(versionFile)) return null;
  if (readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') !== electronVersion()) return null;
  const executable = join(folder, readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

export function electronVersion(): string {
  const described: unknown = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8'));
  if (typeof described === 'object' && described !== null && 'version' in described) return String(described.version);
  throw new Error('The package electron names no version.');
}

/**
 * Chooses, after having tried to download Electron where it is missing. Whether it can be had is found out within
 * `patienceMs`, so that a computer that cannot reach it is not kept waiting; the download itself may take longer.
 */
export async function obtainRuntime({ patienceMs = 4_000 } = {}): Promise<Runtime> {
  const chosen = chooseRuntime();
  if (chosen.kind === 'electron' || process.env.ROLODESK_RUNTIME === 'development-host') return chosen;
  if (await canDownload(patienceMs)) {
    console.log(`Downloading Electron ${electronVersion()} …`);
    await runTool('install-electron', [], {
      env: { ...process.env, ELECTRON_GET_USE_PROXY: '1' },
      timeout: 600_000,
    });
  }
  return chooseRuntime();
}

async function canDownload(patienceMs: number): Promise<boolean> {
  // Whoever has set a mirror or a proxy up wants it used; asking past it would say nothing.
  const isArranged = Object.keys(process.env).some((name) =>
    /^(npm_config_)?electron_(mirror|custom)|^https_proxy$/i.test(name),
  );
  if (isArranged) return true;
  const version = `v${electronVersion()}`;
  const file = `electron-${version}-${process.platform}-${process.arch}.zip`;
  try {
    const reply = await fetch(`https://github.com/electron/electron/releases/download/${version}/${file}`, {
      signal: AbortSignal.timeout(patienceMs),
    });
    await reply.body?.cancel();
    return reply.ok;
  } catch {
    return false;
  }
}
