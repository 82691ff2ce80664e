/** Reads a moment as headers have it. */

/**
 * Milliseconds since 1970-01-01T00:00Z, from the three forms of RFC 9110 (5.6.7), all of them UTC, the last naming no zone; the first
 * also with an offset, as mail has it; and from ISO 8601 with a zone. Null for anything else.
 */
export function readMoment(value: string): number | null {
  const withZone =
    /^[A-Z][a-z]{2,8}, .*(?:GMT|UTC?|[-+]\d{4})$/.test(value) || /^\d{4}-\d\d-\d\dT\S+(?:Z|[-+]\d\d:\d\d)$/.test(value);
  const withoutZone = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/.test(value);
  if (!withZone && !withoutZone) return null;
  const milliseconds = Date.parse(withZone ? value : `${value} GMT`);
  return Number.isNaN(milliseconds) ? null : milliseconds;
}
