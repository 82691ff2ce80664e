/** An e-mail address that, where it does not fit its line, is broken after the @ or a dot rather than within a word. */
import { Fragment } from 'react';
import { LongText } from './long-text.tsx';

export function Address({ text }: { readonly text: string }) {
  return (
    <bdi>
      {text.split(/(?<=[@.])/).map((part, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, which have nothing else to be told apart by
        <Fragment key={nth}>
          {nth > 0 && <wbr />}
          <LongText text={part} />
        </Fragment>
      ))}
    </bdi>
  );
}
