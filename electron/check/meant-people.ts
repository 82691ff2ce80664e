/** Who is meant by the rows of a list, and who of them the server is asked for. */
import type { UserId } from '../../contract/ids.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import type { CheckAsked } from '../storage/checks-table.ts';
import type { Tables } from '../storage/tables.ts';
import { type FindAnswer, isToAsk } from './find-answer.ts';
import type { HeldAnswers } from './held-answers.ts';

export type MeantPeople = {
  /** People the server is asked for, where it is asked at this time. */
  readonly toAsk: (answers: HeldAnswers, asked: Pick<CheckAsked, 'at' | 'olderThan'>) => UserId[];
  /** People the server gave no record of lately. */
  readonly failed: (answers: HeldAnswers) => UserId[];
};

export function createMeantPeople({ ids }: Pick<Tables, 'ids'>, { said }: Pick<FindAnswer, 'said'>): MeantPeople {
  /** Each once, in the list's order: people who are stored, and ids of nobody who is. */
  function* meantIn({ list, at }: HeldAnswers): Generator<{ id: UserId; key: PersonKey | null }> {
    const met = new Set<UserId>();
    for (let place = 0; place < list.size; place += 1) {
      const found = list.first[place] === place ? at(place) : null;
      if (found === null) continue;
      // An id that nobody had may have been asked for since it was answered.
      const key = found.key ?? (found.id === null ? null : ids.find(found.id));
      const id = key === null ? found.id : ids.idOf(key);
      if (id === null || met.has(id)) continue;
      met.add(id);
      yield { id, key };
    }
  }
  return {
    toAsk: (answers, asked) =>
      [...meantIn(answers)].flatMap(({ id, key }) => (isToAsk(key === null ? null : said(key), asked) ? [id] : [])),
    failed: (answers) =>
      [...meantIn(answers)].flatMap(({ id, key }) => (key !== null && said(key).failedAt !== null ? [id] : [])),
  };
}
