import type { Arena } from "./arena.ts";
import { copyBlock } from "./copy-block.ts";
import type { Kernels } from "./kernels.ts";

const EDGE = 512;

/** C ← C + α op(A) B for arrays in ordinary memory: blocks of up to 512² are copied into the arena, k ascending. */
export function copyingGemm(
  arena: Arena,
  gemm: Kernels["gemm"],
  flipped: boolean,
  ...[m, n, k, alpha, a, aAt, lda, b, bAt, ldb, c, cAt, ldc]: Parameters<Kernels["gemm"]>
): void {
  const blockA = arena.floats(EDGE * EDGE);
  const blockB = arena.floats(EDGE * EDGE);
  const blockC = arena.floats(EDGE * EDGE);
  for (let i = 0; i < m; i += EDGE) {
    const mi = Math.min(EDGE, m - i);
    for (let j = 0; j < n; j += EDGE) {
      const nj = Math.min(EDGE, n - j);
      copyBlock(mi, nj, c, cAt + i * ldc + j, ldc, blockC, 0, nj);
      for (let p = 0; p < k; p += EDGE) {
        const kp = Math.min(EDGE, k - p);
        if (flipped) copyBlock(kp, mi, a, aAt + p * lda + i, lda, blockA, 0, mi);
        else copyBlock(mi, kp, a, aAt + i * lda + p, lda, blockA, 0, kp);
        copyBlock(kp, nj, b, bAt + p * ldb + j, ldb, blockB, 0, nj);
        gemm(mi, nj, kp, alpha, blockA, 0, flipped ? mi : kp, blockB, 0, nj, blockC, 0, nj);
      }
      copyBlock(mi, nj, blockC, 0, nj, c, cAt + i * ldc + j, ldc);
    }
  }
  arena.give(blockA, blockB, blockC);
}
