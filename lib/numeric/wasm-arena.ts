import { Fault } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import type { Arena } from "./arena.ts";

const texts = messages("numeric", {
  tooMuchMemory: {
    en: "{mebibytes} MiB are needed at once; WebAssembly is limited to 4096 MiB.",
    zh: "一次需要 {mebibytes} MiB；WebAssembly 最多可用 4096 MiB。",
  },
});

/** The exports of the assembly: addresses in bytes, leading dimensions in elements. */
export interface KernelExports {
  gemmScratch(): number;
  gemm(...args: number[]): void;
  gemv(...args: number[]): void;
  gemvTransposed(...args: number[]): void;
  csrGemm(...args: number[]): void;
  csrTransposedGemm(...args: number[]): void;
  luPanel(...args: number[]): number;
  solveLower(...args: number[]): void;
  solveUpper(...args: number[]): void;
  solveLowerTransposed(...args: number[]): void;
  solveUpperTransposed(...args: number[]): void;
  columnDots(...args: number[]): void;
  subtractColumns(...args: number[]): void;
  scaleColumns(...args: number[]): void;
  regionSums(...args: number[]): void;
  sweepLanes(...args: number[]): void;
  moveLanes(...args: number[]): void;
  gatherLanes(...args: number[]): void;
  weighLanes(...args: number[]): void;
  lengthenLanes(...args: number[]): void;
  normalLanes(...args: number[]): number;
  exponentialLanes(...args: number[]): void;
}

const PAGE = 65_536;
const MAX_PAGES = 65_536;
const ALIGN = 64;
/** Bytes reserved at the start: address 0 stays unused, and the first words count finished members. */
const RESERVED = 1024;

interface Gap {
  at: number;
  size: number;
}

/**
 * A WASM memory of fixed size with an instance of the kernels over it. It never grows, so its arrays stay valid; it is
 * freed with the last of them. First-fit allocation, adjacent gaps are merged.
 */
export class WasmArena implements Arena {
  readonly memory: WebAssembly.Memory;
  /** Of the memory, which asks the engine for it each time. */
  readonly buffer: ArrayBufferLike;
  readonly exports: KernelExports;
  /** Address of a worker's scratch, and from one to the next. */
  readonly scratch = RESERVED;
  readonly scratchBytes: number;
  readonly #gaps: Gap[];
  /** Above this address nothing was ever allocated: the memory there is still zero and untouched. */
  #used: number;

  /** Throws RangeError if the memory exceeds WASM's 4 GiB or is not available. */
  constructor(module: WebAssembly.Module, bytes: number, workers: number, scratchBytes: number, shared: boolean) {
    const start = RESERVED + workers * scratchBytes;
    const pages = Math.ceil((start + bytes) / PAGE);
    if (pages > MAX_PAGES) {
      throw new Fault(texts.tooMuchMemory({ mebibytes: Math.ceil(bytes / 2 ** 20) }), { name: "RangeError" });
    }
    this.scratchBytes = scratchBytes;
    this.memory = memoryOf(pages, shared);
    this.buffer = this.memory.buffer;
    this.exports = new WebAssembly.Instance(module, { env: { memory: this.memory } })
      .exports as unknown as KernelExports;
    this.#gaps = [{ at: start, size: pages * PAGE - start }];
    this.#used = start;
  }

  floats(length: number): Float64Array {
    const at = this.#take(length * 8);
    return at < 0 ? new Float64Array(length) : new Float64Array(this.memory.buffer, at, length);
  }

  integers(length: number): Int32Array {
    const at = this.#take(length * 4);
    return at < 0 ? new Int32Array(length) : new Int32Array(this.memory.buffer, at, length);
  }

  give(...arrays: readonly (Float64Array | Int32Array)[]): void {
    for (const array of arrays) {
      if (array.buffer !== this.memory.buffer || array.length === 0) continue;
      this.#return({ at: array.byteOffset, size: aligned(array.byteLength) });
    }
  }

  #take(bytes: number): number {
    const size = aligned(bytes);
    const gap = this.#gaps.find((candidate) => candidate.size >= size);
    if (!gap || size === 0) return -1;
    const { at } = gap;
    gap.at += size;
    gap.size -= size;
    if (gap.size === 0) this.#gaps.splice(this.#gaps.indexOf(gap), 1);
    if (at < this.#used) new Uint8Array(this.memory.buffer, at, Math.min(size, this.#used - at)).fill(0);
    this.#used = Math.max(this.#used, at + size);
    return at;
  }

  #return(freed: Gap): void {
    const gaps = this.#gaps;
    let i = gaps.findIndex(({ at }) => at > freed.at);
    if (i < 0) i = gaps.length;
    gaps.splice(i, 0, freed);
    for (const k of [i, i - 1]) {
      const left = gaps[k];
      const right = gaps[k + 1];
      if (!left || !right || left.at + left.size !== right.at) continue;
      left.size += right.size;
      gaps.splice(k + 1, 1);
    }
  }
}

function memoryOf(pages: number, shared: boolean): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: pages, maximum: pages, ...(shared ? { shared } : {}) });
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGN) * ALIGN;
}
