/** The handler of `text.send`: a text too long for one message comes in parts. */
import type { Handlers } from '../../contract/calls.ts';
import type { SentTexts } from './sent-texts.ts';

export function createTextCalls(texts: Pick<SentTexts, 'send'>): Pick<Handlers, 'text.send'> {
  return { 'text.send': texts.send };
}
