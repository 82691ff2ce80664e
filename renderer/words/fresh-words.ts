/** How many problems are new, in words. Apart from the other words of problems: the frame says it. */
import { count } from './locale.ts';

export function freshWords(fresh: number): string {
  return `${fresh === 1 ? '1 new problem' : `${count(fresh)} new problems`} since you last looked`;
}
