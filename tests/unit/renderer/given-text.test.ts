import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { longestIdsText } from '../../../contract/bounds.ts';
import type { Failure } from '../../../contract/failures.ts';
import { takeDrops } from '../../../renderer/frame/take-drops.ts';
import type { GivenText } from '../../../renderer/store/given-ids.ts';
import { longestTyped, noIdsText, wholeText, withGiven } from '../../../renderer/sync/ids-text.ts';
import { readFiles } from '../../../renderer/sync/read-files.ts';
import { badInputWords } from '../../../renderer/words/bad-input-words.ts';

describe('a file that was given', () => {
  test('is read as UTF-8, without its byte order mark; several one after the other', async () => {
    const bytes = new TextEncoder().encode('\ufeffid,name\nu-1,李明');
    const read = await readFiles([new File([bytes], 'one.csv'), new File(['u-2'], 'two.txt')]);
    expect(read).toEqual({ ok: true, value: { text: 'id,name\nu-1,李明\nu-2', name: 'one.csv, two.txt' } });
  });

  test.each(['utf-16le', 'utf-16be'] as const)(
    'is read as %s where its byte order mark says so, as a spreadsheet’s Unicode text',
    async (encoding) => {
      const bytes = Buffer.from('\ufeffid\tname\r\nu-1\t李明', 'utf16le');
      if (encoding === 'utf-16be') bytes.swap16();
      const read = await readFiles([new File([bytes], 'one.txt'), new File(['u-2'], 'two.txt')]);
      expect(read).toEqual({ ok: true, value: { text: 'id\tname\r\nu-1\t李明\nu-2', name: 'one.txt, two.txt' } });
    },
  );

  test.each([
    [
      'more than 20 MB',
      { size: longestIdsText + 1, arrayBuffer: () => Promise.reject(new Error('read all the same')) },
      'too-long',
    ],
    ['a folder', { size: 4096, arrayBuffer: () => Promise.reject(new DOMException('not a file')) }, 'malformed'],
    ['a spreadsheet', new File(['PK\u0003\u0004\0\0'], 'people.xlsx'), 'malformed'],
    ['nothing', new File([' \n'], 'empty.txt'), 'empty'],
  ] as const)('is refused with a clear message where it is %s', async (_, file, reason) => {
    const read = await readFiles([file as File]);
    expect(read).toEqual({ ok: false, failure: { kind: 'bad-input', where: 'file', reason } });
    expect(badInputWords('file', reason)).not.toBe(badInputWords('elsewhere', reason));
  });
});

describe('a text that holds ids', () => {
  test('is kept in the field where it can be drawn, else beside it; nothing is lost', () => {
    const short = withGiven({ ...noIdsText, typed: 'u-1' }, { text: 'u-2\n', name: 'a.csv' });
    expect(short).toEqual({ typed: 'u-1\nu-2\n', attached: null });
    const long = { text: 'x'.repeat(longestTyped), name: 'long.csv' };
    const both = withGiven(withGiven(short, long), { ...long, name: null });
    expect(both.typed).toBe(short.typed);
    expect(both.attached?.name).toBe('long.csv');
    expect(wholeText(both)).toBe(`${long.text}\n${long.text}\n${short.typed}`);
    expect(wholeText(short)).toBe(short.typed);
  });
});

describe('a drop onto the window', () => {
  class Field extends EventTarget {}
  let page: EventTarget;
  let texts: GivenText[];
  let refused: Failure[];
  let open: boolean;
  beforeEach(() => {
    vi.stubGlobal('HTMLInputElement', Field);
    vi.stubGlobal('HTMLTextAreaElement', Field);
    page = new EventTarget();
    texts = [];
    refused = [];
    open = true;
    takeDrops(page as Window, {
      isOpen: () => open,
      takesFiles: () => false,
      onText: (given) => texts.push(given),
      onRefused: (failure) => refused.push(failure),
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  type Data = { readonly files?: readonly File[]; readonly text?: string; readonly uris?: string };
  const dispatch = (type: string, { files = [], text, uris }: Data, target: EventTarget = page) => {
    const dataTransfer = {
      dropEffect: 'move',
      files,
      types: [files.length > 0 && 'Files', text && 'text/plain', uris && 'text/uri-list'].filter(Boolean),
      getData: (kind: string) => (kind === 'text/plain' ? text : uris) ?? '',
    };
    const event = Object.assign(new Event(type, { cancelable: true }), { dataTransfer });
    // What bubbles up from a field to the window still names the field.
    Object.defineProperty(event, 'target', { value: target });
    page.dispatchEvent(event);
    return event;
  };
  const file = new File(['u-1'], 'ids.txt');

  test('of a file, a link or a text is read, and never followed', async () => {
    expect(dispatch('drop', { files: [file] }).defaultPrevented).toBe(true);
    await vi.waitFor(() => expect(texts).toEqual([{ text: 'u-1', name: 'ids.txt' }]));
    expect(dispatch('drop', { uris: 'https://x.example/u-2' }).defaultPrevented).toBe(true);
    expect(dispatch('drop', { text: 'u-3' }).defaultPrevented).toBe(true);
    expect(texts.slice(1)).toEqual([
      { text: 'https://x.example/u-2', name: null },
      { text: 'u-3', name: null },
    ]);
    expect(dispatch('dragover', { files: [file] }).dataTransfer.dropEffect).toBe('copy');
  });

  test('of a file over a field is read too; of plain text it is the field’s', async () => {
    const field = new Field();
    expect(dispatch('drop', { text: 'u-3' }, field).defaultPrevented).toBe(false);
    expect(dispatch('dragover', { text: 'u-3' }, field).defaultPrevented).toBe(false);
    expect(dispatch('drop', { files: [file] }, field).defaultPrevented).toBe(true);
    expect(dispatch('drop', { text: 'u-3', uris: 'https://x.example/u-3' }, field).defaultPrevented).toBe(true);
    await vi.waitFor(() => expect(texts.map(({ text }) => text)).toEqual(['u-3', 'u-1']));
  });

  test('is let fall where it comes from the page itself, or something else is being asked for', () => {
    page.dispatchEvent(new Event('dragstart'));
    expect(dispatch('drop', { text: 'Lucía' }).defaultPrevented).toBe(true);
    page.dispatchEvent(new Event('dragend'));
    expect(dispatch('dragover', { text: 'u-3' }).dataTransfer.dropEffect).toBe('copy');
    open = false;
    expect(dispatch('drop', { text: 'u-3' }).defaultPrevented).toBe(true);
    expect(dispatch('dragover', { files: [file] }).dataTransfer.dropEffect).toBe('none');
    expect(texts).toEqual([]);
  });

  test('of what cannot be read says so', async () => {
    dispatch('drop', { files: [new File(['\0'], 'a.bin')] });
    await vi.waitFor(() => expect(refused).toMatchObject([{ where: 'file', reason: 'malformed' }]));
  });
});
