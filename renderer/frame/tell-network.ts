/** Tells whether the system has a network: how it is now, and whenever it comes or goes. */

type Watched = Pick<Window, 'addEventListener'> & { readonly navigator: Pick<Navigator, 'onLine'> };

export function tellNetwork(page: Watched, tell: (isOnline: boolean) => void): void {
  page.addEventListener('online', () => tell(true));
  page.addEventListener('offline', () => tell(false));
  tell(page.navigator.onLine);
}
