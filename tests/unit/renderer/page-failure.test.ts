/** What is kept of an error in the page: nothing that it said. */
import { expect, it } from 'vitest';
import { PageFailure } from '../../../contract/shown-page.ts';
import { pageFailure, reportText } from '../../../renderer/boundary/page-failure.ts';
import { hearFailures } from '../../../renderer/frame/hear-failures.ts';

const origin = 'app://bundle';

function failing(message: string, more: Partial<Error> = {}): Error {
  const stack = `TypeError: ${message}
    at drawRow (${origin}/assets/main-B2.js:1:20)
    at Array.map (<anonymous>)
    at ${origin}/assets/main-B2.js:7:1
    at async Object.load (${origin}/assets/main-B2.js:9:3)
    at stranger (https://evil.example/canary.js:1:1)`;
  return Object.assign(new TypeError(message), { stack, ...more });
}

const frames = ['drawRow@main-B2.js:1:20', '@main-B2.js:7:1', 'Object.load@main-B2.js:9:3'];

it('keeps its type and the frames of the page’s own files', () => {
  expect(pageFailure('people', failing('no row'), origin)).toEqual({ part: 'people', error: 'TypeError', frames });
});

it.each([
  failing('canary'),
  failing(`canary\n    at canary (${origin}/canary.js:1:1)`),
  failing('canary', { message: 'something else' }),
  failing('canary', { name: 'canary secret' }),
  failing('canary', { stack: 7 as never }),
  'canary',
  null,
  { message: 'canary' },
])('says nothing of a message, and fits what is accepted (%#)', (error) => {
  const failure = pageFailure('work', error, origin);
  expect(PageFailure.parse(failure)).toEqual(failure);
  const report = reportText(failure, { reference: null, about: null, at: new Date(0) });
  expect(report).not.toMatch(/canary|evil/);
});

it('a report names the version, the moment, the reference and the frames', () => {
  expect(
    reportText(pageFailure('people', failing('no row'), origin), {
      reference: '5f0c71de',
      about: { version: '1.2.3', runtime: 'electron', platform: 'linux' },
      at: new Date(0),
    }),
  ).toBe(
    [
      'Rolodesk 1.2.3, linux, electron',
      '1970-01-01T00:00:00.000Z, reference 5f0c71de',
      'TypeError in people',
      ...frames.map((frame) => `  ${frame}`),
    ].join('\n'),
  );
});

it('errors and rejections that nobody caught are heard, and Chromium’s own notices are not', () => {
  const heard: PageFailure[] = [];
  const page = Object.assign(new EventTarget(), { location: { origin } });
  hearFailures(page as never, (failure) => heard.push(failure));
  page.dispatchEvent(Object.assign(new Event('error'), { error: failing('no row') }));
  page.dispatchEvent(Object.assign(new Event('error'), { error: undefined }));
  page.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: failing('no row') }));
  expect(heard).toEqual([
    { part: 'work', error: 'TypeError', frames },
    { part: 'work', error: 'TypeError', frames },
  ]);
});
