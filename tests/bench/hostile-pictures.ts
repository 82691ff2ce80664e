/** Portraits that are made to hang a page, and the people who carry them: a manager with sixty direct reports, or somebody alone. */
import type { Browser } from '@playwright/test';

const many = 60;
/** 12.5 million pixels, which is as many as are taken. */
const [width, height] = [4000, 3125];

/** What stands under `_data` beside an id, by the name of the case. */
export const pictureCases = {
  'sixty large portraits': reportsWith('large'),
  'sixty damaged portraits': reportsWith('damaged'),
  'a portrait of 12.5 million pixels': carrying('large', 'alone'),
} as const;

function reportsWith(kind: 'large' | 'damaged') {
  return { displayName: 'Head', reportees: Array.from({ length: many }, (_, nth) => `${kind}-portrait-${nth}`) };
}

function carrying(kind: string, nth: string) {
  return { displayName: `Zoe ${nth}`, profileImageUrl: `https://hostile.example/pictures/${kind}/${nth}` };
}

/** What stands under `_data` of one of the direct reports; null: it is none. */
export function portrayed(id: string): object | null {
  const [, kind, nth] = /^(large|damaged)-portrait-(\d+)$/.exec(id) ?? [];
  return kind === undefined || nth === undefined ? null : carrying(kind, nth);
}

/** Draws them in a page of its own. What comes back gives the picture at an address: each has bytes of its own. */
export async function drawPortraits(browser: Browser): Promise<(url: string) => Uint8Array<ArrayBuffer>> {
  const page = await browser.newPage();
  const drawn = async (type: string) =>
    Buffer.from(await page.evaluate(drawPortrait, { type, width, height }), 'base64');
  const large = await drawn('image/jpeg');
  // Its chunks are whole, and its pixels are not.
  const damaged = await drawn('image/png');
  damaged.fill(0, damaged.indexOf('IDAT') + 100_000, damaged.lastIndexOf('IEND') - 8);
  await page.close();
  return (url) => {
    const [nth = '', kind] = url.split('/').reverse();
    // Behind its end a picture may have anything.
    return Uint8Array.from(Buffer.concat([kind === 'large' ? large : damaged, Buffer.from(nth)]));
  };
}

type Asked = { readonly type: string; readonly width: number; readonly height: number };

/** Runs in a page. Gives base64. */
async function drawPortrait({ type, width, height }: Asked): Promise<string> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  for (let nth = 0; nth < 4000 && context !== null; nth += 1) {
    context.fillStyle = `hsl(${(nth * 47) % 360} 60% 50%)`;
    context.fillRect((nth * 7919) % width, (nth * 104_729) % height, 120, 120);
  }
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type, quality: 0.8 })).arrayBuffer());
  let text = '';
  for (let from = 0; from < bytes.length; from += 8192) {
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  }
  return btoa(text);
}
