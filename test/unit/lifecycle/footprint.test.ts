import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aggregateFootprints, type FootprintInput } from "../../../lib/lifecycle/footprint/aggregate-footprints.ts";
import { writeMessage } from "../../../lib/message/write.ts";

const input = (change: Partial<FootprintInput> = {}): FootprintInput => ({
  name: "steel",
  quantity: 1,
  footprint: 2,
  primaryDataShare: 0.5,
  dataQuality: 2,
  ...change,
});

const notesOf = (inputs: readonly FootprintInput[]) =>
  aggregateFootprints(inputs).notes.map((note) => writeMessage(note));

describe("A footprint of inputs", () => {
  it("keeps shares and ratings within their ranges, whatever the signs of the contributions", () => {
    const number = fc.double({ min: -100, max: 100, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const rating = fc.double({ min: 1, max: 5, noNaN: true });
    const inputs = fc.array(
      fc.record({ quantity: number, footprint: number, primaryDataShare: share, dataQuality: rating }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(inputs, (drawn) => {
        const found = aggregateFootprints(drawn.map((each) => input(each)));
        if (found.primaryDataShare === null) return;
        // Weighted means of double precision may leave the range by a few units in the last place.
        expect(found.primaryDataShare).toBeGreaterThanOrEqual(-1e-12);
        expect(found.primaryDataShare).toBeLessThanOrEqual(1 + 1e-12);
        expect(found.dataQuality!.temporal).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(found.dataQuality!.temporal).toBeLessThanOrEqual(5 + 1e-12);
      }),
    );
  });

  it("counts an unstated share as secondary, leaves an unrated input out of the ratings, and says both", () => {
    const unknown = input({ name: "paint", primaryDataShare: null, dataQuality: null });
    const found = aggregateFootprints([input(), unknown]);
    expect(found).toMatchObject({ primaryDataShare: 0.25, ratedShare: 0.5, dataQuality: { mean: 2 } });
    expect(notesOf([input(), unknown])).toEqual([
      "The primary-data share of paint is not stated and counts as 0: the share of the product is a lower bound.",
      "paint has no data-quality rating: the rating of the product covers the other inputs only.",
    ]);
  });

  it("weighs a credit by its size, and says so", () => {
    const credit = input({ name: "recycling", quantity: -1, primaryDataShare: 1 });
    expect(aggregateFootprints([input({ quantity: 3 }), credit]).primaryDataShare).toBe(0.625);
    expect(notesOf([input({ quantity: 3 }), credit])).toEqual([
      "recycling lowers the footprint: shares and ratings are weighted by the absolute size of each contribution.",
    ]);
  });

  it("has no share where nothing contributes", () => {
    const found = aggregateFootprints([input({ quantity: 0 })]);
    expect(found).toMatchObject({ excludingUptake: 0, primaryDataShare: null, dataQuality: null });
    expect(found.contributions[0]!.share).toBe(null);
  });

  it("is refused with a sentence if a number does not fit", () => {
    expect(() => aggregateFootprints([])).toThrow("inputs is empty");
    expect(() => aggregateFootprints([input({ footprint: Number.NaN })])).toThrow(
      'The footprint of the input "steel" is NaN; expected a finite number.',
    );
    expect(() => aggregateFootprints([input({ primaryDataShare: 60 })])).toThrow(
      'The primary-data share of the input "steel" is 60; expected 0 to 1.',
    );
    expect(() => aggregateFootprints([input({ dataQuality: 0 })])).toThrow(
      'The technological data-quality rating of the input "steel" is 0; expected 1 (best) to 5.',
    );
    expect(() => aggregateFootprints([input()], { carbonContent: -1 })).toThrow("The biogenic carbon content is -1");
  });
});
