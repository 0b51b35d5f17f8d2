import { Runtime } from "@observablehq/runtime";
import { tick } from "./tick.ts";

/**
 * The runtime, without its wait for an animation frame, which costs up to 16 ms and never ends in a hidden tab. A class of its
 * own, because the runtime begins to wait while it is being made, for the names it is given.
 */
export class PromptRuntime extends Runtime {
  override async _computeSoon(): Promise<unknown> {
    await tick();
    return this._disposed ? undefined : this._computeNow();
  }
}
