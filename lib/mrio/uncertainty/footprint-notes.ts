import type { SourceEffect } from "./first-order.ts";
import type { FootprintBase } from "./footprint-base.ts";

/** Above this half-width a normal error makes a flow change its sign too often (IPCC 2006, Vol 1, 3.2.2.4). */
const WIDE = 0.6 / 1.96;
const HEAVY = 0.1;

/** What must be known of the sources, in sentences. */
export function notesOf(effects: readonly SourceEffect[], { table }: FootprintBase): string[] {
  return effects.flatMap(({ source, shared, cells }) => {
    const said: string[] = [];
    const widest = shared ? shared.sd.reduce((most, sd) => Math.max(most, sd), 0) : 0;
    if (source.law === "normal" && widest > WIDE)
      said.push(
        `${source.name}: errors of up to ± ${(widest * 196).toFixed(0)} % by a normal law let flows change their sign; a lognormal law does not.`,
      );
    if (cells) {
      const most = cells.largestShare.reduce((at, share, c) => (share > cells.largestShare[at]! ? c : at), 0);
      const share = cells.largestShare[most]!;
      said.push(
        `${source.name}: ${cells.cells} cells have errors of their own, whose sum is drawn as normal; one cell makes at most ${(100 * share).toFixed(1)} % of its variance (${table.regions[most]}).`,
      );
      if (share > HEAVY)
        said.push(
          `${source.name}: in ${table.regions[most]} one cell weighs so much that the tails of its own law may show.`,
        );
    }
    return said;
  });
}
