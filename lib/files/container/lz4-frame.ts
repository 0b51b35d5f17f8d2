const MAGIC = 0x184d2204;
/** Bytes of a column of a batch at most: a few bytes may expand to any number. */
const MOST = 1 << 30;

/**
 * Unpacks an LZ4 frame (LZ4 Frame Format 1.6), in which Arrow packs columns: pandas and R write Feather files so. The library for
 * Parquet reads single blocks only, and those of a frame refer to each other. Checksums are not compared. Throws RangeError.
 */
export function unpackLz4Frame(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.getUint8(4);
  if (view.getUint32(0, true) !== MAGIC || flags >> 6 !== 1) throw new RangeError();
  const hasBlockSums = (flags & 16) !== 0;
  const hasSize = (flags & 8) !== 0;
  const hasDictionary = (flags & 1) !== 0;
  if (hasDictionary) throw new RangeError();
  let at = hasSize ? 15 : 7;
  let output = new Uint8Array(hasSize ? boundedSize(view.getBigUint64(6, true), bytes.length) : bytes.length * 4);
  let end = 0;
  const reserve = (more: number) => {
    if (end + more <= output.length) return;
    if (end + more > MOST) throw new RangeError();
    const longer = new Uint8Array(Math.min(MOST, Math.max(end + more, output.length * 2)));
    longer.set(output.subarray(0, end));
    output = longer;
  };
  for (;;) {
    const head = view.getUint32(at, true);
    at += 4;
    if (head === 0) return output.subarray(0, end);
    const size = head & 0x7fffffff;
    if (at + size > bytes.length) throw new RangeError();
    const block = bytes.subarray(at, at + size);
    at += size + (hasBlockSums ? 4 : 0);
    if (head >>> 31 === 1) {
      reserve(size);
      output.set(block, end);
      end += size;
    } else unpackBlock(block);
  }

  /** Appends the bytes of a block: literals, and copies of what is behind. */
  function unpackBlock(block: Uint8Array): void {
    let i = 0;
    const length = (start: number) => {
      let sum = start;
      if (start !== 15) return sum;
      for (let byte = 255; byte === 255; ) {
        if (i >= block.length) throw new RangeError();
        byte = block[i++]!;
        sum += byte;
      }
      return sum;
    };
    while (i < block.length) {
      const token = block[i++]!;
      const literals = length(token >> 4);
      if (i + literals > block.length) throw new RangeError();
      reserve(literals);
      output.set(block.subarray(i, i + literals), end);
      end += literals;
      i += literals;
      if (i === block.length) return;
      if (i + 2 > block.length) throw new RangeError();
      const offset = block[i]! | (block[i + 1]! << 8);
      i += 2;
      const match = length(token & 15) + 4;
      if (offset === 0 || offset > end) throw new RangeError();
      reserve(match);
      for (const stop = end + match; end < stop; end++) output[end] = output[end - offset]!;
    }
  }
}

/** The size that a frame declares, unless no frame of its length can have it. */
function boundedSize(declared: bigint, packed: number): number {
  const size = Number(declared);
  if (size > MOST || size > packed * 256 + 1024) throw new RangeError();
  return size;
}
