/**
 * Limits of classes for a map, as round numbers: five classes from zero on by the quantiles of positive values, or seven about zero,
 * symmetric, by those of sizes.
 */
export function classLimits(values: readonly number[]): number[] {
  const finite = values.filter(Number.isFinite);
  const isAboutZero = finite.some((value) => value < 0);
  const sizes = finite.map(Math.abs).sort((a, b) => a - b);
  const at = (probability: number) => roundNumber(sizes[Math.floor((sizes.length - 1) * probability)] ?? 0);
  const limits = isAboutZero ? [at(0.25), at(0.55), at(0.85)] : [at(0.15), at(0.35), at(0.55), at(0.75), at(0.92)];
  const distinct = [...new Set(limits)].filter((limit) => limit > 0);
  return isAboutZero ? [...distinct.map((limit) => -limit).reverse(), ...distinct] : distinct;
}

/** The nearest of 1, 2, 3, 5, 7 times a power of ten. */
function roundNumber(value: number): number {
  if (value === 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const digits = [1, 2, 3, 5, 7, 10];
  const nearest = digits.reduce((best, digit) =>
    Math.abs(digit - value / power) < Math.abs(best - value / power) ? digit : best,
  );
  return Number((nearest * power).toPrecision(2));
}
