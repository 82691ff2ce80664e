/** A map as it is shown: what is asked for, who is active on it, and where the camera goes when somebody else is. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore as useZustand } from 'zustand';
import type { UserId } from '../../../contract/ids.ts';
import { call, listen } from '../../bridge/call.ts';
import { everySecond } from '../../store/every-second.ts';
import type { Size } from './camera.ts';
import { createKeepFitted, type Fitted } from './keep-fitted.ts';
import { type Around, readAround, stepAround } from './map-around.ts';
import { branchOf, lookAt, wholeOf } from './map-look.ts';
import type { MapPlace, MapViewProps } from './map-props.ts';
import { createMapStore, type MapLook, type MapState, type MapStore } from './map-store.ts';
import { arrivedWords } from './map-words.ts';
import type { Members } from './members.ts';
import type { Step } from './stand-ins.ts';
import { useActiveId } from './use-active-id.ts';
import { useMembers } from './use-members.ts';
import type { ViewCamera } from './view-camera.ts';

export type ShownMap = {
  readonly state: MapState;
  readonly store: MapStore;
  readonly members: Members;
  /** Grows as people become known. */
  readonly known: number;
  /** Who stands around the active person; null: they are not on the map, or that is not known yet. */
  readonly around: Around | null;
  /** The same of anybody. */
  readonly lookUp: (id: UserId) => Promise<Around | null>;
  readonly walk: (step: Step) => void;
  /** Does something about the active person, once they are who the steps before have led to and the page is about them. */
  readonly inTurn: (act: (around: Around) => unknown) => void;
  /** Makes somebody active without moving the camera. */
  readonly select: (key: number) => Promise<void>;
  /** What a screen reader is told of who was flown to. */
  readonly said: string;
  /** The smallest scale. */
  readonly least: () => number;
  /** The camera moved. */
  readonly moved: () => void;
  /** Where the camera is, and who it was brought to last, to be kept; null: to nobody yet. */
  readonly place: () => MapPlace | null;
};

type MapNeeds = MapViewProps & { readonly camera: ViewCamera; readonly request: () => void };

/** Of the scale at which all of a map fits. */
const leastOfFitted = 0.5;
const nowhere = { x: -1, y: -1, w: 0, h: 0 };

export function useMap(needs: MapNeeds): ShownMap {
  const { active, visit, kept, look, camera, request } = needs;
  const latest = useRef(needs);
  useLayoutEffect(() => {
    latest.current = needs;
  });
  const { members, known } = useMembers(request);
  const [said, setSaid] = useState('');
  const { activeId, tell } = useActiveId(active, needs.isEntering);
  const [around, setAround] = useState<Around | null>(null);
  /** The same, at once: the camera is moved before the page is drawn again. */
  const aroundNow = useRef<Around | null>(null);
  const least = useRef(0);
  /** The camera is where it was wanted at first. */
  const isPlaced = useRef(false);
  const arrived = useRef<UserId | null>(null);
  /** Selected by the mouse: they are where it is. */
  const pressed = useRef<UserId | null>(null);
  const loaded = useRef<{ id: UserId; snapshot: number; look: MapLook; found: Promise<Around | null> } | null>(null);
  const walking = useRef<Promise<unknown>>(Promise.resolve());
  const following = useRef<Promise<void>>(Promise.resolve());

  /** All of the map, and the branch of the active person, once these are known. */
  const [keepFitted] = useState(() => {
    const fits = (): Fitted[] => {
      const { extent } = store.getState();
      const size = camera.size();
      if (extent === null || size.w === 0) return [];
      const whole: Fitted = { what: 'whole', key: 0, camera: wholeOf(extent, size) };
      const self = aroundNow.current?.self;
      if (self === undefined) return [whole];
      return [whole, { what: 'branch', key: self.key, camera: branchOf(self, size, leastOfFitted * whole.camera.k) }];
    };
    return createKeepFitted(camera, fits);
  });
  const place = (extent: Size): void => {
    const size = camera.size();
    if (size.w === 0) return;
    const whole = wholeOf(extent, size);
    least.current = leastOfFitted * whole.k;
    camera.limit(least.current);
    if (isPlaced.current) return;
    isPlaced.current = true;
    const { kept: left } = latest.current;
    camera.jump(left === null || left.fitted === 'whole' ? whole : left.camera);
    keepFitted.moved();
  };
  const [store] = useState(() =>
    createMapStore(
      (asked) => call('organisation.map', asked),
      look,
      (extent) => {
        place(extent);
        store.look(camera.now(), camera.size());
      },
    ),
  );
  const state = useZustand(store);
  // biome-ignore lint/correctness/useExhaustiveDependencies: all of the map is fitted again where it has become another size
  useLayoutEffect(keepFitted.moved, [keepFitted, state.extent]);
  const snapshot = state.near?.snapshot ?? state.whole?.snapshot ?? null;

  useEffect(() => store.showLook(look), [store, look]);

  const { asOf } = needs;
  const shownAsOf = useRef(asOf);
  useEffect(() => {
    if (shownAsOf.current === asOf) return;
    shownAsOf.current = asOf;
    members.age();
    store.showLatest();
  }, [asOf, store, members]);

  // Another visit that was left somewhere is shown as it was.
  const shownVisit = useRef(visit);
  useEffect(() => {
    if (shownVisit.current === visit) return;
    shownVisit.current = visit;
    const { extent } = store.getState();
    if (kept?.fitted === 'whole' && extent !== null) camera.jump(wholeOf(extent, camera.size()));
    else if (kept !== null) camera.jump(kept.camera);
  }, [visit, kept, camera, store]);

  const arrive = useCallback(
    (id: UserId, found: Around, isFirst: boolean): void => {
      void members.get(found.self.key).then((member) => member !== null && !isFirst && setSaid(arrivedWords(member)));
      arrived.current = id;
      const { kept: left } = latest.current;
      const isLeft = left !== null && left.active === id;
      const isThere = pressed.current === id || isLeft;
      pressed.current = null;
      if (isFirst && isLeft && left.fitted === 'branch')
        camera.jump(branchOf(found.self, camera.size(), least.current));
      if (isThere) return;
      const now = camera.now();
      const next = lookAt(found.self, now, camera.size(), least.current);
      if (next === now) return;
      if (isFirst) camera.jump(next);
      else camera.fly((size) => lookAt(found.self, now, size, least.current));
    },
    [camera, members],
  );
  const lookUp = useCallback(async (id: UserId): Promise<Around | null> => {
    const asked = { region: nowhere, scale: 1, ...latest.current.look, latest: false, find: id };
    const answer = await call('organisation.map', asked);
    return answer.ok && answer.value.around !== null ? readAround(answer.value.around) : null;
  }, []);
  const load = useCallback(
    (id: UserId, of: number): void => {
      const before = loaded.current;
      const found = lookUp(id);
      const now = { id, snapshot: of, look: latest.current.look, found };
      loaded.current = now;
      void found.then((shown) => {
        if (loaded.current !== now) return;
        aroundNow.current = shown;
        setAround(shown);
        keepFitted.moved();
        if (shown === null) {
          // Who came since is on the newest map.
          if (store.getState().changes > 0) store.showLatest();
        } else if (before?.id !== id) arrive(id, shown, before === null);
        request();
      });
    },
    [store, arrive, lookUp, request, keepFitted],
  );
  useEffect(() => {
    if (snapshot === null) return;
    const isLoaded = loaded.current?.snapshot === snapshot && loaded.current.look === look;
    if (loaded.current?.id !== activeId || !isLoaded) load(activeId, snapshot);
  }, [activeId, snapshot, look, load]);

  useEffect(() => {
    const check = everySecond(async () => store.check());
    return listen(({ name }) => {
      // What is fetched changes nothing of the past.
      const isStored = name === 'people.stored' && latest.current.asOf === null;
      if (!isStored && name !== 'labels.changed') return;
      members.age();
      check();
    });
  }, [store, members]);

  return {
    state,
    store,
    members,
    known,
    around,
    lookUp,
    said,
    least: () => least.current,
    place: () => {
      return arrived.current === null
        ? null
        : { camera: camera.now(), fitted: keepFitted.fit(), active: arrived.current };
    },
    moved: () => {
      const { extent } = store.getState();
      if (extent !== null) {
        place(extent);
        keepFitted.moved();
      }
      store.look(camera.now(), camera.size());
    },
    // One step after the other, each from where the one before led.
    walk: (step) => {
      walking.current = walking.current.then(async () => {
        const from = (await loaded.current?.found) ?? null;
        const to = from === null ? null : stepAround(from, step);
        const member = to === null ? null : await members.get(to.key);
        if (member === null || loaded.current === null) return;
        load(member.id, loaded.current.snapshot);
        tell(member.id, (id) => {
          following.current = latest.current.onActivate(id);
        });
      });
    },
    inTurn: (act) => {
      walking.current = walking.current.then(async () => {
        const found = await loaded.current?.found;
        await following.current;
        if (found) act(found);
      });
    },
    select: async (key) => {
      const member = await members.get(key);
      if (member === null) return;
      pressed.current = member.id;
      if (member.id === activeId) latest.current.onSelect(member.id);
      else tell(member.id, latest.current.onSelect);
    },
  };
}
