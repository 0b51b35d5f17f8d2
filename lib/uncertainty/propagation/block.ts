/** Draws per block. A worker gets whole blocks, so that sums are always made in the same order. */
export const BLOCK = 1024;
