import type { Chance } from "../../kernel/random/chance.ts";
import { observe } from "../../kernel/stdlib/generators.ts";

/** A generator of the current time in milliseconds since 1970, at each animation frame; in a reproducible notebook it stands still. */
export function clockOf(chance: () => Chance): () => AsyncGenerator<number> {
  return () =>
    observe((change) => {
      let last: number | undefined;
      let frame = 0;
      const tick = () => {
        const { reproducible, now } = chance();
        const time = reproducible ? now : Date.now();
        if (time !== last) {
          last = time;
          change(time);
        }
        frame = requestAnimationFrame(tick);
      };
      tick();
      return () => cancelAnimationFrame(frame);
    });
}
