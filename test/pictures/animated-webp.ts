/** A part of an animation's canvas, drawn over what stands there: where it is transparent, that remains. */
export interface WebpFrame {
  /** The place of its top left corner; both are even, as the format wants them. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly milliseconds: number;
}

/** An animation whose frames are WebP files of one picture, or what was read of it. */
export interface WebpAnimation<Frame extends WebpFrame = WebpFrame> {
  readonly width: number;
  readonly height: number;
  readonly frames: readonly Frame[];
}

/** A frame with its picture as a WebP file. */
export interface WebpPicture extends WebpFrame {
  readonly picture: Uint8Array;
}

const ANIMATED = 0x02;
const TRANSPARENT = 0x10;

/**
 * An animated WebP file that repeats without end. The container is that of the WebP Container Specification (Google, RFC 9649): RIFF
 * with VP8X, ANIM and an ANMF for each frame. Throws if a picture is no WebP file, or a place is odd or outside of the canvas.
 */
export function writeAnimatedWebp({ width, height, frames }: WebpAnimation<WebpPicture>): Uint8Array {
  const header = new Uint8Array(10);
  header[0] = ANIMATED | TRANSPARENT;
  put24(header, 4, width - 1);
  put24(header, 7, height - 1);
  const chunks = [chunk("VP8X", header), chunk("ANIM", new Uint8Array(6))];
  for (const [i, frame] of frames.entries()) {
    if (frame.x % 2 !== 0 || frame.y % 2 !== 0) throw new Error(`Frame ${i} begins at an odd place.`);
    if (frame.x + frame.width > width || frame.y + frame.height > height) {
      throw new Error(`Frame ${i} leaves the canvas.`);
    }
    const place = new Uint8Array(16);
    put24(place, 0, frame.x / 2);
    put24(place, 3, frame.y / 2);
    put24(place, 6, frame.width - 1);
    put24(place, 9, frame.height - 1);
    put24(place, 12, frame.milliseconds);
    const data = chunksOf(frame.picture).filter(({ name }) => ["ALPH", "VP8 ", "VP8L"].includes(name));
    chunks.push(chunk("ANMF", joined([place, ...data.map(({ name, content }) => chunk(name, content))])));
  }
  return chunk("RIFF", joined([ascii("WEBP"), ...chunks]));
}

/** Reads the canvas and the frames of an animated WebP file. Throws if it is none. */
export function readAnimatedWebp(file: Uint8Array): WebpAnimation {
  const chunks = chunksOf(file);
  const header = chunks[0];
  if (header?.name !== "VP8X" || (header.content[0]! & ANIMATED) === 0)
    throw new Error("This WebP file does not move.");
  const frames = chunks
    .filter(({ name }) => name === "ANMF")
    .map(({ content }) => ({
      x: 2 * get24(content, 0),
      y: 2 * get24(content, 3),
      width: get24(content, 6) + 1,
      height: get24(content, 9) + 1,
      milliseconds: get24(content, 12),
    }));
  return { width: get24(header.content, 4) + 1, height: get24(header.content, 7) + 1, frames };
}

interface Chunk {
  readonly name: string;
  readonly content: Uint8Array;
}

/** The chunks of a WebP file. */
function chunksOf(file: Uint8Array): Chunk[] {
  const text = (from: number) => String.fromCharCode(...file.subarray(from, from + 4));
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 12 || text(0) !== "RIFF" || text(8) !== "WEBP") throw new Error("This is no WebP file.");
  const end = 8 + view.getUint32(4, true);
  if (end > file.length) throw new Error("The WebP file ends too early.");
  const found: Chunk[] = [];
  for (let at = 12; at + 8 <= end; ) {
    const size = view.getUint32(at + 4, true);
    if (at + 8 + size > end) throw new Error("The WebP file ends too early.");
    found.push({ name: text(at), content: file.subarray(at + 8, at + 8 + size) });
    at += 8 + size + (size % 2);
  }
  return found;
}

/** Name, size and content; an odd content is followed by one byte more. */
function chunk(name: string, content: Uint8Array): Uint8Array {
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, content.length, true);
  return joined([ascii(name), size, content, new Uint8Array(content.length % 2)]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** The format's numbers of three bytes, the lowest first. */
function put24(bytes: Uint8Array, at: number, value: number): void {
  for (let i = 0; i < 3; ++i) bytes[at + i] = (value >> (8 * i)) & 0xff;
}

function get24(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
}
