/** A stream between two blocks of a part, by their numbers in it. */
export interface InnerStream {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Its numbers. */
  readonly size: number;
}

/** The order in which the blocks of a part are computed, and the streams that must be guessed for it. */
export interface TornPart {
  readonly order: readonly number[];
  readonly tears: readonly InnerStream[];
}

/** Up to this many blocks all orders are compared: 2^15 sets of blocks. */
const EXACT = 15;

/**
 * The tear streams of a recycle: those with the fewest numbers, without which the blocks can be computed one after the other.
 * An order of the blocks tears the streams that run against it, so it is the order whose backward streams are smallest that is
 * sought (feedback arc set): exactly up to 15 blocks, by dynamic programming over sets of blocks (Held, Karp (1962), J. SIAM 10:
 * 196–210, doi:10.1137/0110015); beyond by moving blocks to better places until none is better.
 */
export function tearStreams(count: number, streams: readonly InnerStream[]): TornPart {
  // weight[i][j]: numbers of the streams from i to j.
  const weight = Array.from({ length: count }, () => new Float64Array(count));
  for (const { from, to, size } of streams) if (from !== to) weight[from]![to]! += size;
  const order = count <= EXACT ? exactOrder(count, weight) : improvedOrder(count, weight);
  const place = new Int32Array(count);
  order.forEach((block, at) => {
    place[block] = at;
  });
  return { order, tears: streams.filter(({ from, to }) => place[from]! >= place[to]!) };
}

/** cost(S): the fewest numbers torn if the blocks of S come first. A block put after S tears its streams into S. */
function exactOrder(count: number, weight: readonly Float64Array[]): number[] {
  const full = 2 ** count;
  const cost = new Float64Array(full).fill(Number.POSITIVE_INFINITY);
  const last = new Int8Array(full);
  cost[0] = 0;
  for (let set = 0; set < full; set++) {
    for (let block = 0; block < count; block++) {
      if (set & (1 << block)) continue;
      let torn = cost[set]!;
      for (let other = 0; other < count; other++) if (set & (1 << other)) torn += weight[block]![other]!;
      const next = set | (1 << block);
      if (torn < cost[next]!) {
        cost[next] = torn;
        last[next] = block;
      }
    }
  }
  const order: number[] = [];
  for (let set = full - 1; set > 0; set &= ~(1 << last[set]!)) order.push(last[set]!);
  return order.reverse();
}

function improvedOrder(count: number, weight: readonly Float64Array[]): number[] {
  let order = Array.from({ length: count }, (_, at) => at);
  for (let improved = true; improved; ) {
    improved = false;
    for (let at = 0; at < count; at++) {
      const block = order[at]!;
      const others = order.filter((each) => each !== block);
      // Tears of this block if it stands before the others, changed by each that it passes.
      let torn = 0;
      for (const other of others) torn += weight[other]![block]!;
      let [best, place] = [torn, 0];
      let here = 0;
      for (const [passed, other] of others.entries()) {
        if (passed === at) here = torn;
        torn += weight[block]![other]! - weight[other]![block]!;
        if (torn < best) [best, place] = [torn, passed + 1];
      }
      if (at === others.length) here = torn;
      if (best >= here) continue;
      order = [...others.slice(0, place), block, ...others.slice(place)];
      improved = true;
    }
  }
  return order;
}
