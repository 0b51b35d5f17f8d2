/**
 * Positions of labels along one axis that do not overlap and stay within bounds, each as near to its wanted position as the others
 * allow (least squares, in the order of the wanted positions: pool adjacent violators). Bounds that are too narrow are exceeded at
 * the end.
 */
export function spreadLabels(
  wanted: readonly number[],
  sizes: readonly number[],
  [start, end]: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  // The distance of each label's centre from the first one's, if all touch.
  const offsets: number[] = [];
  order.forEach((label, i) => {
    const before = order[i - 1];
    offsets.push(before === undefined ? 0 : offsets[i - 1]! + (sizes[before]! + sizes[label]!) / 2);
  });
  const groups: { sum: number; count: number }[] = [];
  for (const [i, label] of order.entries()) {
    groups.push({ sum: wanted[label]! - offsets[i]!, count: 1 });
    while (groups.length > 1 && meanOf(groups.at(-2)!) > meanOf(groups.at(-1)!)) {
      const { sum, count } = groups.pop()!;
      groups.at(-1)!.sum += sum;
      groups.at(-1)!.count += count;
    }
  }
  const first = order[0];
  const last = order.at(-1);
  if (first === undefined || last === undefined) return [];
  const least = start + sizes[first]! / 2;
  const most = Math.max(least, end - sizes[last]! / 2 - offsets.at(-1)!);
  const placed = new Array<number>(wanted.length);
  let at = 0;
  for (const group of groups) {
    const base = Math.min(most, Math.max(least, meanOf(group)));
    for (let i = 0; i < group.count; i++, at++) placed[order[at]!] = base + offsets[at]!;
  }
  return placed;
}

function meanOf({ sum, count }: { readonly sum: number; readonly count: number }): number {
  return sum / count;
}
