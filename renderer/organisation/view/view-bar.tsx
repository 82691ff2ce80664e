/** The buttons of a view: nearer, further, all of it, and the branch of the active person. */
import { IconFocusCentered, IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { createStore } from 'zustand/vanilla';
import group from '../button-group.module.css';
import classes from './view.module.css';
import type { ViewCamera } from './view-camera.ts';

export type ScaleTeller = {
  readonly tell: (k: number) => void;
  readonly hear: (onScale: (percent: number) => void) => () => void;
};

/** How large the view is drawn, told without drawing the page again. */
export function createScaleTeller(): ScaleTeller {
  const store = createStore<{ percent: number }>(() => ({ percent: 100 }));
  return {
    tell: (k) => {
      const percent = k < 0.1 ? Math.round(k * 1000) / 10 : Math.round(k * 100);
      if (percent !== store.getState().percent) store.setState({ percent });
    },
    hear: (onScale) => {
      onScale(store.getState().percent);
      return store.subscribe(({ percent }) => onScale(percent));
    },
  };
}

type ViewBarProps = {
  readonly scale: ScaleTeller;
  readonly onScale: ViewCamera['zoom'];
  readonly onFit: () => void;
  readonly onFrame: () => void;
};

export function ViewBar({ scale, onScale, onFit, onFrame }: ViewBarProps) {
  const [percent, setPercent] = useState(100);
  useEffect(() => scale.hear(setPercent), [scale]);
  return (
    <fieldset className={`${group.group} ${classes.bar}`} aria-label="Zoom">
      <button type="button" aria-label="Zoom out" title="Zoom out" onClick={() => onScale('further')}>
        <IconMinus size={16} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={classes.percent}
        aria-label={`${percent} %, zoom to 100 %`}
        title="Zoom to 100 %"
        onClick={() => onScale('whole')}
      >
        {percent} %
      </button>
      <button type="button" aria-label="Zoom in" title="Zoom in" onClick={() => onScale('nearer')}>
        <IconPlus size={16} aria-hidden="true" />
      </button>
      <button type="button" onClick={onFit}>
        <IconMaximize size={16} aria-hidden="true" />
        Fit
      </button>
      <button type="button" aria-label="Frame the branch" title="Frame the branch" onClick={onFrame}>
        <IconFocusCentered size={16} aria-hidden="true" />
        Frame
      </button>
    </fieldset>
  );
}
