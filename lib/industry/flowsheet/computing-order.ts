import { csrFromTriplets } from "../../numeric/csr.ts";
import { strongComponents } from "../../numeric/strong-components.ts";
import type { ConnectedSheet } from "./connected-sheet.ts";
import { tearStreams } from "./tear-streams.ts";

/** Blocks that are computed together: one block, or those of a recycle in the order that its tear streams allow. */
export interface Part {
  /** Numbers of blocks in the sheet. */
  readonly blocks: readonly number[];
  /** The streams that are guessed; none if nothing is recycled. */
  readonly tears: readonly string[];
}

/**
 * The parts of a sheet in the order in which each needs only those before it: the strong components of the graph of blocks
 * (Tarjan), and within each the order with the smallest tear streams.
 */
export function computingOrder({ sheet, streams, sources, destinations, sizeOf }: ConnectedSheet): readonly Part[] {
  const inner = streams.flatMap((name) => {
    const [from, to] = [sources.get(name)!, destinations.get(name)];
    return from < 0 || to === undefined ? [] : [{ name, from, to, size: sizeOf(name) }];
  });
  const count = sheet.blocks.length;
  // Cells from a block to those that feed it: its component comes after theirs.
  const graph = csrFromTriplets(
    count,
    count,
    inner.map(({ to }) => to),
    inner.map(({ from }) => from),
    inner.map(() => 1),
  );
  return strongComponents(graph).map((blocks) => {
    const place = new Map(blocks.map((block, at) => [block, at]));
    const within = inner.flatMap((stream) => {
      const [from, to] = [place.get(stream.from), place.get(stream.to)];
      return from === undefined || to === undefined ? [] : [{ ...stream, from, to }];
    });
    if (within.length === 0) return { blocks, tears: [] };
    const { order, tears } = tearStreams(blocks.length, within);
    return { blocks: order.map((at) => blocks[at]!), tears: tears.map(({ name }) => name) };
  });
}
