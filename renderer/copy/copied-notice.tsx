/** Says politely, to eyes and to screen readers, what was just done; gone after a moment, and in nobody's way. */
import { useEffect } from 'react';
import { useStore } from '../store/use-store.ts';
import classes from './copy.module.css';

const shownMs = 2500;
const troubleMs = 8000;

export function CopiedNotice() {
  const notice = useStore((state) => state.notice);
  const endNotice = useStore((state) => state.endNotice);
  useEffect(() => {
    if (notice === null) return;
    const timer = setTimeout(() => endNotice(notice.number), notice.isTrouble ? troubleMs : shownMs);
    return () => clearTimeout(timer);
  }, [notice, endNotice]);
  return (
    <div className={classes.place} role="status" aria-live="polite">
      {notice !== null && (
        <span key={notice.number} className={classes.notice} data-trouble={notice.isTrouble || undefined}>
          {notice.text}
        </span>
      )}
    </div>
  );
}
