/**
 * Indents JSON for reading without parsing it: a receipt must show every digit, duplicate key and escape as they
 * came, and reading into numbers and objects would lose them. Text that is not JSON comes out recognisably itself.
 */

const step = '  ';
/** Where so much, and so many times as much, would come of it, nobody reads it: the text stays as it is. */
const most = 1_000_000;
const mostTimes = 8;
/** Deeper lines are no further to the right: nobody could read them there, and their spaces would be more than the text. */
const deepest = 40;

/** The same tokens in the same order; only white space between them differs. */
export function indentJson(text: string): string {
  for (const steps = indentSteps(text, text.length); ; ) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, pausing after each so many UTF-16 units. */
export function* indentSteps(text: string, units: number): Generator<void, string> {
  const parts: string[] = [];
  let out: string[] = [];
  let length = 0;
  let pauseAt = units;
  const gather = () => {
    const part = out.join('');
    length += part.length;
    parts.push(part);
    out = [];
  };
  const isTooMuch = () => length > Math.max(most, mostTimes * text.length);
  let depth = 0;
  let at = 0;
  const line = () => out.push('\n', step.repeat(Math.min(depth, deepest)));
  while (at < text.length) {
    if (at >= pauseAt) {
      pauseAt = at + units;
      gather();
      if (isTooMuch()) return text;
      yield;
    }
    const char = text.charAt(at);
    if (char === '"') {
      const end = stringEnd(text, at);
      out.push(text.slice(at, end));
      at = end;
      continue;
    }
    at += 1;
    if (/\s/.test(char)) continue;
    if (char === '{' || char === '[') {
      const close = nextToken(text, at);
      const closing = char === '{' ? '}' : ']';
      out.push(char);
      if (text.charAt(close) === closing) {
        out.push(closing);
        at = close + 1;
        continue;
      }
      depth += 1;
      line();
    } else if (char === '}' || char === ']') {
      depth = Math.max(0, depth - 1);
      line();
      out.push(char);
    } else if (char === ',') {
      out.push(char);
      line();
    } else if (char === ':') out.push(': ');
    else out.push(char);
  }
  gather();
  return isTooMuch() ? text : parts.join('');
}

/** Just after the closing quote of the string that opens at `start`; the text's end where none closes it. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '"') return at + 1;
  }
  return text.length;
}

function nextToken(text: string, start: number): number {
  let at = start;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}
