import fc from "fast-check";
import { expect, it } from "vitest";
import { unpackLz4Frame } from "../../../../../lib/files/container/lz4-frame.ts";
import { packLz4Frame } from "./lz4-encoder.ts";

const bytes = fc
  .array(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 60 })), { maxLength: 12 })
  .map((runs) => Uint8Array.from(runs.flatMap(([run, times]) => Array.from({ length: times }, () => [...run]).flat())));

it("A frame gives the bytes that were packed, whatever the size of its blocks", () => {
  fc.assert(
    fc.property(bytes, fc.integer({ min: 13, max: 4096 }), (given, blockSize) => {
      expect([...unpackLz4Frame(packLz4Frame(given, blockSize))]).toEqual([...given]);
    }),
  );
});

it("A block that is not packed, sizes and checksums are read", () => {
  // Version 1, block checksums and the size of the content; one block as it is, and one that repeats its last byte ten times.
  const frame = Uint8Array.of(
    ...[0x04, 0x22, 0x4d, 0x18, 0x58, 0x40, 13, 0, 0, 0, 0, 0, 0, 0, 0],
    ...[2, 0, 0, 0x80, 7, 8, 0, 0, 0, 0],
    ...[5, 0, 0, 0, 0x06, 1, 0, 0x10, 9, 0, 0, 0, 0],
    ...[0, 0, 0, 0],
  );
  expect([...unpackLz4Frame(frame)]).toEqual([7, 8, ...Array.from({ length: 10 }, () => 8), 9]);
});

it("A frame that is damaged is refused, and never read beyond its end", () => {
  fc.assert(
    fc.property(bytes, fc.nat(), fc.integer({ min: 0, max: 255 }), fc.boolean(), (given, at, byte, isCut) => {
      const frame = packLz4Frame(given);
      const place = at % frame.length;
      const damaged = isCut ? frame.slice(0, place) : frame.with(place, byte);
      try {
        unpackLz4Frame(damaged);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
      if (isCut) expect(() => unpackLz4Frame(damaged)).toThrow(RangeError);
    }),
  );
});
