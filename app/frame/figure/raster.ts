import { Fault } from "../../../lib/message/fault.ts";
import type { StandalonePicture } from "./standalone-picture.ts";
import { figureFooterTexts } from "./texts.ts";

/** Pixels of the image for a pixel of the page. */
const SCALE = 2;
/** The most that every browser draws. */
const MAX_SIDE = 16_000;
const MAX_PIXELS = 120_000_000;

/** A picture as PNG, at twice its size. Throws a Fault if it is too large for a canvas. */
export async function rasterOf({ svg, width, height }: StandalonePicture): Promise<Uint8Array<ArrayBuffer>> {
  const [wide, high] = [width * SCALE, height * SCALE];
  if (wide > MAX_SIDE || high > MAX_SIDE || wide * high > MAX_PIXELS) {
    throw new Fault(figureFooterTexts.tooLarge({ width: wide, height: high }));
  }
  const image = new Image();
  // A data address, because the frame's opaque origin may read a canvas into which it drew one.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: wide, height: high });
  canvas.getContext("2d")?.drawImage(image, 0, 0, wide, high);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
  if (!blob) throw new Fault(figureFooterTexts.tooLarge({ width: wide, height: high }));
  return new Uint8Array(await blob.arrayBuffer());
}
