/** The CSS variable a component sets: a person's hue in degrees. */
import 'react';

declare module 'react' {
  interface CSSProperties {
    '--hue'?: number;
  }
}
