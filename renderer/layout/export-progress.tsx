/** How far something is that is saved or printed, and the button that stops it: of what takes longer than a moment. */
import { Button } from '@mantine/core';
import { useStore } from '../store/use-store.ts';
import { exportWords } from '../words/export-words.ts';

type ExportProgressProps = {
  /** What is saved, as the bar is called. */
  readonly name: string;
  readonly className: string | undefined;
};

export function ExportProgress({ name, className }: ExportProgressProps) {
  const exporting = useStore((state) => state.exporting);
  const stopExport = useStore((state) => state.stopExport);
  if (exporting === null) return null;
  const { done, total, stage } = exporting;
  // How long the rest of drawing and asking take nobody knows.
  const isCounted = stage === 'writing' || (stage === 'drawing' && done < total);
  return (
    <div className={className}>
      {isCounted ? <progress aria-label={name} value={done} max={total} /> : <progress aria-label={name} />}
      <span>{exportWords(exporting)}</span>
      <Button variant="subtle" onClick={stopExport}>
        Stop
      </Button>
    </div>
  );
}
