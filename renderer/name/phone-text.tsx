/** A telephone field as it came, its numbers in the order stored, whatever script they or their labels are written in. */
import type { ReactNode } from 'react';
import { numberRuns } from './number-runs.ts';

type PhoneTextProps = {
  readonly text: string;
  /** How a part is drawn that begins at a place of the text; left out: as it is. */
  readonly draw?: (part: string, start: number) => ReactNode;
};

export function PhoneText({ text, draw = (part) => part }: PhoneTextProps) {
  return (
    <bdi>
      {numberRuns(text).map((one) =>
        one.isNumber ? (
          <bdo key={one.start} dir="ltr">
            {draw(one.text, one.start)}
          </bdo>
        ) : (
          <span key={one.start}>{draw(one.text, one.start)}</span>
        ),
      )}
    </bdi>
  );
}
