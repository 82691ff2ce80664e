/** What a test needs of the system that it runs on. docs/architecture.md has the table of what is skipped where, and why. */
import { statSync } from 'node:fs';
import { expect } from 'vitest';

/** Windows has no mode bits; there a person's own folder keeps others out. */
export const hasModeBits = process.platform !== 'win32';

/** The development host is a shell script over Chromium, whose processes its tests find in /proc. */
export const hasDevelopmentHost = process.platform === 'linux';

/** Of a file or folder, such as 0o600; nothing is asserted where there are no mode bits. */
export function expectMode(path: string, mode: number): void {
  if (hasModeBits) expect((statSync(path).mode & 0o777).toString(8)).toBe(mode.toString(8));
}
