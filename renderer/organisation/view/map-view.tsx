/** The map: a canvas that shows everybody, elements over it for keys and screen readers, and the buttons of its camera. */
import { Button, VisuallyHidden } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Item } from '../../../contract/organisation-items.ts';
import { FailureNotice } from '../../failure/failure-notice.tsx';
import { count } from '../../words/locale.ts';
import { ColourMenu } from '../colour-menu.tsx';
import { openingAt, type Point } from './camera.ts';
import { CardMenu } from './card-menu.tsx';
import { heights } from './draw-card.ts';
import { drawMap } from './draw-map.ts';
import { InView } from './in-view.tsx';
import own from './map.module.css';
import { type Around, standInsAround } from './map-around.ts';
import { divisionsIn, MapLegend } from './map-legend.tsx';
import { namedFrom } from './map-levels.ts';
import { branchOf, wholeOf } from './map-look.ts';
import type { MapViewProps } from './map-props.ts';
import { Minimap } from './minimap.tsx';
import type { Palette } from './palette.ts';
import { Probe } from './probe.tsx';
import { StandInTree } from './stand-in-tree.tsx';
import { useMap } from './use-map.ts';
import { useMapKeys } from './use-map-keys.ts';
import { useMapMouse } from './use-map-mouse.ts';
import { useSeen } from './use-seen.ts';
import { useView } from './use-view.ts';
import classes from './view.module.css';
import { ViewBar } from './view-bar.tsx';

/** Names of headings are wanted from the scale on at which they are drawn. */
const heightOf = (item: Item): number =>
  item.kind === 'card' ? item.h : item.kind === 'heading' ? heights.name / namedFrom(item) : 0;

export function MapView(props: MapViewProps) {
  const { everybody, look, spotlightWords, isMarked, view, onOpen, onChart, onPlace } = props;
  const minimap = useRef<() => void>(() => undefined);
  const inView = useRef<() => void>(() => undefined);
  const [palette, setPalette] = useState<Palette | null>(null);
  const [menu, setMenu] = useState<{ readonly key: number; readonly at: Point } | null>(null);
  const { surface, canvas, probe, camera, request, tree, layer, scale, pictureOf, focus, acts } = useView(view, true);
  const seen = useSeen(camera, heightOf);
  const map = useMap({ ...props, camera, request });
  const { state, members, known, around } = map;
  const { whole, near } = state;
  const active = isMarked ? (around?.self ?? null) : null;

  const standIns = useMemo(() => (around === null ? [] : standInsAround(around)), [around]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: people who became known have names
  const named = useMemo(
    () => standIns.map((one) => ({ ...one, member: members.of(one.key) })),
    [standIns, members, known],
  );
  const divisions = useMemo(() => divisionsIn(whole?.colour === 'division' ? whole.items : []), [whole]);
  const wanted = useMemo(
    () =>
      [...standIns, ...[...divisions.values()].map((key) => ({ key })), ...(whole?.tally?.most ?? [])].map(
        ({ key }) => key,
      ),
    [standIns, divisions, whole],
  );
  const items = (near ?? whole)?.items;
  const lookAround = useCallback(() => {
    if (items === undefined) return;
    seen.look(items, members, wanted);
    seen.askPictures(items, members);
  }, [items, members, wanted, seen]);
  useEffect(lookAround, [lookAround]);

  const open = (key: number) => void members.get(key).then((member) => member !== null && onOpen(member.id));
  const showMenu = (key: number, at: Point) => {
    void members.get(key);
    setMenu({ key, at });
  };
  const showMenuOf = ({ self }: Around) => {
    const box = surface.current?.getBoundingClientRect();
    if (box === undefined) return;
    const { x, y } = openingAt(camera.goal(), camera.size(), self);
    showMenu(self.key, { x: box.left + x, y: box.top + y });
  };
  const fit = () => {
    const { extent } = state;
    if (extent !== null) camera.fly((size) => wholeOf(extent, size, map.least()));
  };
  const frame = ({ self }: Around) => camera.fly((size) => branchOf(self, size, map.least()));
  const mouse = useMapMouse({ surface, camera, request, map, showMenu, focus });
  const onKeyDown = useMapKeys({ map, camera, open, showMenu: showMenuOf, fit, frame });

  acts({
    draw: (pen) => {
      setPalette(pen.palette);
      drawMap(pen, {
        whole,
        near,
        everybody,
        active,
        hovered: mouse.hovered.current,
        claims: [...(active === null ? [] : (around?.claims ?? [])), ...mouse.claims.current],
        memberOf: members.of,
        pictureOf,
      });
    },
    held: () => around?.self ?? null,
    onMove: () => {
      map.moved();
      minimap.current();
      inView.current();
      mouse.follow();
      if (items !== undefined) seen.glance(items, members, wanted);
    },
    onRest: () => {
      lookAround();
      // Who is active by now may still be on their way.
      const place = map.place();
      if (place !== null) onPlace(place);
    },
    chart: () => null,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of them is drawn
  useEffect(request, [whole, near, active, known, everybody]);

  return (
    <div className={own.place}>
      <div className={own.whole}>
        <div className={own.map}>
          <div className={classes.view}>
            <Probe element={probe} />
            <InView map={map} camera={camera} follow={inView} />
            <div ref={surface} className={`${classes.surface} ${own.surface}`} {...mouse.listeners}>
              {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas has no focus; what it shows is told by the elements over it */}
              <canvas ref={canvas} className={classes.canvas} aria-hidden="true" />
              <StandInTree
                label="Map"
                tree={tree}
                layer={layer}
                standIns={named}
                active={active?.key ?? 0}
                isBusy={whole === null && state.failure === null}
                onKeyDown={onKeyDown}
              />
            </div>
            {state.failure !== null && (
              <div className={classes.failed}>
                <FailureNotice failure={state.failure} onRetry={map.store.retry} />
              </div>
            )}
            {state.changes > 0 && state.failure === null && (
              <div className={own.newer}>
                <span>{`${count(state.changes)} ${state.changes === 1 ? 'change' : 'changes'}`}</span>
                <Button variant="default" onClick={map.store.showLatest}>
                  Show
                </Button>
              </div>
            )}
            <div className={own.corner}>
              {whole !== null && state.extent !== null && palette !== null && (
                <Minimap whole={whole} extent={state.extent} palette={palette} camera={camera} follow={minimap} />
              )}
            </div>
            <ViewBar scale={scale} onScale={camera.zoom} onFit={fit} onFrame={() => around !== null && frame(around)} />
            <CardMenu
              at={menu?.at ?? null}
              member={menu === null ? undefined : members.of(menu.key)}
              acts={{
                open: () => menu !== null && open(menu.key),
                centre: () => {
                  const member = menu === null ? undefined : members.of(menu.key);
                  if (member !== undefined) onChart(member.id);
                },
                fold: null,
                beside: null,
              }}
              onClose={() => {
                setMenu(null);
                focus();
              }}
            />
            <VisuallyHidden role="status">{map.said}</VisuallyHidden>
          </div>
        </div>
        <aside className={own.key} aria-label="What the colours say">
          <ColourMenu />
          <MapLegend
            colour={look.spotlight === undefined ? look.colour : 'spotlight'}
            words={spotlightWords}
            tally={whole?.look === look ? whole.tally : null}
            divisions={divisions}
            memberOf={members.of}
            palette={palette}
          />
        </aside>
      </div>
    </div>
  );
}
