/** Says once what went wrong in the app while nobody waited for an answer. */
import { Button } from '@mantine/core';
import type { AppTrouble } from '../../contract/app-trouble.ts';
import { Banner } from '../failure/banner.tsx';
import { useStore } from '../store/use-store.ts';

const words: { readonly [K in AppTrouble['kind']]: { readonly title: string; readonly detail: string } } = {
  'page-lost': {
    title: 'The page stopped and was loaded again',
    detail: 'Nothing that is stored was lost; what was typed and not sent was.',
  },
  defect: {
    title: 'Something failed in Rolodesk',
    detail: 'It goes on. If anything stays as it should not be, start Rolodesk again.',
  },
};

export function AppTroubleBanner() {
  const trouble = useStore((state) => state.appTrouble);
  const troubleRead = useStore((state) => state.troubleRead);
  if (trouble === null) return null;
  const { title, detail } = words[trouble.kind];
  return (
    <Banner
      tone="warn"
      title={title}
      action={
        <Button variant="default" onClick={troubleRead}>
          Understood
        </Button>
      }
    >
      {detail} The log names it under {trouble.reference}.
    </Banner>
  );
}
