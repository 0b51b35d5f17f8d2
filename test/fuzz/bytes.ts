import type { Random } from "./random.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Lengths, counts and places that lie. */
const lies = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff, 0x80000000, 0x01000000, 0x10000000];

/** Bytes damaged in a few places: bits flipped, cut, spliced, doubled, numbers in headers enlarged. */
export function damage(bytes: Bytes, random: Random): Bytes {
  let damaged = bytes.slice();
  for (let times = 1 + random.below(random.chance(0.3) ? 6 : 1); times > 0; times--)
    damaged = damageOnce(damaged, random);
  return damaged;
}

function damageOnce(bytes: Bytes, random: Random): Bytes {
  const at = random.below(bytes.length + 1);
  const length = 1 + random.below(random.chance(0.7) ? 8 : 200);
  switch (random.below(8)) {
    case 0:
      return bytes.slice(0, at);
    case 1:
      return spliced(bytes, at, Math.min(bytes.length, at + length), new Uint8Array(0));
    case 2:
      return spliced(bytes, at, at, noise(length, random));
    case 3: {
      const from = random.below(bytes.length + 1);
      return spliced(bytes, at, at, bytes.slice(from, from + length * 4));
    }
    case 4:
      if (at + 4 <= bytes.length) new DataView(bytes.buffer).setUint32(at, random.pick(lies), true);
      return bytes;
    case 5:
      if (at + 2 <= bytes.length) new DataView(bytes.buffer).setUint16(at, random.pick(lies), true);
      return bytes;
    case 6:
      if (at < bytes.length) bytes[at] = random.below(256);
      return bytes;
    default:
      if (at < bytes.length) bytes[at]! ^= 1 << random.below(8);
      return bytes;
  }
}

function noise(length: number, random: Random): Bytes {
  return Uint8Array.from({ length }, () => random.below(256));
}

function spliced(bytes: Bytes, from: number, to: number, between: Uint8Array): Bytes {
  const made = new Uint8Array(from + between.length + bytes.length - to);
  made.set(bytes.subarray(0, from));
  made.set(between, from);
  made.set(bytes.subarray(to), from + between.length);
  return made;
}

/** What stands in texts and means something to somebody who reads them. */
const words = [
  '"',
  "'",
  "<",
  ">",
  "</",
  "<!--",
  "-->",
  "<![CDATA[",
  "&",
  "&#0;",
  "&#x110000;",
  "&amp;",
  "\\u0000",
  "\\",
  "\n",
  "\r",
  "\t",
  ",",
  ";",
  "{",
  "}",
  "[",
  "]",
  "null",
  "true",
  "1e999",
  "-1",
  "0",
  "99999999999",
  "1048577",
  "NaN",
  "__proto__",
  "constructor",
  "\ud800",
  "\u0000",
  "→",
  "`",
  "${",
  "/*",
  "//",
  "(",
  ")",
  "=",
  "\ufeff",
];

/** A text damaged in a few places. */
export function damageText(text: string, random: Random): string {
  let damaged = text;
  for (let times = 1 + random.below(random.chance(0.4) ? 8 : 2); times > 0; times--) {
    const at = random.below(damaged.length + 1);
    const to = Math.min(damaged.length, at + random.below(random.chance(0.8) ? 4 : 80));
    const from = random.below(damaged.length + 1);
    const between = random.pick([
      "",
      random.pick(words),
      random.pick(words),
      damaged.slice(from, from + random.below(60)),
      String.fromCharCode(random.below(65536)),
      random.chance(0.02) ? random.pick(words).repeat(3000) : random.pick(words),
    ]);
    damaged = damaged.slice(0, at) + between + damaged.slice(to);
    if (random.chance(0.05)) damaged = damaged.slice(0, random.below(damaged.length + 1));
  }
  return damaged;
}
