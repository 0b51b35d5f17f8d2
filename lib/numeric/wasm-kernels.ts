import type { Kernels } from "./kernels.ts";
import { shareOut, type ThreadTeam } from "./thread-team.ts";
import { typescriptKernels as plain } from "./typescript-kernels.ts";
import { type KernelExports, WasmArena } from "./wasm-arena.ts";
import { copyingGemm } from "./wasm-copies.ts";

/**
 * strict: SIMD, the same bits everywhere. relaxed: multiply-adds may be fused. threaded: relaxed over shared memory;
 * threadedStrict: strict over shared memory.
 */
export type BuildName = "strict" | "relaxed" | "threaded" | "threadedStrict";

/** A share below this many multiply-adds takes less time than its dispatch. */
const WORTH_SHARING = 2_000_000;
/** Below this copying to WASM costs more than it saves. */
const WORTH_COPYING = 100_000;

/**
 * The kernels over a compiled build. Arrays in the same arena are processed in place; others are
 * copied block by block if that is faster, or use TypeScript. With a team, and a build over shared memory, the rows or
 * columns of a result are divided among threads, never a sum.
 *
 * @param worthSharing multiply-adds of the smallest share that is dispatched to a thread.
 */
export function wasmKernels(
  module: WebAssembly.Module,
  build: BuildName,
  team?: ThreadTeam,
  worthSharing = WORTH_SHARING,
): Kernels {
  const shared = build === "threaded" || build === "threadedStrict";
  const workers = shared && team ? team.size + 1 : 1;
  const scratchBytes = Math.ceil((scratchOf(module, shared) + 64) / 64) * 64;
  const arenas = new WeakMap<ArrayBufferLike, WasmArena>();
  const numbers = new WeakMap<WasmArena, number>();
  /** The arena of the last random numbers: faster than a look into the map. */
  let recent: WeakRef<WasmArena> | undefined;
  const left = new FinalizationRegistry<number>((arena) => {
    for (let i = 0; team && i < team.size; i++) team.post(i, { arena, leave: true });
  });
  let count = 0;

  function arena(bytes: number): WasmArena {
    const made = new WasmArena(module, bytes, workers, scratchBytes, shared);
    arenas.set(made.memory.buffer, made);
    if (team && workers > 1) {
      const number = ++count;
      numbers.set(made, number);
      left.register(made, number);
      for (let i = 0; i < team.size; i++) team.post(i, { arena: number, memory: made.memory });
    }
    return made;
  }

  /** The arena that contains all the arrays. */
  function common(...arrays: readonly ArrayBufferView[]): WasmArena | undefined {
    const first = arrays[0]!.buffer;
    return arrays.every(({ buffer }) => buffer === first) ? arenas.get(first) : undefined;
  }

  /** Runs `args(from, to, scratch)` for parts of 0 … length, in multiples of `grain`. */
  function share(
    home: WasmArena,
    kernel: keyof KernelExports,
    length: number,
    grain: number,
    multiplyAdds: number,
    args: (from: number, to: number, scratch: number) => number[],
  ): void {
    const parts = Math.max(1, Math.min(workers, Math.floor(multiplyAdds / worthSharing)));
    const step = Math.ceil(length / parts / grain) * grain;
    const shares: number[][] = [];
    for (let from = 0; from < length; from += step) {
      shares.push(args(from, Math.min(length, from + step), home.scratch + shares.length * home.scratchBytes));
    }
    if (shares.length === 1) home.exports[kernel](...shares[0]!);
    else if (team && shares.length > 1) {
      shareOut(team, numbers.get(home)!, home.memory, home.exports, kernel, shares);
    }
  }

  const gemmOf = (flipped: 0 | 1): Kernels["gemm"] => {
    const run: Kernels["gemm"] = (m, n, k, alpha, a, aAt, lda, b, bAt, ldb, c, cAt, ldc) => {
      if (m === 0 || n === 0 || k === 0) return;
      const home = common(a, b, c);
      if (!home) {
        if (m * n * k < WORTH_COPYING) {
          (flipped ? plain.gemmTransposed : plain.gemm)(m, n, k, alpha, a, aAt, lda, b, bAt, ldb, c, cAt, ldc);
        } else copyingGemm(copyArena(), run, flipped === 1, m, n, k, alpha, a, aAt, lda, b, bAt, ldb, c, cAt, ldc);
        return;
      }
      const [pa, pb, pc] = [addressOf(a, aAt), addressOf(b, bAt), addressOf(c, cAt)];
      // A wide result of few rows is divided by columns, any other by rows.
      if (m >= 48 * workers || m >= n) {
        share(home, "gemm", m, 12, m * n * k, (from, to, scratch) => {
          const start = pa + 8 * from * (flipped ? 1 : lda);
          return [flipped, to - from, n, k, alpha, start, lda, pb, ldb, pc + 8 * from * ldc, ldc, scratch];
        });
      } else {
        share(home, "gemm", n, 4, m * n * k, (from, to, scratch) => {
          return [flipped, m, to - from, k, alpha, pa, lda, pb + 8 * from, ldb, pc + 8 * from, ldc, scratch];
        });
      }
    };
    return run;
  };

  /** The arena for copies, created on first use. */
  let copies: WasmArena | undefined;
  const copyArena = () => {
    copies ??= arena(COPIES);
    return copies;
  };

  return {
    name: workers > 1 ? `WASM ${build}, ${workers} threads` : `WASM ${build}`,
    reproducible: build === "strict" || build === "threadedStrict",
    block: 60_000_000 * workers,
    arena,
    arenaOf: (array) => arenas.get(array.buffer),
    gemm: gemmOf(0),
    gemmTransposed: gemmOf(1),
    gemv(m, n, alpha, a, aAt, lda, x, y) {
      const home = common(a, x, y);
      if (!home) return plain.gemv(m, n, alpha, a, aAt, lda, x, y);
      const [pa, px, py] = [addressOf(a, aAt), x.byteOffset, y.byteOffset];
      share(home, "gemv", m, 8, 2 * m * n, (from, to) => [
        to - from,
        n,
        alpha,
        pa + 8 * from * lda,
        lda,
        px,
        py + 8 * from,
      ]);
    },
    gemvTransposed(m, n, alpha, a, aAt, lda, x, y) {
      const home = common(a, x, y);
      if (!home) return plain.gemvTransposed(m, n, alpha, a, aAt, lda, x, y);
      const [pa, px, py] = [addressOf(a, aAt), x.byteOffset, y.byteOffset];
      share(home, "gemvTransposed", n, 8, 2 * m * n, (from, to) => [
        m,
        to - from,
        alpha,
        pa + 8 * from,
        lda,
        px,
        py + 8 * from,
      ]);
    },
    csrGemm(from, to, first, last, alpha, rowStarts, columnIndices, values, width, x, y) {
      const home = common(rowStarts, columnIndices, values, x, y);
      if (!home) return plain.csrGemm(from, to, first, last, alpha, rowStarts, columnIndices, values, width, x, y);
      const entries = ((rowStarts[to]! - rowStarts[from]!) * (last - first)) / Math.max(1, x.length / width);
      const [ps, pc, pv] = [rowStarts.byteOffset, columnIndices.byteOffset, values.byteOffset];
      share(home, "csrGemm", to - from, 8, 2 * entries * width, (head, tail) => [
        from + head,
        from + tail,
        first,
        last,
        alpha,
        ps,
        pc,
        pv,
        width,
        x.byteOffset,
        y.byteOffset,
      ]);
    },
    csrTransposedGemm(from, to, first, last, alpha, rowStarts, columnIndices, values, width, x, y) {
      const home = common(rowStarts, columnIndices, values, x, y);
      if (!home)
        return plain.csrTransposedGemm(from, to, first, last, alpha, rowStarts, columnIndices, values, width, x, y);
      const entries = ((rowStarts[to]! - rowStarts[from]!) * (last - first)) / Math.max(1, y.length / width);
      const [ps, pc, pv] = [rowStarts.byteOffset, columnIndices.byteOffset, values.byteOffset];
      share(home, "csrTransposedGemm", last - first, 8, 2 * entries * width, (head, tail) => [
        from,
        to,
        first + head,
        first + tail,
        alpha,
        ps,
        pc,
        pv,
        width,
        x.byteOffset,
        y.byteOffset,
      ]);
    },
    luPanel(rows, columns, a, pivots) {
      const home = common(a, pivots);
      if (!home) return plain.luPanel(rows, columns, a, pivots);
      return home.exports.luPanel(rows, columns, a.byteOffset, pivots.byteOffset, home.scratch);
    },
    solveTriangle(triangle, m, w, t, tAt, ldt, x, xAt, ldx) {
      const home = common(t, x);
      if (!home) return plain.solveTriangle(triangle, m, w, t, tAt, ldt, x, xAt, ldx);
      const kernel = SOLVES[triangle];
      share(home, kernel, w, 4, (m * m * w) / 2, (from, to, scratch) => [
        m,
        to - from,
        addressOf(t, tAt),
        ldt,
        addressOf(x, xAt + from),
        ldx,
        scratch,
      ]);
    },
    columnDots(n, w, x, y, out) {
      const home = common(x, y);
      if (!home) return plain.columnDots(n, w, x, y, out);
      const sums = out.buffer === x.buffer ? out : home.floats(w);
      if (sums.buffer !== x.buffer) return plain.columnDots(n, w, x, y, out);
      home.exports.columnDots(n, w, x.byteOffset, y.byteOffset, sums.byteOffset);
      if (sums === out) return;
      out.set(sums);
      home.give(sums);
    },
    subtractColumns(n, w, factors, x, y) {
      const home = common(factors, x, y);
      if (!home) return plain.subtractColumns(n, w, factors, x, y);
      home.exports.subtractColumns(n, w, factors.byteOffset, x.byteOffset, y.byteOffset);
    },
    scaleColumns(n, w, factors, x) {
      const home = common(factors, x);
      if (!home) return plain.scaleColumns(n, w, factors, x);
      home.exports.scaleColumns(n, w, factors.byteOffset, x.byteOffset);
    },
    regionSums(values, regions, sums, counts) {
      const home = common(values, regions, sums, counts);
      if (!home) return plain.regionSums(values, regions, sums, counts);
      const [pv, pr] = [values.byteOffset, regions.byteOffset];
      home.exports.regionSums(values.length, pv, pr, sums.byteOffset, counts.byteOffset);
    },
    sweepLanes(n, starts, rows, values, diagonal, x, r) {
      const home = common(starts, rows, values, x, r);
      if (!home) return plain.sweepLanes(n, starts, rows, values, diagonal, x, r);
      const [ps, pr, pv] = addressesOf(starts, rows, values);
      home.exports.sweepLanes(n, ps!, pr!, pv!, diagonal, x.byteOffset, r.byteOffset);
    },
    moveLanes(from, to, ...arrays) {
      const home = common(...arrays);
      if (!home) return plain.moveLanes(from, to, ...arrays);
      home.exports.moveLanes(from, to, ...addressesOf(...arrays));
    },
    gatherLanes(from, to, ...arrays) {
      const home = common(...arrays);
      if (!home) return plain.gatherLanes(from, to, ...arrays);
      home.exports.gatherLanes(from, to, ...addressesOf(...arrays));
    },
    weighLanes(n, ...arrays) {
      const home = common(...arrays);
      if (!home) return plain.weighLanes(n, ...arrays);
      home.exports.weighLanes(n, ...addressesOf(...arrays));
    },
    lengthenLanes(n, ...arrays) {
      const home = common(...arrays);
      if (!home) return plain.lengthenLanes(n, ...arrays);
      home.exports.lengthenLanes(n, ...addressesOf(...arrays));
    },
    normalLanes(from, n, state, scales, inside, out) {
      // Called for every edge of a layer, so without the list of arrays that `common` takes.
      const { buffer } = state;
      const isTogether = scales.buffer === buffer && inside.buffer === buffer && out.buffer === buffer;
      let home = recent?.deref();
      if (home?.buffer !== buffer) {
        home = arenas.get(buffer);
        recent = home && new WeakRef(home);
      }
      if (!home || !isTogether) return plain.normalLanes(from, n, state, scales, inside, out);
      const { normalLanes } = home.exports;
      return normalLanes(from, n, state.byteOffset, scales.byteOffset, inside.byteOffset, out.byteOffset);
    },
    exponentialLanes(from, to, start, x, rate, factor, offset, powers, one, perUnit, step, rest, out) {
      const home = common(x, rate, factor, offset, powers, out);
      if (!home)
        return plain.exponentialLanes(from, to, start, x, rate, factor, offset, powers, one, perUnit, step, rest, out);
      const [px, pr, pf, po, pp] = addressesOf(x, rate, factor, offset, powers) as [
        number,
        number,
        number,
        number,
        number,
      ];
      home.exports.exponentialLanes(
        from,
        to,
        px - 32 * start,
        pr,
        pf,
        po,
        pp + 8 * one,
        perUnit,
        step,
        rest,
        out.byteOffset,
      );
    },
  };
}

const SOLVES = {
  lower: "solveLower",
  upper: "solveUpper",
  lowerTransposed: "solveLowerTransposed",
  upperTransposed: "solveUpperTransposed",
} as const;

/** Bytes of the arena through which blocks of ordinary arrays are copied. */
const COPIES = 8 * 3 * 512 * 512 + 4096;

function addressesOf(...arrays: readonly ArrayBufferView[]): number[] {
  return arrays.map(({ byteOffset }) => byteOffset);
}

function addressOf(array: Float64Array, at: number): number {
  return array.byteOffset + 8 * at;
}

/** Read from an instance over the smallest memory that the build accepts. */
function scratchOf(module: WebAssembly.Module, shared: boolean): number {
  return new WasmArena(module, 0, 1, 0, shared).exports.gemmScratch();
}
