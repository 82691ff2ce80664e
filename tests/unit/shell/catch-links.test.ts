/** No link is lost, however early it comes. */
import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { catchLinks } from '../../../electron/shell/catch-links.ts';

const person = (id: string) => ({ view: 'person', id, tab: 'overview' });

function caught() {
  const app = new EventEmitter();
  const links = catchLinks(app as unknown as App);
  return {
    links,
    openUrl: (url: string) => {
      const preventDefault = vi.fn();
      app.emit('open-url', { preventDefault }, url);
      return preventDefault;
    },
    startAgain: (...args: string[]) => app.emit('second-instance', {}, ['rolodesk', ...args]),
  };
}

describe('links that come', () => {
  it('before there is a window wait for it, in their order', () => {
    const { links, openUrl, startAgain } = caught();
    expect(openUrl('rolodesk://user/first-1')).toHaveBeenCalledOnce();
    startAgain('--flag', 'rolodesk://organisation/second-2?form=map');
    startAgain();
    openUrl('rolodesk://elsewhere/third-3');
    const follow = vi.fn();
    expect(links.handOver(follow)).toEqual([person('first-1'), { view: 'organisation', id: 'second-2', form: 'map' }]);
    expect(follow).not.toHaveBeenCalled();
    expect(links.handOver(follow)).toEqual([]);
  });

  it('afterwards are followed at once, and a start without one brings the app to the front', () => {
    const { links, openUrl, startAgain } = caught();
    const follow = vi.fn();
    expect(links.handOver(follow)).toEqual([]);
    openUrl('rolodesk://user/first-1');
    startAgain('rolodesk://user/second-2');
    startAgain();
    expect(follow.mock.calls).toEqual([[person('first-1')], [person('second-2')], [null]]);
  });
});
