/** JSON indented for reading. Of a long text that takes longer than a frame, so it is done in steps; until then it is as it came. */
import { useEffect, useMemo, useState } from 'react';
import { indentJson, indentSteps } from './indent-json.ts';

/** In UTF-16 units: less takes a few milliseconds. */
const atOnce = 25_000;

export function useIndented(text: string): string {
  const short = useMemo(() => (text.length <= atOnce ? indentJson(text) : null), [text]);
  const [long, setLong] = useState<{ readonly of: string; readonly text: string } | null>(null);

  useEffect(() => {
    if (text.length <= atOnce) return;
    const steps = indentSteps(text, atOnce);
    let timer = setTimeout(function go() {
      const step = steps.next();
      if (step.done === true) setLong({ of: text, text: step.value });
      else timer = setTimeout(go);
    });
    return () => clearTimeout(timer);
  }, [text]);
  return short ?? (long?.of === text ? long.text : text);
}
