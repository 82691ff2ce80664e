/** Words with names in them: each name a link to its person, apart from what is around it. */
import { Fragment } from 'react';
import type { Page } from '../../../contract/shown-page.ts';
import { StepLink } from '../step-link.tsx';
import type { Part } from './relation-words.ts';

type PartWordsProps = {
  readonly page: Extract<Page, { view: 'organisation' }>;
  readonly parts: readonly Part[];
};

export function PartWords({ page, parts }: PartWordsProps) {
  return parts.map((part, nth) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: one name may stand twice
    <Fragment key={nth}>{typeof part === 'string' ? part : <StepLink page={page} to={part} />}</Fragment>
  ));
}
