/**
 * What a person would install: electron-builder.yml is valid, sets every fuse, and packs exactly what the app runs.
 * Electron's binary is replaced by a stand-in with a fuse wire of its own, so that packing needs no download.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Arch, Platform, build as pack } from 'app-builder-lib';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { build, isBuilt } from '../../../scripts/built.ts';
import { root } from '../../../scripts/run-tool.ts';
import { electronVersion } from '../../../scripts/runtime.ts';
import { temporaryFolder } from '../temporary-folder.ts';

// electron-builder's loader of configurations would leave an empty folder in the temporary folder.
vi.hoisted(() => {
  process.env.JITI_FS_CACHE = 'false';
});

const work = temporaryFolder();
const electron = join(work, 'electron');
/** What the Debian package is made from. */
let deb: { readonly args: readonly string[]; readonly launcher: string } = { args: [], launcher: '' };
const unpacked = join(work, 'dist', 'linux-unpacked');

/** The fuse wire as @electron/fuses finds it: a sentinel, the version, the length, and one letter a fuse. */
const fuseLetter = (isOn: boolean) => (isOn ? '1' : '0').charCodeAt(0);
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseNumbers = Object.values(FuseV1Options).filter((value) => typeof value === 'number');

const wantedFuses: Readonly<Record<FuseV1Options, boolean>> = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
};

describe('the packing list', () => {
  it('is valid for the installed electron-builder', async () => {
    const config = await getConfig(root, null, null);
    await expect(validateConfiguration(config, new DebugLogger(false))).resolves.toBeUndefined();
    const misspelt = { ...config, electronFuse: {} };
    await expect(validateConfiguration(misspelt, new DebugLogger(false))).rejects.toThrow(/electronFuse/);
  });

  it('says exactly this: nothing is compiled, run while packing, added to the command line, or installed for everybody', async () => {
    const { files: _files, electronFuses: _fuses, ...config } = await getConfig(root, null, null);
    expect(config).toEqual({
      appId: 'org.rolodesk.Rolodesk',
      productName: 'Rolodesk',
      copyright: expect.any(String),
      directories: { output: 'dist', buildResources: 'packaging' },
      npmRebuild: false,
      nodeGypRebuild: false,
      buildDependenciesFromSource: false,
      asar: { smartUnpack: false },
      asarUnpack: ['node_modules/keytar/prebuilds/**/*.node'],
      protocols: [{ name: 'Rolodesk', schemes: ['rolodesk'] }],
      linux: {
        target: ['AppImage', 'deb'],
        category: 'Office',
        syncDesktopName: true,
        synopsis: expect.any(String),
        maintainer: expect.any(String),
      },
      // keytar loads libsecret; the others are what Electron is linked with or starts.
      deb: {
        depends: [
          ...['libgtk-3-0', 'libnotify4', 'libnss3', 'libxss1', 'libxtst6', 'xdg-utils', 'libatspi2.0-0'],
          ...['libuuid1', 'libsecret-1-0'],
        ],
      },
      // An updater takes the archive.
      mac: {
        target: ['dmg', 'zip'],
        category: 'public.app-category.business',
        hardenedRuntime: true,
        entitlements: 'packaging/entitlements.mac.plist',
        entitlementsInherit: 'packaging/entitlements.mac.plist',
      },
      win: { target: ['nsis'] },
      nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
    });
  });

  it('can be started on macOS without a certificate, although its fuses are set', async () => {
    const { electronFuses } = await getConfig(root, null, null);
    expect(electronFuses).toMatchObject({ resetAdHocDarwinSignature: true });
  });

  it('asks macOS for memory to compile to, and for nothing else', async () => {
    const { mac, asarUnpack } = await getConfig(root, null, null);
    const file = 'packaging/entitlements.mac.plist';
    expect(mac).toMatchObject({ entitlements: file, entitlementsInherit: file });
    const asked = readFileSync(join(root, file), 'utf8').matchAll(/<key>(.*?)<\/key>\s*<(\w+)/g);
    expect([...asked].map(([, key, value]) => [key, value])).toEqual([['com.apple.security.cs.allow-jit', 'true']]);
    // Libraries are validated, so the keychain's has to be a file that is signed with the app, by somebody with a certificate.
    expect(mac).not.toHaveProperty('signIgnore');
    expect(mac).not.toHaveProperty('identity');
    expect(asarUnpack).toEqual(['node_modules/keytar/prebuilds/**/*.node']);
    for (const arch of ['arm64', 'x64']) {
      const library = readFileSync(join(root, `node_modules/keytar/prebuilds/darwin-${arch}/keytar.node`));
      // Mach-O, of 64 bits: what is looked for to be signed.
      expect(library.readUInt32LE(0)).toBe(0xfeedfacf);
    }
  });
});

describe('a package for Linux', () => {
  beforeAll(async () => {
    if (!isBuilt()) expect(await build()).toBe(0);
    writeStandIn();
    await pack({
      projectDir: root,
      targets: Platform.LINUX.createTarget(['dir', 'deb'], Arch.x64),
      publish: 'never',
      // All but the archive itself, for which a further program would be downloaded.
      effectiveOptionComputed: async ([args, desktopFile]: [string[], string]) => {
        deb = { args, launcher: readFileSync(desktopFile, 'utf8') };
        return true;
      },
      config: { electronDist: electron, directories: { output: join(work, 'dist') } },
    });
  }, 240_000);

  it('holds what the build wrote, the keychain binding, and nothing else', () => {
    const packed = filesOf(join(unpacked, 'resources', 'app.asar'));
    const built = ['out/main', 'out/preload', 'out/renderer'].flatMap(filesUnder);
    expect(built).toContain('out/main/main.js');
    expect(packed).toEqual(
      [
        ...built.filter((file) => !file.endsWith('.map')),
        'package.json',
        'node_modules/keytar/LICENSE.md',
        'node_modules/keytar/lib/keytar.js',
        'node_modules/keytar/package.json',
        'node_modules/keytar/prebuilds/linux-x64/keytar.node',
      ].sort(),
    );
    expect(packed.filter((file) => /\.(map|tsx?|tsbuildinfo)$|test|devhost/.test(file))).toEqual([]);
  });

  it('keeps outside the archive only the library that has to be loaded as a file', () => {
    const beside = readdirSync(join(unpacked, 'resources', 'app.asar.unpacked'), {
      recursive: true,
      withFileTypes: true,
    });
    expect(beside.filter((entry) => entry.isFile()).map((entry) => entry.name)).toEqual(['keytar.node']);
  });

  it('can be made a Debian package, whose launcher a desktop finds for a window', () => {
    const { args, launcher } = deb;
    expect(args).toContain('https://rolodesk.example/');
    expect(args.find((arg) => arg.endsWith('.desktop'))).toMatch(/=\/usr\/share\/applications\/rolodesk\.desktop$/);
    expect(launcher).toContain('\nStartupWMClass=rolodesk\n');
    expect(launcher).toContain('MimeType=x-scheme-handler/rolodesk;');
  });

  it('has every fuse set as wanted', async () => {
    const wire = await getCurrentFuseWire(join(unpacked, 'rolodesk'));
    const set = Object.fromEntries(fuseNumbers.map((fuse) => [FuseV1Options[fuse], wire[fuse]]));
    const wanted = Object.fromEntries(fuseNumbers.map((fuse) => [FuseV1Options[fuse], fuseLetter(wantedFuses[fuse])]));
    expect(set).toEqual(wanted);
  });
});

function writeStandIn(): void {
  mkdirSync(join(electron, 'resources'), { recursive: true });
  mkdirSync(join(electron, 'locales'));
  const wire = Buffer.concat([
    Buffer.from(fuseSentinel),
    Buffer.from([1, fuseNumbers.length]),
    // Each fuse starts as the opposite of what is wanted, so that one left alone shows.
    Buffer.from(fuseNumbers.map((fuse) => fuseLetter(!wantedFuses[fuse]))),
  ]);
  writeFileSync(join(electron, 'electron'), wire, { mode: 0o755 });
  writeFileSync(join(electron, 'version'), electronVersion());
  writeFileSync(join(electron, 'locales', 'en-US.pak'), '');
}

function filesOf(archive: string): string[] {
  const entries = listPackage(archive, { isPack: false }).map((entry) => entry.slice(1).replaceAll(sep, '/'));
  // The listing names folders too: they are what other entries lie in.
  return entries.filter((entry) => !entries.some((other) => other.startsWith(`${entry}/`))).sort();
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}
