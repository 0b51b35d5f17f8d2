/** The namespace of the ids that are made here, itself the version 5 id of "yuheng.exchange" in the DNS namespace. */
const NAMESPACE = uuidOf("yuheng.exchange", "6ba7b810-9dad-11d1-80b4-00c04fd430c8");

/** Ids made before: each exchange of a package names four objects. */
const made = new Map<string, string>();

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id itself if it is a UUID, else the UUID of that name: the same for the same name. */
export function asUuid(kind: string, id: string): string {
  if (UUID.test(id)) return id;
  const name = `${kind}/${id}`;
  const known = made.get(name);
  if (known !== undefined) return known;
  if (made.size > 100_000) made.clear();
  const uuid = uuidOf(name, NAMESPACE);
  made.set(name, uuid);
  return uuid;
}

/** The version 5 UUID of a name in a namespace. RFC 9562, section 5.5. */
export function uuidOf(name: string, namespace: string): string {
  const space = namespace.replaceAll("-", "").match(/../g)!;
  const bytes = [...space.map((pair) => Number.parseInt(pair, 16)), ...new TextEncoder().encode(name)];
  const hash = sha1(Uint8Array.from(bytes)).subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** SHA-1, which version 5 prescribes; it protects nothing here. FIPS 180-4, section 6.1. */
function sha1(message: Uint8Array): Uint8Array {
  const length = (((message.length + 8) >> 6) + 1) << 6;
  const padded = new Uint8Array(length);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, Math.floor(message.length / 0x20000000));
  view.setUint32(length - 4, (message.length << 3) >>> 0);
  const state = Int32Array.of(0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0);
  const words = new Int32Array(80);
  for (let block = 0; block < length; block += 64) {
    for (let i = 0; i < 80; i++)
      words[i] =
        i < 16
          ? view.getInt32(block + 4 * i)
          : turned(words[i - 3]! ^ words[i - 8]! ^ words[i - 14]! ^ words[i - 16]!, 1);
    let [a, b, c, d, e] = state as unknown as [number, number, number, number, number];
    for (let i = 0; i < 80; i++) {
      const [mixed, constant] =
        i < 20
          ? [(b & c) | (~b & d), 0x5a827999]
          : i < 40
            ? [b ^ c ^ d, 0x6ed9eba1]
            : i < 60
              ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
              : [b ^ c ^ d, 0xca62c1d6];
      const next = (turned(a, 5) + mixed + e + constant + words[i]!) | 0;
      [a, b, c, d, e] = [next, a, turned(b, 30), c, d];
    }
    [a, b, c, d, e].forEach((value, i) => {
      state[i] = (state[i]! + value) | 0;
    });
  }
  const hash = new DataView(new ArrayBuffer(20));
  for (const [i, value] of state.entries()) hash.setInt32(4 * i, value);
  return new Uint8Array(hash.buffer);
}

function turned(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
