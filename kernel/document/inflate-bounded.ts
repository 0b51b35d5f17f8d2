import { Inflate } from "fflate";

/** What a text unpacks to is no larger than this, in bytes: a short one may unfold to gigabytes. */
const LARGEST = 4 * 1024 * 1024;

/** Bytes that are unpacked between two looks at how much it has become. */
const STEP = 1024;

/** What was deflated, up to 4 MiB. Throws where there is more or where the bytes are damaged. */
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
