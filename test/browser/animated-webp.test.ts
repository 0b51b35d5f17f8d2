import { expect, test } from "vitest";
import { readAnimatedWebp, writeAnimatedWebp } from "../pictures/animated-webp.ts";

const committed = new URL("../../notebooks/pictures/drag-and-uncertainty.webp", import.meta.url);

/** The part of the browser's ImageDecoder that is used, which TypeScript does not declare. */
declare class ImageDecoder {
  constructor(options: { data: Uint8Array; type: string });
  readonly tracks: {
    readonly ready: Promise<void>;
    readonly selectedTrack: { readonly frameCount: number; readonly repetitionCount: number };
  };
  decode(options: { frameIndex: number }): Promise<{ image: VideoFrame }>;
}

/** What the browser makes of a file: how long each frame stands, and the colour of some of its pixels. */
async function decoded(file: Uint8Array, pixels: readonly (readonly [number, number])[] = []) {
  const decoder = new ImageDecoder({ data: file, type: "image/webp" });
  await decoder.tracks.ready;
  const { frameCount, repetitionCount } = decoder.tracks.selectedTrack;
  const frames: { milliseconds: number; size: [number, number]; colours: number[][] }[] = [];
  for (let frameIndex = 0; frameIndex < frameCount; ++frameIndex) {
    const { image } = await decoder.decode({ frameIndex });
    const canvas = new OffscreenCanvas(image.displayWidth, image.displayHeight);
    const context = canvas.getContext("2d")!;
    context.drawImage(image, 0, 0);
    frames.push({
      milliseconds: image.duration! / 1000,
      size: [canvas.width, canvas.height],
      colours: pixels.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data]),
    });
    image.close();
  }
  return { frames, repetitionCount };
}

/** A picture whose upper part is of one colour, and the rest transparent. */
async function pictureOf(width: number, height: number, colour: string, filled: number): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d")!;
  context.fillStyle = colour;
  context.fillRect(0, 0, width, filled);
  const blob = await canvas.convertToBlob({ type: "image/webp", quality: 1 });
  return new Uint8Array(await blob.arrayBuffer());
}

test("The browser shows each frame where and for as long as the file says, over what stood there", async () => {
  const [red, blue] = [
    [255, 0, 0, 255],
    [0, 0, 255, 255],
  ];
  const file = writeAnimatedWebp({
    width: 40,
    height: 30,
    frames: [
      { x: 0, y: 0, width: 40, height: 30, milliseconds: 700, picture: await pictureOf(40, 30, "#f00", 30) },
      // The lower half of this one is transparent.
      { x: 10, y: 4, width: 8, height: 6, milliseconds: 90, picture: await pictureOf(8, 6, "#00f", 3) },
    ],
  });
  const { frames } = await decoded(file, [
    [9, 4],
    [10, 4],
    [17, 6],
    [17, 7],
    [39, 29],
  ]);
  expect(frames).toEqual([
    { milliseconds: 700, size: [40, 30], colours: [red, red, red, red, red] },
    { milliseconds: 90, size: [40, 30], colours: [red, blue, blue, red, red] },
  ]);
});

test("The animation of the README is decoded frame by frame as its container says", async () => {
  const file = new Uint8Array(await (await fetch(committed)).arrayBuffer());
  const written = readAnimatedWebp(file);
  const { frames, repetitionCount } = await decoded(file);
  expect(frames.map(({ milliseconds }) => milliseconds)).toEqual(
    written.frames.map(({ milliseconds }) => milliseconds),
  );
  expect(new Set(frames.map(({ size }) => size.join()))).toEqual(new Set([`${written.width},${written.height}`]));
  expect(repetitionCount).toBe(Number.POSITIVE_INFINITY);
});
