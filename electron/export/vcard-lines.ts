/** Content lines of a vCard 4.0 (RFC 6350): escaped and folded. */

const longestOctets = 75;
const lineEnd = '\r\n';
const encoder = new TextEncoder();

/** A value of type text. A semicolon stands for itself there: not every reader takes a backslash before it away. */
export function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      // No other control may stand in a text.
      .replace(/(?![\n\t])\p{Cc}/gu, '')
      .replace(/[\\,]/g, '\\$&')
      .replaceAll('\n', '\\n')
  );
}

/** A value that has several parts, such as a name. */
export function compound(parts: readonly (string | null)[]): string {
  return parts.map((part) => escaped(part ?? '').replaceAll(';', '\\;')).join(';');
}

/** A line and its end, folded so that no part is longer than 75 octets and no character is cut. */
export function contentLine(name: string, value: string): string {
  const line = `${name}:${value}`;
  if (line.length * 3 <= longestOctets || encoder.encode(line).length <= longestOctets) return line + lineEnd;
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > longestOctets) {
      folded += `${lineEnd} `;
      // The space that marks the fold counts.
      octets = 1;
    }
    folded += character;
    octets += more;
  }
  return folded + lineEnd;
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
