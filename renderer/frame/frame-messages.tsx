/** What is said below the page, of the app, the person shown and the directory. Loaded after the page. */
import type { OpenConnection } from '../../contract/account.ts';
import { ConnectionBanners } from '../connection/connection-banners.tsx';
import { AppTroubleBanner } from '../failure/app-trouble-banner.tsx';
import { PersonTrouble } from '../person/person-trouble.tsx';

export function FrameMessages({ open }: { readonly open: OpenConnection }) {
  return (
    <>
      <AppTroubleBanner />
      <PersonTrouble />
      <ConnectionBanners open={open} />
    </>
  );
}
