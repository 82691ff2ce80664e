/** Starts the page: kit, store, events, and the first screen. */
import './appearance/kit.css';
import './appearance/tokens.css';
import './appearance/page.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { loadTypeface } from './appearance/load-typeface.ts';
import { adoptNonce } from './appearance/nonce.ts';
import { systemScheme, theme } from './appearance/theme.ts';
import { call, listen } from './bridge/call.ts';
import { FrameBoundary } from './frame/frame-boundary.tsx';
import { hearFailures } from './frame/hear-failures.ts';
import { takeDrops } from './frame/take-drops.ts';
import { tellNetwork } from './frame/tell-network.ts';
import { watchForElsewhere } from './keyboard/gone-elsewhere.ts';
import { applyEvent } from './store/apply-event.ts';
import { tellShown } from './store/tell-shown.ts';
import { store } from './store/use-store.ts';

const nonce = adoptNonce();

takeDrops(window, {
  // A dialog that asks for something else is not talked over.
  isOpen: () => document.querySelector('[aria-modal="true"]:not(:has([data-takes-texts]))') === null,
  takesFiles: (files) => store.getState().takesFiles(files),
  onText: (given) => store.getState().giveText(given),
  onRefused: (failure) => store.getState().refuseGiven(failure),
});
// Nothing can go from the page before it is drawn.
void import('./layout/hand-on-focus.ts').then(({ handOnFocus }) => handOnFocus(document, requestAnimationFrame));
watchForElsewhere(document, store);
hearFailures(window, (failure) => void call('page.failed', failure));
tellShown(store, call);
listen((event) => applyEvent(store.getState(), event));
tellNetwork(window, (isOnline) => void call('account.networkChanged', { isOnline }));
void store.getState().start();

const root = document.getElementById('root');
if (root !== null) {
  await loadTypeface(document.fonts);
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        colorSchemeManager={systemScheme}
        getStyleNonce={() => nonce}
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <FrameBoundary>
          <App />
        </FrameBoundary>
      </MantineProvider>
    </StrictMode>,
  );
}
