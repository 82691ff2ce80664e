/** Whether a turn of the wheel comes from a mouse, which zooms, or from two fingers, which pan. Pure. */

export type WheelSigns = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'metaKey' | 'timeStamp'> & {
  /** Chromium's count of notches: 120 for each. */
  readonly wheelDeltaY?: number;
};

/** What follows this soon belongs to the same movement. */
const sameMs = 250;
/** The least a notch of a mouse moves, in pixels. */
const notch = 40;

/** Answers for one event after the other. */
export function createWheelReader(): (event: WheelSigns) => 'zoom' | 'pan' {
  let last: { meaning: 'zoom' | 'pan'; at: number } | null = null;
  return (event) => {
    const isSame = last !== null && event.timeStamp - last.at < sameMs;
    const meaning =
      event.ctrlKey || event.metaKey
        ? 'zoom'
        : isSame && last !== null
          ? last.meaning
          : isMouse(event)
            ? 'zoom'
            : 'pan';
    // A pinch is told with Ctrl and says nothing of what comes without.
    last = event.ctrlKey || event.metaKey ? null : { meaning, at: event.timeStamp };
    return meaning;
  };
}

function isMouse({ deltaX, deltaY, deltaMode, wheelDeltaY }: WheelSigns): boolean {
  if (deltaMode !== 0) return true;
  if (deltaX !== 0 || !Number.isInteger(deltaY) || Math.abs(deltaY) < notch) return false;
  // Of a trackpad it is three times the pixels, whatever these are.
  return wheelDeltaY === undefined || (wheelDeltaY % 120 === 0 && wheelDeltaY !== -3 * deltaY);
}
