/** What the page has to load before its first paint, by the bundler's own account of each file. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../scripts/run-tool.ts';
import type { FirstLoad } from './print-first-load.ts';

// In a process of its own: in a test's environment the libraries would be built for development.
const printed = execFileSync(process.execPath, [join(import.meta.dirname, 'print-first-load.ts')], {
  cwd: root,
  env: { ...process.env, NODE_ENV: 'production' },
  encoding: 'utf8',
});
const { bytes, modules }: FirstLoad = JSON.parse(printed);

it('draws the frame, and checks nothing by a schema', () => {
  expect(modules.some((id) => id.endsWith('renderer/frame/frame.tsx'))).toBe(true);
  expect(modules.filter((id) => /\/node_modules\/zod\//.test(id))).toEqual([]);
});

it('is small', () => {
  // 794 kB before views and dialogs were loaded when they are shown; libraries are four fifths of what is left.
  expect(bytes).toBeLessThan(600_000);
});

it('holds no view, dialog, menu or panel that is not shown at first', () => {
  const view =
    /\/renderer\/(?:person\/person-place|problems\/problems-page|first-run\/first-run|\w+\/[\w-]+-dialog)\.tsx$/;
  const part =
    /\/renderer\/(?:search\/search-panel|connection\/connection-menu|people\/label-choices|people\/listed-note|sync\/nobody-known|person\/person-skeleton|\w+\/[\w-]+-banners?)\.tsx$/;
  const ofDialogs = /\/@mantine\/core\/.*\/(?:Modal|Tabs|Textarea)\//;
  expect(modules.filter((id) => view.test(id) || part.test(id) || ofDialogs.test(id))).toEqual([]);
});
