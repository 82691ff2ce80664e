/** The two doors: look around the demo directory, or connect one's own. And the ones connected before. */
import { Button } from '@mantine/core';
import { IconAddressBook, IconArrowLeft, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import type { AccountOverview } from '../../contract/account.ts';
import type { Failure } from '../../contract/failures.ts';
import { SendButton } from '../dialog/send-button.tsx';
import { AppTroubleBanner } from '../failure/app-trouble-banner.tsx';
import { Banner } from '../failure/banner.tsx';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { useStore } from '../store/use-store.ts';
import { rememberedTroubleWords } from '../words/connect-words.ts';
import { ConnectForm } from './connect-form.tsx';
import classes from './first-run.module.css';
import { Remembered } from './remembered.tsx';

/** What is under way: one thing at a time. */
export type Busy = 'demo' | 'connect' | 'open' | null;

export function FirstRun({ overview }: { readonly overview: AccountOverview }) {
  const connectDemo = useStore((state) => state.connectDemo);
  const addAnother = useStore((state) => state.addAnother);
  const wanted = useStore((state) => state.wanted);
  const leftBehind = useStore((state) => state.leftBehind);
  const [busy, setBusy] = useState<Busy>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const trouble = overview.rememberedTrouble;

  const lookAround = async () => {
    setBusy('demo');
    setFailure(null);
    setFailure(await connectDemo());
    setBusy(null);
  };

  return (
    <main className={classes.doors}>
      <section className={classes.welcome} aria-labelledby="welcome">
        <div className={classes.inner}>
          {overview.open !== null && (
            <Button
              variant="subtle"
              className={classes.back}
              leftSection={<IconArrowLeft size={16} aria-hidden="true" />}
              onClick={() => addAnother(false)}
            >
              Back to {overview.open.connection.name}
            </Button>
          )}
          <p className={classes.brand}>
            <IconAddressBook size={30} stroke={1.8} aria-hidden="true" />
            Rolodesk
          </p>
          <h1 id="welcome" className={classes.title}>
            Everyone in your organisation, <br />
            one keystroke away.
          </h1>
          <p className={classes.lead}>
            Find colleagues, walk reporting chains, and know who is active, inactive or deleted. Works offline, and
            every answer says how old it is.
          </p>
          {wanted !== null && overview.open === null && (
            <p className={classes.wanted} role="status">
              The link you followed opens as soon as a directory is open.
            </p>
          )}
          <SendButton
            size="md"
            className={classes.large}
            busy={busy === 'demo'}
            waits={busy !== null}
            leftSection={<IconPlayerPlay size={17} stroke={1.8} aria-hidden="true" />}
            onClick={() => void lookAround()}
          >
            Look around the demo directory
          </SendButton>
          <p className={classes.small}>No account needed: 1,200 people, on this computer only.</p>
          {failure !== null && <FailureNotice failure={failure} onRetry={lookAround} />}
          <AppTroubleBanner />
          {leftBehind !== null && (
            <FailureNotice failure={leftBehind}>
              {leftBehind.kind !== 'token-left' &&
                'The directory is closed but not forgotten. To try again, open it and disconnect it once more.'}
            </FailureNotice>
          )}
          {trouble !== null && (
            <Banner tone="warn" title={rememberedTroubleWords[trouble].title}>
              {rememberedTroubleWords[trouble].detail}
            </Banner>
          )}
          <Remembered overview={overview} busy={busy} onBusy={setBusy} />
        </div>
      </section>
      <section className={classes.connect} aria-labelledby="connect">
        <ConnectForm keychain={overview.keychain} busy={busy} onBusy={setBusy} />
      </section>
    </main>
  );
}
