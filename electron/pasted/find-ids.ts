/**
 * Finds user ids in whatever a person pastes: a list, a table, a log, JSON, links. Time grows linearly with the text,
 * whatever it holds.
 *
 * What surely is an id counts wherever it stands: a UUID, a link to somebody (`links.ts`), and whatever has the form of
 * this directory's own ids. Where there is none of these, and the form of the ids is not known well yet, a list of what
 * may be ids counts too, since the reference types an id as any string. Where at least half of the parts are ids the text
 * is a list, and each part that is none is named; the rest of any other text is prose.
 */
import { otherSpelling, type UserId } from '../../contract/ids.ts';
import type { OddItems } from '../../contract/pasted.ts';
import { bareItem } from './bare-item.ts';
import { withWholeIds } from './broken-ids.ts';
import { couldBeId, isNumberOrRange } from './could-be-id.ts';
import { idItems } from './id-items.ts';
import { textsInJson } from './json-ids.ts';
import { isUuid } from './own-form.ts';
import { type ReadLines, readLines } from './read-lines.ts';
import { seenText } from './seen-text.ts';
import { nobodys, type Whose } from './whose.ts';

export type FoundIds = {
  /** In the order they stand in the text, each once, as the API client sends them. */
  readonly ids: readonly UserId[];
  readonly odd: OddItems;
};

/** `isGiven`: the text stands where ids are asked for, so that what only may be one counts where nothing surely is. */
export function findIds(text: string, whose: Whose = nobodys, isGiven = true): FoundIds {
  const seen = seenText(text);
  const listed = textsInJson(seen)?.map((one) => one.replace(/\s+/g, ' '));
  const list = listed?.join('\n') ?? withWholeIds(seen, whose);
  const isPlain = listed !== undefined;
  const sure = readLines(list, idItems(whose), { isSure: true, isPlain });
  const mayBeId = (bare: string) => (whose.ownForm !== null && isNumberOrRange(bare) ? null : couldBeId(bare));
  if (sure.items.length > 0 || !isGiven || !mayBeAnyForm(list, whose, mayBeId)) return asFound(sure, whose);
  const likely = readLines(list, idItems(whose, mayBeId), { isSure: false, isPlain });
  return asFound(likely.items.length > 0 ? likely : sure, whose);
}

/** Where the form of the ids is known, only one by itself is meant whatever form it has: the server will say. */
function mayBeAnyForm(list: string, { ownForm }: Whose, mayBeId: typeof couldBeId): boolean {
  return ownForm?.isSettled !== true || mayBeId(bareItem(list)) !== null;
}

function asFound({ items, odd }: ReadLines<UserId>, whose: Whose): FoundIds {
  return { ids: [...new Set(items.map((id) => respelled(id, whose)))], odd };
}

/** A UUID as this directory has them, with dashes or without. */
export function respelled(id: UserId, { hasBareUuids }: Whose): UserId {
  if (hasBareUuids === null || id.includes('-') !== hasBareUuids || !isUuid(id)) return id;
  return otherSpelling(id) ?? id;
}
