/** Reads a part of a text once, however often it stands there: a long text of very short parts has few different ones. */

/** In UTF-16 units. There are too many longer parts to keep them, and a text has fewer of them. */
const longestKept = 8;
const mostKept = 100_000;

/** `read`: gives the same for the same part always, which nobody changes afterwards. */
export function readOnce<V>(read: (part: string) => V): (part: string) => V {
  const kept = new Map<string, V>();
  return (part) => {
    const isShort = part.length <= longestKept;
    const before = isShort ? kept.get(part) : undefined;
    if (before !== undefined) return before;
    const value = read(part);
    if (isShort && kept.size < mostKept) kept.set(part, value);
    return value;
  };
}
