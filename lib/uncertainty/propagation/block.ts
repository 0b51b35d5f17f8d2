/** Draws that are taken together. A worker is given whole blocks, so that sums are always made in the same order. */
export const BLOCK = 1024;
