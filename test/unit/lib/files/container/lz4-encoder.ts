/**
 * An LZ4 frame of blocks that refer to each other, as Arrow's libraries write them: a plain encoder after the specification, which
 * looks for the last place of the next four bytes.
 */
export function packLz4Frame(bytes: Uint8Array, blockSize = 64): Uint8Array {
  const packed: number[] = [0x04, 0x22, 0x4d, 0x18, 0x40, 0x40, 0];
  const places = new Map<string, number>();
  for (let from = 0; from < bytes.length; from += blockSize) {
    const block = packBlock(bytes, from, Math.min(bytes.length, from + blockSize), places);
    packed.push(block.length & 255, (block.length >> 8) & 255, block.length >> 16, 0, ...block);
  }
  return Uint8Array.of(...packed, 0, 0, 0, 0);
}

function packBlock(bytes: Uint8Array, from: number, to: number, places: Map<string, number>): number[] {
  const out: number[] = [];
  let literal = from;
  let at = from;
  const lengths = (length: number) => {
    for (let rest = length - 15; rest >= 0; rest -= 255) out.push(Math.min(255, rest));
  };
  const write = (match: number, offset: number) => {
    const literals = at - literal;
    out.push((Math.min(15, literals) << 4) | (match === 0 ? 0 : Math.min(15, match - 4)));
    lengths(literals);
    out.push(...bytes.subarray(literal, at));
    if (match === 0) return;
    out.push(offset & 255, offset >> 8);
    lengths(match - 4);
  };
  // The last five bytes of a block are literals.
  while (at + 12 < to) {
    const key = bytes.subarray(at, at + 4).join();
    const place = places.get(key);
    places.set(key, at);
    if (place === undefined || at - place > 65_535) {
      at++;
      continue;
    }
    let match = 4;
    while (at + match < to - 5 && bytes[place + match] === bytes[at + match]) match++;
    write(match, at - place);
    at += match;
    literal = at;
  }
  at = to;
  write(0, 0);
  return out;
}
