import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../../../lib/message/english.ts";
import { cholesky } from "../../../lib/numeric/cholesky.ts";
import { nearestCorrelation, smallestEigenvalue } from "../../../lib/numeric/nearest-correlation.ts";
import { symmetricEigen } from "../../../lib/numeric/symmetric-eigen.ts";
import { pedigree } from "../../../lib/uncertainty/distributions/pedigree.ts";
import { correlationOf, normalCorrelationOfRanks } from "../../../lib/uncertainty/propagation/correlation.ts";

const names = ["coal", "gas", "oil"];

/** A symmetric matrix with unit diagonal and anything off it: mostly no correlation matrix. */
const pseudo = fc.integer({ min: 2, max: 6 }).chain((n) =>
  fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: (n * (n - 1)) / 2, maxLength: (n * (n - 1)) / 2 })
    .map((below) => {
      const matrix = new Float64Array(n * n);
      let at = 0;
      for (let i = 0; i < n; i++) {
        matrix[i * n + i] = 1;
        for (let j = 0; j < i; j++) {
          const r = Math.round(below[at++]! * 1e6) / 1e6;
          matrix[i * n + j] = r;
          matrix[j * n + i] = r;
        }
      }
      return { matrix, n };
    }),
);

describe("the nearest correlation matrix", () => {
  it("has no negative eigenvalue and a unit diagonal, whatever is given", () => {
    fc.assert(
      fc.property(pseudo, ({ matrix, n }) => {
        const near = nearestCorrelation(matrix, n);
        expect(smallestEigenvalue(near, n)).toBeGreaterThan(-1e-12); // rounding of a zero eigenvalue
        for (let i = 0; i < n; i++) expect(near[i * n + i]).toBe(1);
      }),
      { numRuns: 40 },
    );
  });

  it("is Higham's for his example", () => {
    // Higham (2002), section 4: the matrix with 1 beside the diagonal and 0 in the corners.
    const near = nearestCorrelation(Float64Array.of(1, 1, 0, 1, 1, 1, 0, 1, 1), 3);
    expect(near[1]).toBeCloseTo(0.7607, 4);
    expect(near[2]).toBeCloseTo(0.1573, 4);
  });

  it("is the matrix itself where that is one", () => {
    const given = Float64Array.of(1, 0.6, 0.2, 0.6, 1, 0.3, 0.2, 0.3, 1);
    for (const [at, value] of nearestCorrelation(given, 3).entries()) expect(value).toBeCloseTo(given[at]!, 12);
  });
});

it("symmetricEigen takes a matrix apart and puts it together", () => {
  fc.assert(
    fc.property(pseudo, ({ matrix, n }) => {
      const { values, vectors } = symmetricEigen(matrix, n);
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) {
          let sum = 0;
          for (let k = 0; k < n; k++) sum += vectors[i * n + k]! * values[k]! * vectors[j * n + k]!;
          expect(sum).toBeCloseTo(matrix[i * n + j]!, 12);
        }
    }),
    { numRuns: 40 },
  );
});

describe("cholesky", () => {
  it("gives the published factor", () => {
    const lower = cholesky(Float64Array.of(1, 0.6, 0.2, 0.6, 1, 0.3, 0.2, 0.3, 1), 3);
    const expected = [1, 0, 0, 0.6, 0.8, 0, 0.2, 0.22499999999999998, 0.9536115561380326];
    for (const [at, value] of lower.entries()) expect(value).toBeCloseTo(expected[at]!, 15);
  });

  it("takes a singular matrix: variables that are one thing share one normal", () => {
    expect([...cholesky(Float64Array.of(1, 1, 1, 1), 2)]).toEqual([1, 0, 1, 0]);
  });
});

describe("correlations", () => {
  it("are none where none are given", () => {
    expect(correlationOf(names, undefined)).toBeNull();
    expect(correlationOf(names, { groups: [{ variables: ["coal"] }] })).toBeNull();
  });

  it("of ranks become those of the normals beneath by 2 sin(πρ/6)", () => {
    const copula = correlationOf(names, { pairs: [{ between: ["oil", "coal"], r: 0.5 }] });
    expect(copula!.matrix[2]).toBeCloseTo(2 * Math.sin(Math.PI / 12), 15);
    expect(normalCorrelationOfRanks(-1)).toBe(-1);
    const normals = correlationOf(names, { pairs: [{ between: ["oil", "coal"], r: 0.5 }], of: "normals" });
    expect(normals!.matrix[2]).toBe(0.5);
  });

  it("of one member of a group are those of all, so that nothing contradicts", () => {
    const copula = correlationOf([...names, "peat"], {
      groups: [{ variables: ["coal", "gas", "oil"] }],
      pairs: [{ between: ["peat", "gas"], r: 0.5 }],
      of: "normals",
    })!;
    expect(copula.adjusted).toBe(0);
    expect([0, 1, 2].map((at) => copula.matrix[at * 4 + 3])).toEqual([0.5, 0.5, 0.5]);
  });

  it("that contradict each other are replaced by the nearest that do not, and it is said", () => {
    const pairs = [
      { between: ["coal", "gas"], r: -0.9 },
      { between: ["gas", "oil"], r: -0.9 },
      { between: ["coal", "oil"], r: -0.9 },
    ] as const;
    const copula = correlationOf(names, { pairs, of: "normals" })!;
    expect(copula.matrix[1]).toBeCloseTo(-0.5, 8); // by symmetry: the lowest that three can have with each other
    expect(copula.adjusted).toBeCloseTo(0.4, 8);
    expect(inEnglish(copula.notes[0])).toMatch(/contradict each other.*at most 0\.400/);
  });

  it("that cannot be are refused in a sentence that names the variables", () => {
    const of = (spec: Parameters<typeof correlationOf>[1]) => () => correlationOf(names, spec);
    expect(of({ pairs: [{ between: ["coal", "gas"], r: 1.2 }] })).toThrow(/correlation of coal and gas is 1\.2/);
    expect(of({ pairs: [{ between: ["coal", "peat"], r: 0.2 }] })).toThrow(/names "peat"/);
    expect(of({ pairs: [{ between: ["coal", "coal"], r: 0.2 }] })).toThrow(/coal with itself/);
    expect(of({ groups: [{ variables: ["coal", "gas"] }], pairs: [{ between: ["gas", "coal"], r: 0.2 }] })).toThrow(
      /gas and coal is 1 in correlation\.groups\[0\] and 0\.2 in correlation\.pairs\[0\]/,
    );
    const matrix = (values: number[][]) => of({ matrix: { variables: ["coal", "gas"], values } });
    expect(
      matrix([
        [1, 0.5],
        [0.4, 1],
      ]),
    ).toThrow(/not symmetric: coal with gas is 0\.5/);
    expect(
      matrix([
        [2, 0.5],
        [0.5, 1],
      ]),
    ).toThrow(/coal with itself is 2/);
    expect(matrix([[1, 0.5]])).toThrow(/2 rows of 2/);
  });
});

describe("the pedigree matrix", () => {
  const best = { reliability: 1, completeness: 1, temporal: 1, geographical: 1, technological: 1 };
  it("widens a median by its scores", () => {
    const law = pedigree({ median: 4, basic: 1.05, scores: { ...best, technological: 5 } });
    // σ = ½ √(ln² 1.05 + ln² 2)
    expect(law.normal!.scale).toBeCloseTo(0.5 * Math.hypot(Math.log(1.05), Math.log(2)), 14);
    expect(law.quantile(0.5)).toBeCloseTo(4, 14);
  });
  it("refuses scores that are none", () => {
    expect(() => pedigree({ median: 4, scores: { ...best, temporal: 6 } })).toThrow(/temporal score is 6; expected/);
    expect(() => pedigree({ median: 4, scores: best })).toThrow(/nothing is uncertain/);
  });
});
