/** What the commands do about a computer that lacks something they need. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hasProgram, type Need, provide } from '../../../scripts/system.ts';

const need = (weight: Need['weight'], isThere: () => boolean): Need => ({
  what: 'a thing',
  packages: ['thing'],
  isThere,
  weight,
});

describe('providing what is needed', () => {
  const said = vi.spyOn(console, 'error');
  beforeEach(() => {
    said.mockImplementation(() => {});
    vi.spyOn(console, 'log').mockImplementation(() => {});
  });
  afterEach(() => said.mockReset());

  it('leaves a computer alone that has everything', async () => {
    const install = vi.fn();
    expect(await provide([need('must', () => true)], install, true)).toBe(true);
    expect(install).not.toHaveBeenCalled();
    expect(said).not.toHaveBeenCalled();
  });

  it('installs only what is missing, each package once, where it may', async () => {
    let isThere = false;
    const install = vi.fn(async () => {
      isThere = true;
    });
    const missing = [need('must', () => isThere), need('wanted', () => isThere)];
    expect(await provide(missing, install, true)).toBe(true);
    expect(install).toHaveBeenCalledExactlyOnceWith(['thing']);
    expect(said).not.toHaveBeenCalled();
  });

  it('prints one line to run where it may not install, and refuses to go on without what must be there', async () => {
    expect(await provide([need('must', () => false)], null, true)).toBe(false);
    expect(said.mock.calls.flat().join('\n')).toMatch(/apt-get install -y --no-install-recommends thing$/m);
  });

  it('refuses to go on when installing did not help', async () => {
    expect(await provide([need('must', () => false)], async () => {}, true)).toBe(false);
  });

  it('goes on without what is only better to have, having said so', async () => {
    expect(await provide([need('wanted', () => false)], null, true)).toBe(true);
    expect(said).toHaveBeenCalled();
  });

  it('assumes no apt on other systems', async () => {
    const install = vi.fn();
    expect(await provide([need('must', () => false)], install, false)).toBe(true);
    expect(install).not.toHaveBeenCalled();
  });
});

it('finds a program in PATH, and none that is not there', () => {
  expect(hasProgram('node')).toBe(true);
  expect(hasProgram('no-such-program-anywhere')).toBe(false);
});
