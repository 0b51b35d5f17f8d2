/** Relative share of a vector that is taken as rounding of zero. */
export const ZERO = 1e-9;
