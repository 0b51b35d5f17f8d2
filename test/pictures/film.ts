import type { BrowserContext, Page } from "playwright";
import { type WebpPicture, writeAnimatedWebp } from "./animated-webp.ts";

/** A picture and how long it is shown. */
interface Shot {
  readonly png: Buffer;
  milliseconds: number;
}

/** A piece of the canvas as the browser gives it. */
interface Encoded extends Omit<WebpPicture, "picture"> {
  readonly base64: string;
}

/** A picture that is shown for so long is looked at closely: it is kept without loss. */
const LONG_MS = 300;

/** Pictures taken of a page one after the other, of which an animated file is made. */
export class Film {
  readonly #page: Page;
  readonly #shots: Shot[] = [];

  constructor(page: Page) {
    this.#page = page;
  }

  /** Takes a picture that is shown for so long. One that is the same as the last prolongs it. */
  async shoot(milliseconds: number): Promise<void> {
    const png = await this.#page.screenshot({ animations: "disabled", caret: "hide" });
    const last = this.#shots.at(-1);
    if (last?.png.equals(png)) last.milliseconds += milliseconds;
    else this.#shots.push({ png, milliseconds });
  }

  /** The animation as an animated WebP file; each frame holds only the part that changed. */
  async develop(context: BrowserContext): Promise<Uint8Array> {
    const page = await context.newPage();
    const { width, height } = this.#page.viewportSize()!;
    const frames: WebpPicture[] = [];
    // One at a time: all pictures of a film at once are more than a message can hold.
    for (const { png, milliseconds } of this.#shots) {
      const { base64, ...place } = await page.evaluate(encodeChange, {
        png: png.toString("base64"),
        milliseconds,
        isFirst: frames.length === 0,
        lossy: milliseconds < LONG_MS,
      });
      frames.push({ ...place, picture: Buffer.from(base64, "base64") });
    }
    await page.close();
    return writeAnimatedWebp({ width, height, frames });
  }
}

/** Runs in the browser: the part of a picture that differs from the one before, encoded in the smallest way. */
async function encodeChange(given: {
  png: string;
  milliseconds: number;
  isFirst: boolean;
  lossy: boolean;
}): Promise<Encoded> {
  const stored = globalThis as unknown as { previous?: ImageData };
  const image = new Image();
  image.src = `data:image/png;base64,${given.png}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.drawImage(image, 0, 0);
  const now = context.getImageData(0, 0, canvas.width, canvas.height);
  let [left, top, right, bottom] = [0, 0, canvas.width, canvas.height];
  if (!given.isFirst) {
    const [a, b] = [new Uint32Array(now.data.buffer), new Uint32Array(stored.previous!.data.buffer)];
    [left, top, right, bottom] = [canvas.width, canvas.height, 0, 0];
    for (let y = 0; y < canvas.height; ++y) {
      for (let x = 0; x < canvas.width; ++x) {
        if (a[y * canvas.width + x] === b[y * canvas.width + x]) continue;
        left = Math.min(left, x);
        right = Math.max(right, x + 1);
        top = Math.min(top, y);
        bottom = y + 1;
      }
    }
    left -= left % 2;
    top -= top % 2;
  }
  // What stays may be transparent: large areas of nothing take little space, and many small ones much.
  const changed = new ImageData(now.data.slice(), canvas.width, canvas.height);
  if (!given.isFirst) {
    const [pixels, before] = [new Uint32Array(changed.data.buffer), new Uint32Array(stored.previous!.data.buffer)];
    for (let i = 0; i < pixels.length; ++i) if (pixels[i] === before[i]) pixels[i] = 0;
  }
  stored.previous = now;
  const part = new OffscreenCanvas(right - left, bottom - top);
  const drawn = part.getContext("2d")!;
  // The highest quality is WebP without loss.
  const ways = [
    { pixels: now, quality: 1 },
    { pixels: changed, quality: 1 },
    ...(given.lossy ? [{ pixels: now, quality: 0.85 }] : []),
  ];
  let bytes = new Uint8Array();
  for (const { pixels, quality } of ways) {
    drawn.putImageData(pixels, -left, -top);
    const blob = await part.convertToBlob({ type: "image/webp", quality });
    if (bytes.length === 0 || blob.size < bytes.length) bytes = new Uint8Array(await blob.arrayBuffer());
  }
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return {
    x: left,
    y: top,
    width: part.width,
    height: part.height,
    milliseconds: given.milliseconds,
    base64: btoa(binary),
  };
}
