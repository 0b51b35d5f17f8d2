import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exponentials, ONE, PER_UNIT, powers, REST, STEP } from "../../../lib/numeric/exponential.ts";
import type { Kernels } from "../../../lib/numeric/kernels.ts";
import { LANES } from "../../../lib/numeric/typescript-lanes.ts";
import { NormalLanes } from "../../../lib/uncertainty/sampling/normal-lanes.ts";
import { inside, normalStream, scales } from "../../../lib/uncertainty/sampling/normal-stream.ts";
import { numbersFrom } from "../lib/tables.ts";
import { allKernels } from "./builds.ts";
import { expectSameBits, largestGap } from "./gaps.ts";

/** Four systems of n columns with up to three cells each and a diagonal about 2, of which some columns are moved by m numbers. */
function systems(seed: number, n: number) {
  const next = numbersFrom(seed);
  const whole = (below: number) => Math.floor(next() * below);
  const starts = [0];
  const rows: number[] = [];
  for (let i = 0; i < n; i++) {
    for (let k = whole(4); k > 0; k--) rows.push(whole(n));
    starts.push(rows.length);
  }
  const listed = Array.from({ length: n }, (_, i) => i).filter((i) => next() < 0.6 && starts[i]! < starts[i + 1]!);
  const cells = listed.flatMap((i) => Array.from({ length: starts[i + 1]! - starts[i]! }, (_, k) => starts[i]! + k));
  let end = 0;
  const numbers = Array.from({ length: LANES * n }, () => (next() < 0.2 ? 0 : next() - 0.5));
  return {
    n,
    diagonal: rows.length,
    starts,
    rows,
    values: Array.from({ length: LANES * (rows.length + n) }, (_, at) =>
      at < LANES * rows.length ? next() - 0.5 : 1.5 + next(),
    ),
    x: numbers.map(() => next()),
    r: numbers.map((value, at) => (Math.floor(at / LANES) % 3 === 0 ? 0 : value)),
    before: numbers.map(() => next()),
    weights: Array.from({ length: n }, () => next()),
    columns: listed,
    ends: listed.map((i) => {
      end += starts[i + 1]! - starts[i]!;
      return end;
    }),
    places: cells,
    cellRows: cells.map((cell) => rows[cell]!),
    numbers: cells.map(() => whole(n)),
    factors: cells.map(() => next() * 2 - 1),
    base: cells.map(() => next()),
    deviations: numbers,
    s: Array.from({ length: n }, () => next()),
    w: Array.from({ length: n }, () => next()),
    d: numbers.map(() => next()),
  };
}
type Systems = ReturnType<typeof systems>;

/** What the kernels make of it, in their arena or outside. */
function run(kernels: Kernels, given: Systems, isHoused: boolean) {
  const arena = isHoused ? kernels.arena(1_000_000) : undefined;
  const doubles = (list: readonly number[]) => {
    const array = arena?.floats(list.length) ?? new Float64Array(list.length);
    array.set(list);
    return array;
  };
  const integers = (list: readonly number[]) => {
    const array = arena?.integers(list.length) ?? new Int32Array(list.length);
    array.set(list);
    return array;
  };
  const singles = (list: readonly number[]) => {
    const { buffer, byteOffset } = doubles(Array.from({ length: Math.ceil(list.length / 2) }, () => 0));
    const array = new Float32Array(buffer, byteOffset, list.length);
    array.set(list);
    return array;
  };
  const { n, diagonal } = given;
  const [x, r, values, before] = [given.x, given.r, given.values, given.before].map(singles) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const [columns, ends, rows, numbers] = [given.columns, given.ends, given.cellRows, given.numbers].map(integers) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const [factors, deviations] = [singles(given.factors), singles(given.deviations)];
  const d = doubles(given.d);
  const [sums, beyond] = [doubles(Array.from({ length: 3 * LANES }, () => 0)), singles([0.5, 0, -0.25, 2])];
  const middle = columns.length >> 1;
  for (const [from, to] of [
    [0, middle],
    [middle, columns.length],
  ] as const) {
    kernels.gatherLanes(from, to, columns, ends, rows, numbers, factors, deviations, doubles(given.w), d);
    kernels.moveLanes(
      from,
      to,
      columns,
      ends,
      rows,
      integers(given.places),
      numbers,
      factors,
      singles(given.base),
      deviations,
      singles(given.s),
      values,
      r,
    );
  }
  const moved = { r: Array.from(r), values: Array.from(values) };
  kernels.sweepLanes(n, integers(given.starts), integers(given.rows), values, diagonal, x, r);
  const swept = { x: Array.from(x), r: Array.from(r) };
  kernels.weighLanes(n, doubles(given.weights), r, before, sums);
  kernels.lengthenLanes(n, beyond, x, before);
  return { d: Array.from(d), moved, swept, sums: Array.from(sums), lengthened: Array.from(x) };
}

const listed = ({ d, moved, swept, sums, lengthened }: ReturnType<typeof run>) =>
  [d, moved.r, moved.values, swept.x, swept.r, sums, lengthened].flatMap((list) => [list.length, ...list]);

/** One of the systems by the definition, in double precision. */
function defined(given: Systems, lane: number) {
  const { n, diagonal, starts, rows } = given;
  const of = (list: readonly number[]) => list.filter((_, at) => at % LANES === lane);
  const [values, x, r, before, deviations, d] = [
    of(given.values),
    of(given.x),
    of(given.r),
    of(given.before),
    of(given.deviations),
    of(given.d),
  ];
  given.columns.forEach((column, c) => {
    for (let p = c === 0 ? 0 : given.ends[c - 1]!; p < given.ends[c]!; p++) {
      const move = given.factors[p]! * deviations[given.numbers[p]!]!;
      values[given.places[p]!] = given.base[p]! + move;
      r[given.cellRows[p]!]! -= move * given.s[column]!;
      d[column]! -= given.w[given.cellRows[p]!]! * move;
    }
  });
  const moved = { r: [...r], values: [...values] };
  for (let i = 0; i < n; i++) {
    const step = r[i]! / values[diagonal + i]!;
    x[i]! += step;
    r[i] = 0;
    for (let p = starts[i]!; p < starts[i + 1]!; p++) r[rows[p]!]! -= values[p]! * step;
  }
  const sum = (each: (i: number) => number) => r.reduce((all, _, i) => all + each(i), 0);
  const [now, last] = [(i: number) => given.weights[i]! * r[i]!, (i: number) => given.weights[i]! * before[i]!];
  const sums = [sum(now), sum((i) => now(i) ** 2), sum((i) => now(i) * last(i))];
  const by = [0.5, 0, -0.25, 2][lane]!;
  return {
    d,
    moved,
    swept: { x: [...x], r },
    sums,
    lengthened: x.map((value, i) => value + by * (value - before[i]!)),
  };
}

const available = await allKernels();
const FAR = 200_000;

/** Where the normal numbers of four streams reach the edge of a layer, with the state and the numbers at the end. */
function edgesOf(each: Kernels) {
  const arena = each.arena(8 * LANES * FAR + 20_000);
  const [state, bounds] = [arena.integers(10 * LANES), arena.integers(256)];
  const [sizes, out] = [arena.floats(256), arena.floats(LANES * FAR)];
  state.set(Array.from({ length: 8 * LANES }, (_, k) => Math.imul(k + 1, 0x9e3779b9)));
  sizes.set(scales);
  bounds.set(inside);
  const edges: number[] = [];
  for (let i = 0; i < FAR; i++) {
    i = each.normalLanes(i, FAR, state, sizes, bounds, out);
    edges.push(i);
  }
  return { edges, state, out };
}

const wantedEdges = edgesOf(available[0]!);

describe.each(available.map((kernels) => ({ name: kernels.name, kernels })))("$name", ({ kernels }) => {
  test("moves and sweeps four systems side by side as one by one, with the same bits as TypeScript, in its arena or not", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 60 }), (seed, n) => {
        const given = systems(seed, n);
        const got = run(kernels, given, true);
        expectSameBits(listed(got), listed(run(available[0]!, given, false)));
        expectSameBits(listed(run(kernels, given, false)), listed(got));
        for (let lane = 0; lane < LANES; lane++) {
          const wanted = defined(given, lane);
          // Roundings to 24 bits of sums of some ten numbers about 1, which a sweep may enlarge a few times.
          const near = (lanes: readonly number[], one: readonly number[], tolerance = 2e-5) => {
            const mine = lanes.filter((_, at) => at % LANES === lane);
            expect(largestGap(mine, one, (value) => Math.max(1, Math.abs(value)))).toBeLessThan(tolerance);
          };
          near(got.moved.values, wanted.moved.values);
          near(got.moved.r, wanted.moved.r);
          near(got.d, wanted.d);
          near(got.swept.x, wanted.swept.x);
          near(got.swept.r, wanted.swept.r);
          near(got.lengthened, wanted.lengthened);
          near(got.sums, wanted.sums, 1e-3);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("draws the normal numbers of four streams side by side, with the bits that each has by itself", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 1024 }), (seed, block, n) => {
        const names = ["a", "b", "c", "d"];
        const arena = kernels.arena(NormalLanes.bytes + 8 * LANES * 1024 + 256);
        const out = arena.floats(LANES * 1024);
        const normals = new NormalLanes(kernels, arena);
        normals.fill(NormalLanes.streams(seed, names), block, n, out);
        for (const [lane, name] of names.entries()) {
          const alone = new Float64Array(n);
          normalStream(seed, name).fill(1024 * block, alone);
          expectSameBits(
            alone.map((_, i) => out[LANES * i + lane]!),
            alone,
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  test("finds the edge of a layer at the same number, in the tail of the first one, too", () => {
    const { edges, state, out } = edgesOf(kernels);
    expectSameBits(edges, wantedEdges.edges);
    expectSameBits(state, wantedEdges.state);
    expectSameBits(out, wantedEdges.out);
    // Of 2^31 sizes of a word those that are inside, by layer; five standard deviations of a binomial share.
    const alone = inside.reduce((sum, words) => sum + words / 2 ** 31, 0) / inside.length;
    const share = 1 - alone ** LANES;
    expect(Math.abs(edges.length / FAR - share)).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / FAR));
  });

  test("makes them into deviations of lognormal numbers, with the bits of one by one but for single precision", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 300 }), (seed, n) => {
        const next = numbersFrom(seed);
        const arena = kernels.arena(8 * (powers.length + 9 * n + 100) + 2000);
        const list = (length: number, each: () => number) => arena.floats(length).map(each);
        const houses = (values: Float64Array) => {
          const array = arena.floats(values.length);
          array.set(values);
          return array;
        };
        const [rate, factor, offset] = [0, 0, 0].map(() => houses(list(n, () => 3 * (next() - 0.5)))) as [
          Float64Array,
          Float64Array,
          Float64Array,
        ];
        const from = Math.floor(n / 3);
        const z = houses(Float64Array.from({ length: LANES * (n - from) }, () => 20 * (next() - 0.5)));
        const table = houses(powers);
        const room = arena.floats(2 * n);
        const out = new Float32Array(room.buffer, room.byteOffset, LANES * n);
        kernels.exponentialLanes(from, n, from, z, rate, factor, offset, table, ONE, PER_UNIT, STEP, REST, out);
        for (let lane = 0; lane < LANES; lane++) {
          const alone = new Float64Array(n);
          for (let i = from; i < n; i++) alone[i] = z[LANES * (i - from) + lane]!;
          exponentials(alone, rate, factor, offset, from, n);
          const wanted = Float32Array.from(alone.subarray(from));
          expectSameBits(
            wanted.map((_, i) => out[LANES * (from + i) + lane]!),
            wanted,
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});
