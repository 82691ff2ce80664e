/** What stands below the search's list counts what is listed: people, or the actions of one. */
import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SearchFoot } from '../../../renderer/search/search-foot.tsx';
import { deedOptions } from '../../../renderer/search/search-option.ts';
import { cardOf } from '../../renderer-double/people.ts';

const said = (inDeeds: boolean, email: string | null) => {
  const options = deedOptions({ ...cardOf(1), email });
  const markup = renderToStaticMarkup(
    <MantineProvider>
      <SearchFoot id="foot" isEmpty={false} inDeeds={inDeeds} options={options} />
    </MantineProvider>,
  );
  return /role="status">([^<]*)/.exec(markup)?.[1];
};

test('a person’s actions are counted where they are listed', () => {
  expect([said(true, 'ana@example.com'), said(true, null)]).toEqual(['4 actions', '2 actions']);
  expect(said(false, null)).toBe('0 people');
});
