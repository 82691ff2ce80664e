/** Started again while the server is away: the token is in the keychain, the people are in the local copy. */
import { expect } from '@playwright/test';
import { startFaultServer } from '../fault-server/fault-server.ts';
import { connect, named, someone, token } from './fault-people.ts';
import { describeWithSecretService, test } from './keychain-people.ts';
import { frame, lookUp, person } from './on-screen.ts';

describeWithSecretService('started again without the server', () => {
  test('everything seen is there, and Refresh says why it cannot be newer', async ({ start, startKeychain }) => {
    const { env } = await startKeychain();
    const server = await startFaultServer({ token });
    server.answer('boss-1', someone('boss-1', { ...named('Bea Boss'), reportees: ['ann-2'] }));
    server.answer('ann-2', someone('ann-2', named('Ann Two')));
    const first = await start({ env });
    await connect(first.page, { server: server.origin, token, startFrom: 'boss-1' });
    await expect(person(first.page).panel).toContainText('1 direct · 1 in all');
    await first.app.close();
    await server.close();

    const { page } = await start({ env, userData: first.userData });
    await expect(person(page).heading).toHaveText('Bea Boss');
    await frame(page).people.click();
    const known = page.getByRole('grid', { name: 'People' });
    // A row's manager is a link too.
    await expect(known.getByRole('link')).toHaveText([/Ann Two/, /Bea Boss/, /Bea Boss/]);
    await lookUp(page, 'ann two');
    await expect(person(page).heading).toHaveText('Ann Two');
    await expect(person(page).chain.getByRole('link', { name: /Bea Boss/ })).toBeVisible();
    await expect(page.getByText(/^From the local copy, /)).toBeVisible();
    await person(page).refresh.click();
    await expect(frame(page).state).toContainText('Offline since');
    await expect(page.getByText(/^From the local copy, /)).toBeVisible();
  });
});
