/** What is loaded later: drawn at once when it is there, and asked for again after it could not be had. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { later, laterOpened } from '../../../renderer/boundary/later.tsx';

const Loaded = ({ name }: { readonly name: string }) => <p>{name}</p>;

test('is drawn without waiting once it is loaded, and fetched once', async () => {
  let fetched = 0;
  const Shown = later(async () => {
    fetched += 1;
    return Loaded;
  });
  expect(Shown.isLoaded()).toBe(false);
  await Promise.all([Shown.prefetch(), Shown.prefetch()]);
  await Shown.prefetch();
  expect([fetched, Shown.isLoaded()]).toEqual([1, true]);
  expect(renderToStaticMarkup(<Shown name="Asha" />)).toBe('<p>Asha</p>');
});

test('is fetched again after it could not be', async () => {
  const answers = [() => Promise.reject(new TypeError('gone')), async () => Loaded];
  const Shown = later(() => answers.shift()?.() ?? Promise.reject(new Error('asked too often')));
  await Shown.prefetch();
  expect(Shown.isLoaded()).toBe(false);
  await Shown.prefetch();
  expect(renderToStaticMarkup(<Shown name="Bea" />)).toBe('<p>Bea</p>');
});

test('what is closed and not loaded draws nothing', () => {
  const Opened = laterOpened<{ opened: boolean }>(() => Promise.reject(new Error('not asked for')));
  expect(renderToStaticMarkup(<Opened opened={false} />)).toBe('');
});
