const GROUP = 16;

/**
 * Sums of a run of cells by region, in the order that assembly/grid.ts states: groups of sixteen in one region to eight lanes,
 * cell i to lane i mod 8, mixed groups and the rest one by one.
 */
export function regionSums(values: Float32Array, regions: Uint8Array, sums: Float64Array, counts: Float64Array): void {
  const n = values.length;
  const whole = n - (n % GROUP);
  const lanes = new Float64Array(8);
  let [region, groups, valid] = [0, 0, 0];
  const close = () => {
    if (groups > 0) {
      const sum = (i: number) => lanes[i]! + lanes[i + 4]! + (lanes[i + 2]! + lanes[i + 6]!);
      sums[region]! += sum(0) + sum(1);
      counts[2 * region]! += valid;
      counts[2 * region + 1]! += GROUP * groups - valid;
    }
    lanes.fill(0);
    groups = 0;
    valid = 0;
  };
  for (let i = 0; i < whole; i += GROUP) {
    const first = regions[i]!;
    if (!isUniform(regions, i, first)) {
      close();
      for (let c = i; c < i + GROUP; c++) addCell(values[c]!, regions[c]!, sums, counts);
      continue;
    }
    if (first !== region) {
      close();
      region = first;
    }
    if (first === 0) continue;
    for (let c = 0; c < GROUP; c++) {
      const value = values[i + c]!;
      if (Number.isNaN(value)) continue;
      lanes[c & 7]! += value;
      valid++;
    }
    groups++;
  }
  close();
  for (let i = whole; i < n; i++) addCell(values[i]!, regions[i]!, sums, counts);
}

function isUniform(regions: Uint8Array, at: number, region: number): boolean {
  for (let c = at + 1; c < at + GROUP; c++) if (regions[c] !== region) return false;
  return true;
}

function addCell(value: number, region: number, sums: Float64Array, counts: Float64Array): void {
  if (region === 0) return;
  if (Number.isNaN(value)) counts[2 * region + 1]!++;
  else {
    sums[region]! += value;
    counts[2 * region]!++;
  }
}
