/** Says once what went wrong in the app while nobody waited for an answer. */
import { Button } from '@mantine/core';
import { useStore } from '../store/use-store.ts';
import { appTroubleWords } from '../words/app-trouble-words.ts';
import { Banner } from './banner.tsx';

export function AppTroubleBanner() {
  const troubles = useStore((state) => state.appTroubles);
  const troubleRead = useStore((state) => state.troubleRead);
  return troubles.map((trouble) => {
    const { title, detail } = appTroubleWords(trouble);
    return (
      <Banner
        key={trouble.kind}
        tone="warn"
        title={title}
        action={
          <Button variant="default" onClick={() => troubleRead(trouble)}>
            Understood
          </Button>
        }
      >
        {detail}
      </Banner>
    );
  });
}
