/** Spans and layers as they were answered: numbers, a bar for each layer, and who leads very few or very many. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Spans, SpansFile } from '../../../contract/organisation-spans.ts';
import type { Page } from '../../../contract/shown-page.ts';
import { call } from '../../bridge/call.ts';
import { store } from '../../store/use-store.ts';
import { count } from '../../words/locale.ts';
import { saveSpans } from '../save-organisation.ts';
import { StepLink } from '../step-link.tsx';
import { LayerBars } from './layer-bars.tsx';
import { LeadingList } from './leading-list.tsx';
import classes from './panel.module.css';
import { namedOf } from './relation-words.ts';
import { atLeast, meanSpan } from './spans-words.ts';
import { StillComing } from './still-coming.tsx';
import { useHasBeen } from './use-has-been.ts';

type SpansAnswerProps = { readonly page: Extract<Page, { view: 'organisation' }>; readonly spans: Spans };

export function SpansAnswer({ page, spans }: SpansAnswerProps) {
  const { of, people, leaders, widest, notFetched, failed, notFound, layersInAll, leadingOne, leadingMany } = spans;
  const isMore = notFetched > 0;
  const onlyListed = notFetched + notFound;
  const mean = meanSpan(spans);
  const id = of?.id ?? null;
  // Somebody who is not fetched yet may turn out not to be found.
  const tellsNotFound = useHasBeen(notFound > 0 || isMore, id);
  return (
    <>
      <p className={classes.branch}>
        {of === null ? 'Everybody' : <StepLink page={page} to={namedOf(of)} />}
        {of !== null && ' and everybody below'}
      </p>
      <StillComing of={{ notFetched, failed }} id={id} />
      <dl className={classes.numbers}>
        <Count name="People">{atLeast(people - onlyListed, isMore)}</Count>
        <Count name="Leaders">{atLeast(leaders, isMore)}</Count>
        <Count name="Layers">{atLeast(layersInAll, isMore)}</Count>
        <Count name="Mean span">{mean ?? '–'}</Count>
        <Count name="Widest span">{widest === null ? '–' : atLeast(widest.direct, widest.notFetched > 0)}</Count>
        {onlyListed > 0 && <Count name="Only listed">{atLeast(onlyListed, isMore)}</Count>}
      </dl>
      {tellsNotFound && (
        <p className={classes.soft}>
          {notFound > 0
            ? `Of those only listed ${count(notFound)} ${notFound === 1 ? 'is' : 'are'} not found.`
            : '\u00a0'}
        </p>
      )}
      {widest !== null && (
        <p className={classes.soft}>
          Widest: <StepLink page={page} to={namedOf(widest)} />
        </p>
      )}
      {leaders === 0 && <p className={classes.hint}>Nobody in it leads anybody.</p>}
      <LayerBars layers={spans.layers} inAll={layersInAll} />
      {leadingMany > 0 && <LeadingList page={page} id={id} which="many" total={leadingMany} />}
      {leadingOne > 0 && <LeadingList page={page} id={id} which="one" total={leadingOne} />}
      <SaveSpans id={id} />
    </>
  );
}

function Count({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const files: readonly (readonly [SpansFile, string])[] = [
  ['leaders', 'Everybody who leads others'],
  ['layers', 'Layers'],
];

function SaveSpans({ id }: { readonly id: NonNullable<Spans['of']>['id'] | null }) {
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
          Save as CSV
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {files.map(([file, words]) => (
          <Menu.Item key={file} onClick={() => void saveSpans(store.getState(), call, { id, file })}>
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
