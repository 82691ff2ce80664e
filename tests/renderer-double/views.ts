/** The views of people, one person, the search, the two doors and the menus. */
import { found, open, person, type View } from './reach.ts';

export const views: readonly View[] = [
  { name: 'first-run', scenario: {} },
  {
    name: 'first-run-wrong',
    scenario: { remembered: true },
    reach: async (page) => {
      await page.getByRole('textbox', { name: 'Server' }).fill('http://plain.example');
      await page.getByRole('textbox', { name: 'Access token' }).fill('secret');
      await page.getByRole('button', { name: 'Connect' }).click();
      await page.getByText('has to begin with').waitFor();
    },
  },
  {
    name: 'first-run-offline',
    scenario: {},
    reach: async (page) => {
      await page.getByRole('textbox', { name: 'Server' }).fill('https://offline.example');
      await page.getByRole('textbox', { name: 'Access token' }).fill('secret');
      await page.getByRole('button', { name: 'Connect' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'first-run-newer-list', scenario: { rememberedTrouble: 'newer-version' } },
  { name: 'people', scenario: open, reach: (page) => page.getByRole('link', { name: /Amara/ }).first().waitFor() },
  {
    name: 'people-deleted',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('button', { name: /^Deleted/ }).click();
      await page.getByRole('grid', { name: 'People' }).getByText('Deleted').first().waitFor();
    },
  },
  {
    name: 'people-nobody',
    scenario: { open: true, nobody: true },
    reach: (page) => page.getByText('Nobody is known yet').waitFor(),
  },
  { name: 'people-refused', scenario: { open: true, refused: true } },
  { name: 'person', scenario: open, reach: person('Lucía Fer') },
  { name: 'person-emails', scenario: open, reach: person('Lucía Fer', 'E-mails') },
  { name: 'person-reports', scenario: open, reach: person('Lucía Fer', 'Reports') },
  {
    name: 'many-cards',
    scenario: open,
    reach: async (page) => {
      await person('Ravi Kri', 'Reports')(page);
      await page.getByRole('button', { name: 'As cards' }).click();
    },
  },
  { name: 'person-status', scenario: open, reach: person('Lucía Fer', 'Status history') },
  {
    name: 'person-raw',
    scenario: open,
    reach: async (page) => {
      await person('Lucía Fer', 'Raw')(page);
      await page.getByText('"_data"').waitFor();
    },
  },
  { name: 'trouble', scenario: open, reach: person('Maximiliana') },
  { name: 'trouble-emails', scenario: open, reach: person('Maximiliana', 'E-mails') },
  { name: 'trouble-reports', scenario: open, reach: person('Maximiliana', 'Reports') },
  { name: 'trouble-status', scenario: open, reach: person('Maximiliana', 'Status history') },
  { name: 'missing', scenario: open, reach: person('Noor Had') },
  { name: 'missing-status', scenario: open, reach: person('Noor Had', 'Status history') },
  { name: 'missing-reports', scenario: open, reach: person('Noor Had', 'Reports') },
  {
    name: 'people-not-found',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('button', { name: /^Not found/ }).click();
      await page.getByRole('grid', { name: 'People' }).getByText('Not found').first().waitFor();
    },
  },
  { name: 'many', scenario: open, reach: person('Ravi Kri') },
  { name: 'many-reports', scenario: open, reach: person('Ravi Kri', 'Reports') },
  {
    name: 'tooltip',
    scenario: open,
    reach: async (page) => {
      await person('Lucía Fer', 'E-mails')(page);
      await page
        .getByRole('button', { name: /^Copy / })
        .last()
        .hover();
      await page.getByRole('tooltip').waitFor();
    },
  },
  {
    name: 'tooltip-clock',
    scenario: open,
    reach: async (page) => {
      await person('Lucía Fer')(page);
      await page.getByText('there ·').focus();
      await page.getByRole('tooltip').waitFor();
    },
  },
  { name: 'right-to-left', scenario: open, reach: person('עדי') },
  {
    name: 'search',
    scenario: open,
    reach: async (page) => {
      await person('Lucía Fer')(page);
      await found(page, 'luc')();
    },
  },
  { name: 'palette', scenario: open, reach: async (page) => found(page, '>')() },
  {
    name: 'palette-person',
    scenario: open,
    reach: async (page) => {
      await person('Lucía Fer')(page);
      await found(page, '> person')();
    },
  },
  {
    name: 'palette-none',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('combobox', { name: 'Search people' }).fill('>zzz');
      await page.getByText('No action is called so').waitFor();
    },
  },
  {
    name: 'shortcuts',
    scenario: open,
    reach: async (page) => {
      await page.keyboard.press('F1');
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    },
  },
  { name: 'search-role', scenario: open, reach: async (page) => found(page, 'trainer')() },
  {
    name: 'search-deleted',
    scenario: open,
    reach: async (page) => {
      await found(page, 'luc')();
      await page.keyboard.press('Control+.');
      await page.keyboard.press('Control+.');
      await page.keyboard.press('Control+.');
      await page.getByRole('button', { name: 'Deleted', pressed: true }).waitFor();
    },
  },
  {
    name: 'search-empty',
    scenario: open,
    reach: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'search-nothing',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('combobox', { name: 'Search people' }).fill('qqqq');
      await page.getByText('No one known so far matches').waitFor();
    },
  },
  {
    name: 'search-fetch',
    scenario: open,
    reach: async (page) => found(page, '9763caa1-cef3-497f-b3b2-f551456b2831')(),
  },
  {
    name: 'search-actions',
    scenario: open,
    reach: async (page) => {
      await found(page, 'luc')();
      await page.keyboard.press('Tab');
      await page.getByRole('option', { name: 'Copy e-mail' }).waitFor();
    },
  },
  {
    name: 'not-found',
    scenario: open,
    reach: async (page) => {
      await found(page, '9763caa1-cef3-497f-b3b2-f551456b2831')();
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'menu',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('button', { name: /Demo directory/ }).click();
      await page.getByRole('menuitem', { name: /Rename/ }).waitFor();
    },
  },
  {
    name: 'disconnect',
    scenario: { open: true, refused: true },
    reach: async (page) => {
      await page.getByRole('button', { name: /Acme/ }).click();
      await page.getByRole('menuitem', { name: /Disconnect/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'token',
    scenario: { open: true, refused: true },
    reach: async (page) => {
      await page.getByRole('alert').getByRole('button', { name: 'Give the token…' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'theme',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('button', { name: 'Theme' }).click();
      await page.getByRole('menuitemradio', { name: 'Dark' }).waitFor();
    },
  },
  {
    name: 'about',
    scenario: open,
    reach: async (page) => {
      await page.getByRole('button', { name: 'Settings' }).click();
      await page.getByRole('menuitem', { name: /about/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
];
