/** A quantile of sorted values, linear between ranks at (n − 1) p (Hyndman, Fan 1996, type 7); NaN of no values. */
export function quantileOf(sorted: ArrayLike<number>, p: number): number {
  const place = p * (sorted.length - 1);
  const low = Math.floor(place);
  return sorted[low]! + (place - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
}
