/** The roles and teams whose name has what is typed in it, with how many people have each. */
import { useEffect, useState } from 'react';
import { usualView } from '../../contract/people-view.ts';
import type { LabelCount, LabelKind } from '../../contract/table.ts';
import { call } from '../bridge/call.ts';
import { useStore } from '../store/use-store.ts';
import { useOrganisation } from './use-organisation.ts';

export type Label = LabelCount & { readonly kind: LabelKind };
/** `more`: how many there are beyond. */
export type Labels = { readonly text: string; readonly labels: readonly Label[]; readonly more: number };

/** Of each kind. */
const most = 40;
const kinds: readonly LabelKind[] = ['role', 'team'];

/** `text` null: nothing is asked for. The answer to what was typed last, and until that is there the one before. */
export function useLabels(text: string | null): Labels | null {
  const readLabels = useStore((state) => state.readLabels);
  const asOf = useOrganisation((state) => state.asOf);
  const [found, setFound] = useState<Labels | null>(null);
  useEffect(() => {
    if (text === null) return;
    let isWanted = true;
    const read = async (kind: LabelKind) => {
      if (asOf === null) return readLabels({ filter: usualView.filter, kind, text });
      const answer = await call('organisation.labels', { kind, text });
      return answer.ok ? answer.value : null;
    };
    const asked = kinds.map(async (kind) => ({ kind, answer: await read(kind) }));
    void Promise.all(asked).then((answers) => {
      if (!isWanted) return;
      const all = answers.map(({ kind, answer }) => ({
        labels: (answer?.labels ?? []).slice(0, most).map((label): Label => ({ ...label, kind })),
        more: (answer?.more ?? 0) + Math.max(0, (answer?.labels.length ?? 0) - most),
      }));
      setFound({
        text,
        labels: all.flatMap(({ labels }) => labels),
        more: all.reduce((sum, { more }) => sum + more, 0),
      });
    });
    return () => {
      isWanted = false;
    };
  }, [text, readLabels, asOf]);
  return text === null ? null : found;
}
