/** A chart as it is shown: what is asked for, who is active in it, and where the camera goes when another one comes. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore as useZustand } from 'zustand';
import type { ChartShape } from '../../../contract/organisation.ts';
import { call, listen } from '../../bridge/call.ts';
import { revealed } from './camera.ts';
import { arrivalWords } from './card-words.ts';
import type { ChartViewProps } from './chart-props.ts';
import {
  type Anchor,
  type ChartState,
  type ChartStore,
  createChartStore,
  type DrawnChart,
  movedBy,
} from './chart-store.ts';
import { firstLook } from './first-look.ts';
import type { Members } from './members.ts';
import { type Step, stepFrom } from './stand-ins.ts';
import { useActiveId } from './use-active-id.ts';
import { useMembers } from './use-members.ts';
import type { ViewCamera } from './view-camera.ts';

export type ShownChart = {
  readonly state: ChartState;
  readonly store: ChartStore;
  readonly members: Members;
  /** Grows as people become known. */
  readonly known: number;
  /** 0: not in this chart, or not known yet. */
  readonly active: number;
  /** Makes somebody in the chart active; the page is told. */
  readonly walkTo: (key: number) => Promise<void>;
  /** Resolves once the page is about the person walked to. */
  readonly followed: () => Promise<void>;
  /** Takes a step from somebody once the next chart is there, which shows where it leads. */
  readonly walkOn: (key: number, step: Step) => void;
  /** Resolves once the step that was due with the last chart is taken. */
  readonly walkedOn: () => Promise<unknown>;
  /** Makes somebody the centre, in another shape where one is given. What was pressed for it stays where it is. */
  readonly centreOn: (key: number, anchor: Anchor | null, shape?: ChartShape) => Promise<void>;
  /** What a screen reader is told of the last chart that came. */
  readonly said: string;
  readonly retry: () => void;
};

type ChartNeeds = Pick<
  ChartViewProps,
  'active' | 'isEntering' | 'snapshot' | 'spotlight' | 'visit' | 'kept' | 'onActivate' | 'onSelect'
> & {
  readonly camera: ViewCamera;
  readonly request: () => void;
  /** Those in view by now are wanted. */
  readonly look: (members: Members, chart: DrawnChart) => void;
};

export function useChart(needs: ChartNeeds): ShownChart {
  const { active, snapshot, spotlight, visit, kept, camera, request } = needs;
  const latest = useRef(needs);
  useLayoutEffect(() => {
    latest.current = needs;
  });
  const { members, known } = useMembers(request);
  const [said, setSaid] = useState('');
  const { activeId, tell } = useActiveId(active, needs.isEntering);
  /** The camera that the next chart is looked at with; it was left so. */
  const wanted = useRef(kept?.camera ?? null);
  /** The step that is taken with the next chart. */
  const due = useRef<{ readonly key: number; readonly step: Step } | null>(null);
  const following = useRef<Promise<void>>(Promise.resolve());
  const walk = useRef<(key: number) => Promise<void>>(async () => undefined);
  const walkedOn = useRef<Promise<void>>(Promise.resolve());

  const [store] = useState(() => {
    const tellArrival = async (key: number) => {
      const member = await members.get(key);
      if (member !== null) setSaid(arrivalWords(member));
    };
    const onArrive = (before: DrawnChart | null, after: DrawnChart, anchor: Anchor | null): void => {
      const back = wanted.current;
      wanted.current = null;
      if (back !== null) camera.jump(back);
      else if (before === null) camera.jump(firstLook(after.links, after.centre, camera.size()));
      else {
        const candidates =
          anchor === null ? [before.centre, after.centre].map((key): Anchor => ({ kind: 'card', key })) : [anchor];
        const by = candidates.map((one) => movedBy(before, after, one)).find((one) => one !== null);
        if (by != null) camera.shift(by);
        if (anchor === null) camera.fly((size) => firstLook(after.links, after.centre, size));
      }
      if (before !== null && before.centre !== after.centre) void tellArrival(after.centre);
      const step = due.current && stepFrom(after.links, due.current.key, due.current.step);
      due.current = null;
      if (step !== null && 'to' in step) walkedOn.current = walk.current(step.to);
      latest.current.look(members, after);
      request();
    };
    const ask = (asked: Parameters<Parameters<typeof createChartStore>[0]['ask']>[0]) =>
      call('organisation.chart', asked);
    return createChartStore({ ask, onArrive }, kept ?? active, spotlight);
  });
  const state = useZustand(store);
  const { chart } = state;

  useEffect(() => {
    store.show({});
    return store.stop;
  }, [store]);

  useEffect(() => {
    if (store.getState().spotlight !== spotlight) store.shine(spotlight);
  }, [store, spotlight]);

  // Another visit that was left somewhere is shown as it was.
  const shownVisit = useRef(visit);
  useEffect(() => {
    if (shownVisit.current === visit) return;
    shownVisit.current = visit;
    if (kept === null) return;
    wanted.current = kept.camera;
    store.show({ centre: kept.centre, shape: kept.shape });
  }, [visit, kept, store]);

  const activeKey = members.keyOf(activeId);
  // Somebody who is not known yet is looked up; who has no card in the chart gets a chart of their own.
  // biome-ignore lint/correctness/useExhaustiveDependencies: people who become known may be the active one
  useEffect(() => {
    if (chart === null) return;
    let isOver = false;
    const { centre } = store.getState();
    const follow = (key: number) => {
      const card = chart.links.cards.get(key);
      if (card === undefined) {
        if (activeId !== centre) store.show({ centre: activeId });
      } else if (wanted.current === null) {
        const now = camera.now();
        const next = revealed(now, camera.size(), card);
        if (next !== now) camera.fly((size) => revealed(now, size, card));
      }
    };
    if (activeKey !== 0) follow(activeKey);
    else if (activeId === chart.asked.centre) {
      // Their card may be out of view, where nobody is asked for.
      void members.get(chart.centre).then((member) => member !== null && !isOver && members.keep([member]));
    } else if (activeId !== centre) {
      void call('organisation.seek', { id: activeId }).then((answer) => {
        if (isOver || !answer.ok || answer.value === null) return;
        members.keep([answer.value.member]);
      });
    }
    request();
    return () => {
      isOver = true;
    };
  }, [activeId, activeKey === 0, chart?.centre]);

  // Of the past, who is in the middle may not have been known.
  const { isAbsent } = state;
  useEffect(() => {
    if (isAbsent && store.getState().centre !== activeId) store.show({ centre: activeId });
  }, [isAbsent, activeId, store]);

  const renew = useCallback(() => {
    members.age();
    const { chart: shown } = store.getState();
    if (shown !== null) store.refresh({ kind: 'card', key: members.keyOf(activeId) || shown.centre });
  }, [store, members, activeId]);
  const shownSnapshot = useRef(snapshot);
  useEffect(() => {
    if (shownSnapshot.current !== snapshot) renew();
    shownSnapshot.current = snapshot;
  }, [snapshot, renew]);
  useEffect(() => listen(({ name }) => name === 'labels.changed' && renew()), [renew]);

  const walkTo = async (key: number): Promise<void> => {
    const member = await members.get(key);
    if (member === null || member.id === activeId) return;
    tell(member.id, (id) => {
      following.current = latest.current.onActivate(id);
    });
  };
  useLayoutEffect(() => {
    walk.current = walkTo;
  });
  return {
    state,
    store,
    members,
    known,
    active: activeKey,
    said,
    walkTo,
    followed: () => following.current,
    walkOn: (key, step) => {
      due.current = { key, step };
    },
    walkedOn: () => walkedOn.current,
    centreOn: async (key, anchor, shape) => {
      const member = await members.get(key);
      if (member === null) return;
      if (shape !== undefined) store.show({ centre: member.id, shape, anchor });
      else if (member.id !== store.getState().centre) store.show({ centre: member.id, anchor });
      if (member.id !== activeId) tell(member.id, latest.current.onSelect);
      else latest.current.onSelect(member.id);
    },
    retry: () => store.show({}),
  };
}
