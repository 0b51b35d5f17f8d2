import { type AdjustableBlock, adjustable, type Block } from "../../../../../lib/industry/flowsheet/block.ts";
import type { Arithmetic } from "../../../../../lib/numeric/automatic/arithmetic.ts";

/** Joins streams: number by number. */
export function mixer(name: string, inlets: readonly string[], outlet: string): Block {
  return {
    name,
    inlets,
    outlets: [outlet],
    evaluate: (a, streams) => [streams[0]!.map((_, i) => a.sum(streams.map((stream) => stream[i]!)))],
  };
}

/** The first outlet gets the share of everything. */
export function splitter(
  name: string,
  inlet: string,
  outlets: readonly [string, string],
  share: number,
): AdjustableBlock {
  return adjustable({
    name,
    inlets: [inlet],
    outlets,
    parameters: { share },
    evaluateWith: (a, [stream], { share: part }) => [
      stream!.map((x) => a.mul(x, part!)),
      stream!.map((x) => a.mul(x, a.sub(a.of(1), part!))),
    ],
  });
}

/** A → B at this conversion of A, which falls as the inlet grows if `order` is above 1. */
export function reactor(name: string, inlet: string, outlet: string, conversion: number, order = 1): Block {
  return {
    name,
    inlets: [inlet],
    outlets: [outlet],
    evaluate<N>(a: Arithmetic<N>, [stream]: readonly (readonly N[])[]) {
      const [from, to] = [stream![0]!, stream![1]!];
      const extent =
        order === 1 ? a.scale(from, conversion) : a.scale(a.power(a.max(from, a.of(0)), 1 / order), conversion);
      return [[a.sub(from, extent), a.add(to, extent), ...stream!.slice(2)]];
    },
  };
}

/** Sends these shares of the numbers to the first outlet. */
export function separator(
  name: string,
  inlet: string,
  outlets: readonly [string, string],
  shares: readonly number[],
): Block {
  return {
    name,
    inlets: [inlet],
    outlets,
    evaluate: (a, [stream]) => [
      stream!.map((x, i) => a.scale(x, shares[i]!)),
      stream!.map((x, i) => a.scale(x, 1 - shares[i]!)),
    ],
  };
}
