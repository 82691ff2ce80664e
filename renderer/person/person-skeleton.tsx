/** Keeps the place of everything on a person's page while it is fetched, so that nothing jumps when it comes; it can be cancelled. */
import { Button } from '@mantine/core';
import { useLayoutEffect } from 'react';
import { RowSkeleton } from '../card/person-row.tsx';
import { hostOf } from '../connection/host-of.ts';
import { useScroller } from '../layout/scroller.tsx';
import { useStore } from '../store/use-store.ts';
import classes from './person.module.css';
import skeleton from './skeleton.module.css';

const rows = ['a', 'b', 'c', 'd', 'e', 'f'];
const tabs = ['Overview', 'E-mails', 'Reports', 'Status', 'Raw'];

export function PersonSkeleton() {
  const server = useStore((state) => state.overview?.open?.connection);
  const host = server?.kind === 'server' ? hostOf(server.server) : null;
  const cancel = useStore((state) => state.cancelOpening);
  const scroller = useScroller();
  useLayoutEffect(() => {
    scroller.current?.scrollTo(0, 0);
  }, [scroller]);
  return (
    <div className={classes.person} aria-busy="true">
      <div className={classes.top}>
        <span className={skeleton.bone} data-bone="line" aria-hidden="true" />
        <div className={classes.head}>
          <span className={skeleton.bone} data-bone="picture" aria-hidden="true" />
          <div className={classes.who} aria-hidden="true">
            <span className={skeleton.bone} data-bone="name" />
            <span className={skeleton.bone} data-bone="facts" />
            <span className={skeleton.bone} data-bone="badges" />
          </div>
          <div className={skeleton.opening}>
            <div role="status">
              <h1>Opening…</h1> {host !== null && <bdi>asking {host}</bdi>}
            </div>
            <Button variant="default" onClick={cancel}>
              Cancel
            </Button>
          </div>
        </div>
      </div>
      <div className={skeleton.boneTabs} aria-hidden="true">
        {tabs.map((tab) => (
          <span key={tab} className={skeleton.bone} data-bone="tab" />
        ))}
      </div>
      <div className={classes.panel} aria-hidden="true">
        <div className={classes.columns}>
          <div className={classes.card}>
            <span className={skeleton.bone} data-bone="caption" />
            {rows.map((row) => (
              <div key={row} className={classes.fact}>
                <span className={skeleton.bone} data-bone="word" />
                <span className={skeleton.bone} data-bone="value" />
              </div>
            ))}
          </div>
          <div className={classes.card}>
            {rows.map((row) => (
              <div key={row} className={skeleton.boneRow}>
                <RowSkeleton />
              </div>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
