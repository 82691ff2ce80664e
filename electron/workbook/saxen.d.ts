/** What is used of saxen, which has no types of its own. */
declare module 'saxen' {
  /** False: they cannot be read. Values are as they are written. */
  type Attributes = () => Readonly<Record<string, string>> | false;

  export class Parser {
    on(event: 'openTag', heard: (name: string, attributes: Attributes) => void): this;
    on(event: 'closeTag', heard: (name: string) => void): this;
    /** `text` is as it is written. */
    on(event: 'text' | 'cdata' | 'attention', heard: (text: string) => void): this;
    on(event: 'error' | 'warn', heard: (error: Error) => void): this;
    write(chunk: string): this;
    end(): Error | null;
  }
}
