import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { usualColumns } from '../../../contract/people-view.ts';
import { createAppearanceCalls } from '../../../electron/calls/appearance.ts';
import { createColumnCalls } from '../../../electron/calls/table.ts';
import { createAppearance } from '../../../electron/shell/appearance.ts';
import { createSettings } from '../../../electron/shell/settings.ts';
import { expectMode } from '../systems.ts';
import { temporaryFolder } from '../temporary-folder.ts';

let file: string;
beforeEach(() => {
  file = join(temporaryFolder(), 'settings.json');
});

describe('the settings', () => {
  it('keep the appearance and the columns side by side, for this account alone', async () => {
    const settings = createSettings(file);
    createAppearance(settings, () => undefined).set('dark');
    await createColumnCalls(settings)['table.setColumns']({ columns: ['name', 'phone'] });
    const next = createSettings(file);
    expect(createAppearance(next, () => undefined).theme()).toBe('dark');
    expect(await createColumnCalls(next)['table.columns'](null)).toEqual({
      ok: true,
      value: { columns: ['name', 'phone'], widths: {} },
    });
    expectMode(file, 0o600);
  });

  it('that are nested without end count as not there, and others are kept', () => {
    writeFileSync(file, `{"theme":"dark","columns":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    const settings = createSettings(file);
    expect(settings.get('theme')).toBeUndefined();
    expect(settings.put('theme', 'light')).toEqual({ ok: true, value: null });
    expect(createSettings(file).get('theme')).toBe('light');
  });

  it('keep whether the tree of the organisation is folded away, which it is not at first', async () => {
    const settings = createSettings(file);
    const callsOf = (one: typeof settings) =>
      createAppearanceCalls(
        createAppearance(one, () => undefined),
        one,
      );
    const first = await callsOf(settings)['appearance.get'](null);
    expect(first).toEqual({ ok: true, value: { theme: 'system', isTreeFolded: false } });
    await callsOf(settings)['appearance.foldTree']({ isFolded: true });
    const next = await callsOf(createSettings(file))['appearance.get'](null);
    expect(next).toEqual({ ok: true, value: { theme: 'system', isTreeFolded: true } });
    settings.put('isTreeFolded', 'yes');
    expect(await callsOf(settings)['appearance.get'](null)).toEqual(first);
  });

  it('are read where an editor put a byte order mark before them', () => {
    writeFileSync(file, '\uFEFF{"theme":"dark"}\r\n');
    expect(createAppearance(createSettings(file), () => undefined).theme()).toBe('dark');
  });

  it.each(['utf-16le', 'utf-16be'])('are read as a script of Windows writes them (%s)', (encoding) => {
    const bytes = Buffer.from('\uFEFF{"theme":"dark"}\r\n', 'utf16le');
    writeFileSync(file, encoding === 'utf-16be' ? bytes.swap16() : bytes);
    expect(createAppearance(createSettings(file), () => undefined).theme()).toBe('dark');
  });

  it('keep what a newer Rolodesk put there', () => {
    writeFileSync(file, '{"later": 1}');
    createSettings(file).put('theme', 'dark');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ later: 1, theme: 'dark' });
  });

  it.skipIf(process.platform !== 'linux')(
    'say that the disk is full, leave nothing unfinished, and keep what there was',
    async () => {
      createSettings(file).put('theme', 'light');
      const settings = createSettings(file);
      const appearance = createAppearance(settings, () => undefined);
      const full = { ok: false, failure: { kind: 'not-kept', trouble: 'full' } };
      // Whatever is written to it, there is no room.
      symlinkSync('/dev/full', `${file}.new`);
      expect(appearance.set('dark')).toEqual(full);
      expect(existsSync(`${file}.new`)).toBe(false);
      expect(readdirSync(dirname(file))).toEqual(['settings.json']);
      expect(appearance.theme()).toBe('dark');
      expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ theme: 'light' });
      symlinkSync('/dev/full', `${file}.new`);
      expect(await createColumnCalls(settings)['table.setColumns']({ columns: ['name'] })).toEqual(full);
    },
  );

  it('say that there is no folder to write to', () => {
    writeFileSync(file, '{}');
    expect(createSettings(join(file, 'within', 'settings.json')).put('theme', 'dark')).toEqual({
      ok: false,
      failure: { kind: 'not-kept', trouble: 'no-folder' },
    });
  });

  it.each([
    '',
    '[]',
    'null',
    '{"theme":"pink","tableColumns":["nose"]}',
    '{"tableColumns":7}',
    '{"columnWidths":{"name":7}}',
  ])('that read %j count as not there', async (text) => {
    writeFileSync(file, text);
    const settings = createSettings(file);
    expect(createAppearance(settings, () => undefined).theme()).toBe('system');
    expect(await createColumnCalls(settings)['table.columns'](null)).toEqual({
      ok: true,
      value: { columns: [...usualColumns], widths: {} },
    });
  });

  it('keep the widths of columns beside them', async () => {
    await createColumnCalls(createSettings(file))['table.setWidths']({ widths: { name: 200, id: 64 } });
    expect(await createColumnCalls(createSettings(file))['table.columns'](null)).toMatchObject({
      value: { columns: [...usualColumns], widths: { name: 200, id: 64 } },
    });
  });

  it('put the columns in their own order, the name first, whatever was kept', async () => {
    writeFileSync(file, '{"tableColumns":["id","email","email"]}');
    expect(await createColumnCalls(createSettings(file))['table.columns'](null)).toEqual({
      ok: true,
      value: { columns: ['name', 'email', 'id'], widths: {} },
    });
  });
});
