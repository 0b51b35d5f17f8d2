import { Inflate } from "fflate";

/** The maximum inflated size in bytes, because a short input may expand to gigabytes. */
const LARGEST = 4 * 1024 * 1024;

/** The number of bytes inflated between two checks of the output size. */
const STEP = 1024;

/** Inflates up to 4 MiB. Throws if the result is larger or the bytes are damaged. */
export function inflateBounded(packed: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((piece) => {
    pieces.push(piece);
    length += piece.length;
  });
  for (let from = 0; from < packed.length; from += STEP) {
    stream.push(packed.subarray(from, from + STEP), from + STEP >= packed.length);
    if (length > LARGEST) throw new RangeError();
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
