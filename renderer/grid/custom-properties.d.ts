/** The CSS variables of the table: its columns, and the width in pixels that they need at least. */
import 'react';

declare module 'react' {
  interface CSSProperties {
    '--tracks'?: string;
    '--least'?: string;
  }
}
