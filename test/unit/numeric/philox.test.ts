import { describe, expect, it } from "vitest";
import { philox4x32, randomStream } from "../../../lib/numeric/philox.ts";

function words(counter: number[], key: [number, number]): string[] {
  const out = new Uint32Array(4);
  philox4x32(Uint32Array.from(counter), key[0], key[1], out);
  return Array.from(out, (word) => word.toString(16).padStart(8, "0"));
}

describe("Philox 4×32-10", () => {
  // Known-answer vectors of the authors' Random123 distribution (kat_vectors, philox4x32 10).
  it("gives the authors' known answers", () => {
    expect(words([0, 0, 0, 0], [0, 0])).toEqual(["6627e8d5", "e169c58d", "bc57ac4c", "9b00dbd8"]);
    const ones = 0xffffffff;
    expect(words([ones, ones, ones, ones], [ones, ones])).toEqual(["408f276d", "41c83b0e", "a20bc7c6", "6d5451fd"]);
    expect(words([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])).toEqual([
      "d16cfe09",
      "94fdcceb",
      "5001e420",
      "24126ea1",
    ]);
  });

  it("gives the same stream for the same seed and variable, and another for another", () => {
    const draw = (seed: number, variable: number) => {
      const stream = randomStream(seed, variable);
      return [stream(), stream(), stream()];
    };
    expect(draw(7, 1)).toEqual(draw(7, 1));
    expect(draw(7, 1)).not.toEqual(draw(7, 2));
    expect(draw(7, 1)).not.toEqual(draw(8, 1));
  });

  it("is uniform on [0, 1): mean and variance of a million draws lie within five standard errors", () => {
    const stream = randomStream(42);
    const n = 1_000_000;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; ++i) {
      const x = stream();
      if (!(x >= 0 && x < 1)) throw new Error(`${x} is outside of [0, 1)`);
      sum += x;
      squares += (x - 0.5) ** 2;
    }
    expect(Math.abs(sum / n - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / n));
    expect(Math.abs(squares / n - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / n));
  });
});
