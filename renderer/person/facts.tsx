/** Named facts in lines: what it is, what it says, and what can be done with it. */
import type { ReactNode } from 'react';
import { CopyButton } from '../copy/copy-button.tsx';
import own from './facts.module.css';
import classes from './person.module.css';

export function Facts({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.group} aria-label={title}>
      <h2 className={classes.caption}>{title}</h2>
      <dl>{children}</dl>
    </section>
  );
}

type FactProps = {
  readonly name: string;
  readonly children: ReactNode;
  /** What the copy button copies, where there is one, and how it names it: "the e-mail". */
  readonly copy?: { readonly text: string; readonly what: string };
  readonly act?: ReactNode;
  /** Whether the page's head has the same button: where it is narrow, that one is enough. */
  readonly isActInHead?: boolean;
};

export function Fact({ name, children, copy, act, isActInHead = false }: FactProps) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>
        <span className={own.value}>{children}</span>
        {act !== undefined && (
          <span className={own.act} data-in-head={isActInHead || undefined}>
            {act}
          </span>
        )}
        {copy !== undefined && <CopyButton text={copy.text} what={copy.what} />}
      </dd>
    </div>
  );
}
