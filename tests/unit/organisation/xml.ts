/** Reads a file as XML, as strictly as is needed to say that it is well formed. */

export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  /** Of it and of all that is in it. */
  text: string;
};

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 allows none of them
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Throws where it is not well formed. */
export function readXml(file: string): Element {
  if (forbidden.test(file) || !file.isWellFormed()) throw new Error('a sign that XML does not allow');
  const body = file.replace(/^<\?xml [^?]*\?>\s*/, '');
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open: Element[] = [root];
  const say = (text: string) => {
    for (const element of open) element.text += text;
  };
  const tags = /<(\/?)([a-z]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>/gi;
  let at = 0;
  for (const found of body.matchAll(tags)) {
    say(plain(body.slice(at, found.index)));
    at = found.index + found[0].length;
    const [, isEnd, name = '', attributes = '', isEmpty] = found;
    if (isEnd === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> ends nothing`);
      continue;
    }
    const element: Element = { name, attributes: attributesOf(attributes), children: [], text: '' };
    open.at(-1)?.children.push(element);
    if (isEmpty !== '/') open.push(element);
  }
  const [first, ...others] = root.children;
  if (open.length !== 1 || first === undefined || others.length > 0 || body.slice(at).trim() !== '') {
    throw new Error('not one whole element');
  }
  return first;
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, plain(value)] as const,
  );
  if (new Set(found.map(([name]) => name)).size < found.length) throw new Error('an attribute twice');
  return Object.fromEntries(found);
}

function plain(text: string): string {
  if (text.includes('<')) throw new Error(`no tag: ${text}`);
  return text.replace(/&([^;&]{0,6};?)/g, (whole, name: string) => {
    const sign = signs[name.replace(/;$/, '')];
    if (!whole.endsWith(';') || sign === undefined) throw new Error(`no sign: ${whole}`);
    return sign;
  });
}

/** With the attributes of what encloses them, the nearest first to count. */
export function everyElement(root: Element, name: string): Element[] {
  const found: Element[] = [];
  const rest: Element[] = [root];
  for (let element = rest.pop(); element !== undefined; element = rest.pop()) {
    if (element.name === name) found.push(element);
    for (const child of element.children) {
      rest.push({ ...child, attributes: { ...element.attributes, ...child.attributes } });
    }
  }
  return found;
}
