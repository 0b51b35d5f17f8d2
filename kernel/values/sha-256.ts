/** Words of the message schedule's constants: the first 32 bits of the cube roots' fractions of the first 64 primes. */
const K = fractions(64, Math.cbrt);

/**
 * SHA-256 of bytes that come in pieces: the browser's own digest wants them all at once, and an archive of a database is
 * half a gigabyte. FIPS 180-4 (2015), section 6.2.
 */
export class Sha256 {
  readonly #state = fractions(8, Math.sqrt);
  readonly #schedule = new Int32Array(64);
  readonly #block = new Uint8Array(64);
  #held = 0;
  #length = 0;

  add(bytes: Uint8Array): this {
    this.#length += bytes.length;
    let from = 0;
    if (this.#held > 0) {
      from = Math.min(64 - this.#held, bytes.length);
      this.#block.set(bytes.subarray(0, from), this.#held);
      this.#held += from;
      if (this.#held < 64) return this;
      this.#compress(this.#block, 0);
      this.#held = 0;
    }
    for (; from + 64 <= bytes.length; from += 64) this.#compress(bytes, from);
    this.#block.set(bytes.subarray(from));
    this.#held = bytes.length - from;
    return this;
  }

  /** The digest in hexadecimal digits; nothing is added afterwards. */
  hex(): string {
    const bits = 8 * this.#length;
    const end = new Uint8Array(this.#held < 56 ? 64 - this.#held : 128 - this.#held);
    end[0] = 0x80;
    const view = new DataView(end.buffer);
    view.setUint32(end.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(end.length - 4, bits >>> 0);
    this.add(end);
    return Array.from(new Uint32Array(this.#state.buffer), (word) => word.toString(16).padStart(8, "0")).join("");
  }

  #compress(bytes: Uint8Array, at: number): void {
    const W = this.#schedule;
    for (let t = 0; t < 16; t++) {
      const p = at + 4 * t;
      W[t] = (bytes[p]! << 24) | (bytes[p + 1]! << 16) | (bytes[p + 2]! << 8) | bytes[p + 3]!;
    }
    for (let t = 16; t < 64; t++) {
      const u = W[t - 15]!;
      const v = W[t - 2]!;
      const s0 = ((u >>> 7) | (u << 25)) ^ ((u >>> 18) | (u << 14)) ^ (u >>> 3);
      const s1 = ((v >>> 17) | (v << 15)) ^ ((v >>> 19) | (v << 13)) ^ (v >>> 10);
      W[t] = (W[t - 16]! + s0 + W[t - 7]! + s1) | 0;
    }
    const H = this.#state;
    // One by one: this runs ten million times a file, and a list would be made each time.
    let a = H[0]!;
    let b = H[1]!;
    let c = H[2]!;
    let d = H[3]!;
    let e = H[4]!;
    let f = H[5]!;
    let g = H[6]!;
    let h = H[7]!;
    for (let t = 0; t < 64; t++) {
      const S1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const T1 = (h + S1 + ((e & f) ^ (~e & g)) + K[t]! + W[t]!) | 0;
      const S0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const T2 = (S0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + T1) | 0;
      d = c;
      c = b;
      b = a;
      a = (T1 + T2) | 0;
    }
    H[0]! += a;
    H[1]! += b;
    H[2]! += c;
    H[3]! += d;
    H[4]! += e;
    H[5]! += f;
    H[6]! += g;
    H[7]! += h;
  }
}

/** The digest of a text in UTF-8. */
export function sha256OfText(text: string): string {
  return new Sha256().add(new TextEncoder().encode(text)).hex();
}

/** The digest of a file, read piece by piece; `read` hears of bytes and may throw to give it up. */
export async function sha256Of(file: Blob, read: (bytes: number) => void = () => {}): Promise<string> {
  const sha = new Sha256();
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return sha.hex();
      sha.add(value);
      read(value.length);
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** 32 bits of the fraction of each of the first primes' roots; doubles carry 52, and no such root is above 18. */
function fractions(count: number, root: (prime: number) => number): Int32Array {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return Int32Array.from(primes, (prime) => Math.floor((root(prime) % 1) * 2 ** 32) | 0);
}
