/** Opens an archive of evidence, which needs no token, and says whether it is as it was made and what it holds. */
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconFileCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallOutput } from '../../contract/calls.ts';
import { call } from '../bridge/call.ts';
import dialog from '../dialog/dialog.module.css';
import { Dialog } from '../dialog/dialog.tsx';
import { SendButton } from '../dialog/send-button.tsx';
import { useStore } from '../store/use-store.ts';
import classes from './evidence.module.css';
import { changedWords, heldWords, verdictWords, whatItShows } from './evidence-words.ts';
import { Reading } from './reading.tsx';

type Opened = NonNullable<CallOutput<'check.openEvidence'>>;

export function OpenEvidence() {
  const tellFailure = useStore((state) => state.tellFailure);
  const [isOpening, setIsOpening] = useState(false);
  const [isShown, setIsShown] = useState(false);
  const [evidence, setEvidence] = useState<Opened | null>(null);
  const open = async () => {
    setIsOpening(true);
    const answer = await call('check.openEvidence', null);
    setIsOpening(false);
    if (!answer.ok) {
      if (answer.failure.kind !== 'cancelled') tellFailure(answer.failure);
    } else if (answer.value !== null) {
      setEvidence(answer.value);
      setIsShown(true);
    }
  };
  const close = () => setIsShown(false);
  return (
    <>
      <Reading
        of="evidence"
        label="Reading the evidence"
        isReading={isOpening}
        onStop={() => void call('check.stopEvidence', null)}
      />
      <SendButton
        type="button"
        variant="subtle"
        busy={isOpening}
        leftSection={<IconFileCertificate size={16} stroke={1.7} aria-hidden="true" />}
        onClick={() => void open()}
      >
        Open evidence…
      </SendButton>
      <Dialog opened={isShown} onClose={close} title="Evidence">
        {evidence !== null && <Verdict evidence={evidence} onClose={close} />}
      </Dialog>
    </>
  );
}

function Verdict({
  evidence: { name, verdict },
  onClose,
}: {
  readonly evidence: Opened;
  readonly onClose: () => void;
}) {
  const { title, detail } = verdictWords[verdict.kind];
  const changed = changedWords(verdict);
  const holds = verdict.kind === 'not-evidence' ? null : verdict.holds;
  const Icon = verdict.kind === 'unchanged' ? IconCircleCheck : IconAlertTriangle;
  return (
    <div className={dialog.form}>
      <div className={classes.verdict} data-kind={verdict.kind}>
        <Icon size={22} stroke={1.8} aria-hidden="true" />
        <div>
          <h3>{title}</h3>
          <p>
            <bdi className={classes.name}>{name}</bdi>
          </p>
          <p>{detail}</p>
          {changed !== null && <p className={classes.changed}>{changed}</p>}
        </div>
      </div>
      {holds !== null && (
        <dl className={classes.holds}>
          {heldWords(holds).map(([term, words]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <bdi>{words}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {verdict.kind === 'unchanged' && <p className={dialog.note}>{whatItShows}</p>}
      <div className={dialog.buttons}>
        <Button data-autofocus onClick={onClose}>
          Done
        </Button>
      </div>
    </div>
  );
}
