import fc from "fast-check";
import { expect, test } from "vitest";
import { type InnerStream, tearStreams } from "../../../../../lib/industry/flowsheet/tear-streams.ts";

const streams = (count: number) =>
  fc
    .array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1), fc.integer({ min: 1, max: 5 })), { maxLength: 14 })
    .map((all) => all.map(([from, to, size], at): InnerStream => ({ name: `s${at}`, from, to, size })));

/** Whether every stream that is not torn runs forward. */
function isOrdered(order: readonly number[], all: readonly InnerStream[], tears: readonly InnerStream[]): boolean {
  return all.every((stream) => tears.includes(stream) || order.indexOf(stream.from) < order.indexOf(stream.to));
}

const sizeOf = (all: readonly InnerStream[]) => all.reduce((sum, { size }) => sum + size, 0);

test("The torn streams leave an order, and no other order tears fewer numbers", () => {
  fc.assert(
    fc.property(streams(5), (all) => {
      const { order, tears } = tearStreams(5, all);
      expect([...order].sort()).toEqual([0, 1, 2, 3, 4]);
      expect(isOrdered(order, all, tears)).toBe(true);
      for (const other of permutations([0, 1, 2, 3, 4])) {
        const torn = all.filter(({ from, to }) => other.indexOf(from) >= other.indexOf(to));
        expect(sizeOf(tears)).toBeLessThanOrEqual(sizeOf(torn));
      }
    }),
    { numRuns: 60 },
  );
});

test("A part of many blocks is ordered by moves, none of which would improve it", () => {
  fc.assert(
    fc.property(streams(24), (all) => {
      const { order, tears } = tearStreams(24, all);
      expect(isOrdered(order, all, tears)).toBe(true);
      for (let at = 0; at < order.length; at++)
        for (let to = 0; to < order.length; to++) {
          const moved = order.filter((_, i) => i !== at);
          moved.splice(to, 0, order[at]!);
          const torn = all.filter(({ from, to: end }) => moved.indexOf(from) >= moved.indexOf(end));
          expect(sizeOf(tears)).toBeLessThanOrEqual(sizeOf(torn));
        }
    }),
    { numRuns: 20 },
  );
});

function permutations(of: readonly number[]): number[][] {
  if (of.length <= 1) return [[...of]];
  return of.flatMap((first, at) => permutations(of.filter((_, i) => i !== at)).map((rest) => [first, ...rest]));
}
