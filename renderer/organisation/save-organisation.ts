/** Saves and prints the organisation, and says what became of it. */
import type { Call, CallInput, CallOutput } from '../../contract/calls.ts';
import type { Outcome } from '../../contract/failures.ts';
import { peopleCountWords } from '../../contract/people-count.ts';
import type { Store } from '../store/store.ts';
import { count } from '../words/locale.ts';

type Exporting = Pick<Store, 'exportAlone' | 'saveAlone' | 'say' | 'tellFailure'>;

/** Why it could not be saved is not said. */
export function saveOrganisation(
  { saveAlone }: Exporting,
  call: Call,
  asked: CallInput<'organisation.save'>,
): Promise<Outcome<CallOutput<'organisation.save'>>> {
  return saveAlone(
    () => call('organisation.save', asked),
    (saved, { onlyListed }) => peopleCountWords({ people: saved - onlyListed, onlyListed }, count),
  );
}

/** As `saveOrganisation`. */
export async function printOrganisation(
  { exportAlone, say }: Exporting,
  call: Call,
  asked: CallInput<'organisation.print'>,
): Promise<Outcome<CallOutput<'organisation.print'>>> {
  const answer = await exportAlone(() => call('organisation.print', asked));
  if (answer.ok && answer.value.printed) say('Sent to the printer');
  return answer;
}

export async function saveSpans(
  { saveAlone, tellFailure }: Exporting,
  call: Call,
  asked: CallInput<'organisation.saveSpans'>,
): Promise<void> {
  const lines = (saved: number) => `${count(saved)} ${saved === 1 ? 'line' : 'lines'}`;
  const answer = await saveAlone(() => call('organisation.saveSpans', asked), lines);
  if (!answer.ok) tellFailure(answer.failure);
}
