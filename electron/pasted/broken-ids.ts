/**
 * Puts together ids that were broken over two lines, as e-mail and terminals wrap long ones: a UUID, and an id of this
 * directory's form that is broken where its parts meet. What either part is by itself is left alone, for it may be meant.
 */
import { isDashedUuid } from '../../contract/uuid.ts';
import { asUserId } from '../reading/read-ids.ts';
import { lineBreak } from './separators.ts';
import { ownId, type Whose } from './whose.ts';

/** No id that is put together is longer, in UTF-16 units. */
const longest = 60;
/** At the end of a line, where e-mail may have put a sign that the line goes on. */
const first = /(?:^|[^A-Za-z0-9_~.-])([A-Za-z0-9][A-Za-z0-9_~.-]*)(=?[\t ]?)$/;
/** At the beginning of the next, behind what marks it as quoted. Behind a number with a full stop stands an item of a list. */
const second = /^([\t >|]*)([A-Za-z0-9_~-]+)(?![A-Za-z0-9_~%/=-]|[.)](?:\s|$))/;
/** The full stop of a sentence ends an id as well, where it is not the number of an item. */
const lastOfSentence = /^([\t >|]*)([A-Za-z0-9_~-]{3,})(?=\.(?:\s|$))/;

/** The second part of each such id stands behind its first then, and the line break behind it: lines keep their numbers. */
export function withWholeIds(text: string, whose: Whose): string {
  const breaks = new RegExp(lineBreak, 'g');
  let whole = '';
  let done = 0;
  for (const { 0: found, index } of text.matchAll(breaks)) {
    const behind = index + found.length;
    const [, one, sign = ''] = first.exec(text.slice(Math.max(done, index - longest), index)) ?? [];
    if (one === undefined) continue;
    const after = text.slice(behind, behind + longest);
    const [, quoted = '', other = ''] = second.exec(after) ?? lastOfSentence.exec(after) ?? [];
    if (!isBroken(one, other, whose)) continue;
    whole += `${text.slice(done, index - sign.length)}${other}${found}${quoted}`;
    done = behind + quoted.length + other.length;
  }
  return done === 0 ? text : whole + text.slice(done);
}

function isBroken(one: string, other: string, whose: Whose): boolean {
  const id = other === '' ? null : asUserId(one + other);
  if (id === null) return false;
  if (isDashedUuid(id)) return one.length > 1 && other.length > 1;
  const isAtJoint = /[-_]$/.test(one) || /^[-_]/.test(other);
  return isAtJoint && ownId(id, whose) !== null && [one, other].every((part) => !isOne(part, whose));
}

function isOne(part: string, whose: Whose): boolean {
  const id = asUserId(part.replace(/^-+|-+$/g, ''));
  return id !== null && ownId(id, whose) !== null;
}
