/** An image that is saved is one thing at a time, and what is stopped leaves nothing in the main process. */
import { expect, it } from 'vitest';
import { longestImagePart } from '../../../contract/bounds.ts';
import type { Call } from '../../../contract/calls.ts';
import { type Failure, failed, succeeded } from '../../../contract/failures.ts';
import { drawAndSend } from '../../../renderer/organisation/save-image.ts';
import { createTableOutSlice } from '../../../renderer/store/table-out.ts';

/** `onSend` is called with each part. */
function saving(onSend: (parts: number) => void = () => undefined) {
  const sent: { readonly sent: number | null; readonly length: number }[] = [];
  const asked: string[] = [];
  const call = (async (name: string, input: { sent: number | null; part: Uint8Array }) => {
    asked.push(name);
    if (name !== 'image.send') return succeeded(null);
    sent.push({ sent: input.sent, length: input.part.byteLength });
    onSend(sent.length);
    return succeeded({ sent: input.sent ?? 7 });
  }) as unknown as Call;
  const state: Record<string, unknown> = {};
  const set = (next: object) => Object.assign(state, next);
  const slice = createTableOutSlice(call)(set as never, (() => state) as never, undefined as never);
  Object.assign(state, slice);
  return { slice, call, sent, asked, state };
}

const image = new Blob([new Uint8Array(2.5 * longestImagePart)]);

it('sends all of an image, and gives its number', async () => {
  const { slice, call, sent } = saving();
  expect(await drawAndSend(slice, call, async () => succeeded(image))).toEqual(succeeded(7));
  expect(sent.map(({ length }) => length)).toEqual([longestImagePart, longestImagePart, longestImagePart / 2]);
});

it.each([1, 2, 3])('stopped with its part %i keeps nothing of it, and the next one can be saved', async (last) => {
  const { slice, call, sent, asked } = saving((parts) => parts === last && slice.stopExport());
  expect(await drawAndSend(slice, call, async () => succeeded(image))).toEqual(succeeded(null));
  const all = [
    { sent: null, length: longestImagePart },
    { sent: 7, length: longestImagePart },
    { sent: 7, length: longestImagePart / 2 },
  ];
  expect(sent).toEqual([...all.slice(0, last), { sent: null, length: 0 }]);
  expect(asked).toContain('people.stopExport');
  expect(await drawAndSend(slice, call, async () => succeeded(image))).toEqual(succeeded(7));
});

it('stopped while it is drawn sends nothing', async () => {
  const { slice, call, sent } = saving();
  const done = await drawAndSend(slice, call, async ({ signal }) => {
    slice.stopExport();
    return signal.aborted ? failed({ kind: 'cancelled' }) : succeeded(image);
  });
  expect(done).toEqual(succeeded(null));
  expect(sent).toEqual([]);
});

it('fails with what failed, and while another is under way', async () => {
  const { slice, call } = saving();
  const failure: Failure = { kind: 'bad-input', where: 'image', reason: 'too-long' };
  const first = drawAndSend(slice, call, async () => failed(failure));
  expect(await drawAndSend(slice, call, async () => succeeded(image))).toEqual(failed({ kind: 'cancelled' }));
  expect(await first).toEqual(failed(failure));
});
