/** Which texts may be ids where nothing is known of this directory's: the reference types an id as any string. */

import type { UserId } from '../../contract/ids.ts';
import { asUserId } from '../reading/read-ids.ts';

/** What has a digit and is no id: dates, times, amounts, versions, ordinals, addresses of computers, sizes, broken UUIDs. */
const others = [
  /^[\d.-]*\.[\d.-]*$/,
  /^v?\d+(?:\.\d+)+\w*$/i,
  /^\d{1,4}-\d{1,2}-\d{1,4}(?:T.*)?$/,
  /^\d{4}-(?:Q\d|W\d{1,2}|\d{2})$/i,
  /^(?=.{24,40}$)[0-9a-f]+(?:-[0-9a-f]*){3,5}$/i,
  /^\d+(?:st|nd|rd|th|e|er|x|k|m|kb|mb|gb|h|min|s|ms|am|pm)$/i,
];

/** Null for what has no digit, cannot be an id, or is rather something else. */
export function couldBeId(text: string): UserId | null {
  const id = asUserId(text);
  return id !== null && /\d/.test(id) && !others.some((pattern) => pattern.test(id)) ? id : null;
}

/** Where something is known of this directory's ids: what is rather a telephone number, or all from one id to another. */
export function isNumberOrRange(text: string): boolean {
  if (/^\d+(?:-\d+)+$/.test(text)) return true;
  const half = (text.length - 1) / 2;
  const outline = (part: string) => part.replace(/\d/g, '0');
  return text.charAt(half) === '-' && outline(text.slice(0, half)) === outline(text.slice(half + 1)) && /\d/.test(text);
}
