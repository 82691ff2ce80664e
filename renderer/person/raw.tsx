/** The reply as it came: the receipt for what the page says, to read, copy or save. */
import { Button, Checkbox } from '@mantine/core';
import { IconCopy, IconDownload, IconReceipt } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Outcome } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { RawReply } from '../../contract/person.ts';
import { call } from '../bridge/call.ts';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { useStore } from '../store/use-store.ts';
import { Age } from '../time/ago.tsx';
import { count } from '../words/locale.ts';
import { Fact, Facts } from './facts.tsx';
import classes from './person.module.css';
import own from './raw.module.css';
import { RawText } from './raw-text.tsx';
import { readRaw } from './read-raw.ts';
import { useIndented } from './use-indented.ts';

/** `fetchedAt`: a newer reply is read anew. */
export function Raw({ id, fetchedAt }: { readonly id: UserId; readonly fetchedAt: number }) {
  const [answer, setAnswer] = useState<Outcome<RawReply> | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer reply or another attempt asks again
  useEffect(() => {
    let isWanted = true;
    void readRaw(call, id, () => isWanted).then((came) => {
      if (isWanted) setAnswer(came);
    });
    return () => {
      isWanted = false;
    };
  }, [id, fetchedAt, attempt]);

  if (answer === null) return <div className={own.rawPlace} aria-busy="true" />;
  if (!answer.ok) return <FailureNotice failure={answer.failure} onRetry={() => setAttempt(attempt + 1)} />;
  return <Reply reply={answer.value} />;
}

function Reply({ reply }: { readonly reply: RawReply }) {
  const copyRaw = useStore((state) => state.copyRaw);
  const saveRaw = useStore((state) => state.saveRaw);
  const [indented, setIndented] = useState(true);
  const inLines = useIndented(reply.text);
  const text = indented ? inLines : reply.text;
  return (
    <div className={classes.stack}>
      <div className={`${classes.card} ${classes.receipt}`}>
        <Facts title="Receipt">
          <Fact name="Asked" copy={{ text: reply.url, what: 'the address' }}>
            <bdi className={classes.mono}>{reply.url}</bdi>
          </Fact>
          <Fact name="First seen">
            <Age at={reply.textSeenAt} />
          </Fact>
          <Fact name="Last seen">
            <Age at={reply.lastSeenAt} />
          </Fact>
          {reply.firstSeenAt < reply.textSeenAt && (
            <Fact name="Same content since">
              <Age at={reply.firstSeenAt} />
            </Fact>
          )}
          <Fact name="SHA-256" copy={{ text: reply.sha256, what: 'the SHA-256' }}>
            <span className={classes.mono}>{reply.sha256}</span>
          </Fact>
        </Facts>
      </div>
      <section aria-label="Reply">
        <div className={classes.rawTools}>
          <Checkbox
            label="Indented for reading"
            checked={indented}
            onChange={(event) => setIndented(event.currentTarget.checked)}
          />
          <span className={classes.note}>{count(reply.text.length)} characters</span>
          <span className={classes.buttons}>
            <Button
              variant="default"
              leftSection={<IconCopy size={16} stroke={1.8} aria-hidden="true" />}
              onClick={() => void copyRaw(reply.id, false)}
            >
              Copy as it came
            </Button>
            <Button
              variant="default"
              leftSection={<IconReceipt size={16} stroke={1.8} aria-hidden="true" />}
              onClick={() => void copyRaw(reply.id, true)}
            >
              Copy with receipt
            </Button>
            <Button
              variant="default"
              leftSection={<IconDownload size={16} stroke={1.8} aria-hidden="true" />}
              onClick={() => void saveRaw(reply.id)}
            >
              Save…
            </Button>
          </span>
        </div>
        <RawText text={text} />
      </section>
    </div>
  );
}
