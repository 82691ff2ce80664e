/**
 * Says what a picture's bytes are, by the bytes alone: PNG, JPEG or WebP, and how large. What a server says of them
 * is not asked. Anything else, SVG above all, is no picture here.
 */
export type PictureFormat = {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** How often all of it is gone through to draw it: a JPEG may come in thousands of scans, of a few bytes each. */
  readonly passes: number;
  /** Whether it holds more than one frame, or says that it does. */
  readonly isAnimated: boolean;
  /** Whether the bytes go on to the picture's end. What is cut would be drawn in part, or as nothing. */
  readonly isWhole: boolean;
};

/** Null where the bytes are no PNG, JPEG or WebP, or end before they say their size. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return png(view) ?? webp(view) ?? jpeg(view);
  } catch (error) {
    // DataView refuses to read past the end: the bytes are cut short.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** PNG (ISO/IEC 15948), 5.2 and 11.2.2: the signature, then IHDR as the first chunk. */
function png(view: DataView): PictureFormat | null {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return null;
  if (view.getUint32(12) !== 0x49484452) return null;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20), passes: 1, ...pngChunks(view) };
}

/** PNG (third edition), 11.3.6.1: `acTL` stands before the first `IDAT`, wherever among the other chunks. The last one is `IEND`. */
function pngChunks(view: DataView): Pick<PictureFormat, 'isAnimated' | 'isWhole'> {
  let isAnimated = false;
  let hasData = false;
  for (let at = 8; at + 12 <= view.byteLength; ) {
    const type = view.getUint32(at + 4);
    if (type === 0x49454e44) return { isAnimated, isWhole: hasData };
    hasData ||= type === 0x49444154;
    isAnimated ||= type === 0x6163544c && !hasData;
    at += 12 + view.getUint32(at);
  }
  return { isAnimated, isWhole: false };
}

/** RFC 9649, 2.3 to 2.7: a RIFF container of a lossy, a lossless or an extended picture. */
function webp(view: DataView): PictureFormat | null {
  if (view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250) return null;
  // RFC 9649, 2.4: the size of what follows it, without the byte that makes it even.
  const isWhole = view.getUint32(4, true) + 8 <= view.byteLength;
  const still = { type: 'image/webp', passes: 1, isAnimated: false, isWhole } as const;
  switch (view.getUint32(12)) {
    case 0x56503820: // "VP8 "
      if (view.getUint8(23) !== 0x9d || view.getUint8(24) !== 0x01 || view.getUint8(25) !== 0x2a) return null;
      return { ...still, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 0x5650384c: {
      // "VP8L"
      if (view.getUint8(20) !== 0x2f) return null;
      const bits = view.getUint32(21, true);
      return { ...still, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 0x56503858: // "VP8X": 24-bit sizes, less one
      return {
        ...still,
        width: uint24(view, 24) + 1,
        height: uint24(view, 27) + 1,
        isAnimated: (view.getUint8(20) & 0x02) !== 0,
      };
    default:
      return null;
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

/** ITU T.81, B.1 and B.2: segments until the frame header, which holds the size. Behind all of them stands EOI. */
function jpeg(view: DataView): PictureFormat | null {
  if (view.getUint16(0) !== 0xffd8 || view.getUint8(2) !== 0xff) return null;
  let at = 2;
  for (;;) {
    while (view.getUint8(at + 1) === 0xff) at += 1;
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const next = at + 2 + view.getUint16(at + 2);
    if (isFrameHeader(marker))
      return {
        type: 'image/jpeg',
        width: view.getUint16(at + 7),
        height: view.getUint16(at + 5),
        isAnimated: false,
        ...jpegScans(Buffer.from(view.buffer, view.byteOffset, view.byteLength), at, next),
      };
    at = next;
  }
}

/** ITU T.81, B.1.1: behind SOS comes data, in which FF stands only before 00 and before RST0 to RST7. `from`: behind the frame header. */
function jpegScans(bytes: Buffer, at: number, from: number): Pick<PictureFormat, 'passes' | 'isWhole'> {
  let passes = 0;
  for (let next = from; next + 1 < bytes.length; ) {
    const marker = bytes[next + 1] ?? 0;
    if (bytes[next] !== 0xff || marker === 0xd9) break;
    if (marker === 0xda) passes += 1;
    next += marker === 0xff ? 1 : 2 + lengthBehind(bytes, next, marker);
    // One at a time: there may be millions of them, and few bytes between two.
    while (next < bytes.length && bytes[next] !== 0xff) next += 1;
  }
  return { passes: Math.max(1, passes), isWhole: bytes.lastIndexOf('ffd9', undefined, 'hex') > at };
}

/** Of what belongs to a marker. TEM and RST0 to RST7 have nothing, and neither has the zero behind a byte of data. */
function lengthBehind(bytes: Buffer, at: number, marker: number): number {
  const standsAlone = marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd7);
  return standsAlone || at + 3 >= bytes.length ? 0 : bytes.readUInt16BE(at + 2);
}

/** SOF0 to SOF15, without DHT, JPG and DAC, which share the range. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
