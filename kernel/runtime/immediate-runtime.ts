import { Runtime } from "@observablehq/runtime";
import { tick } from "./tick.ts";

/**
 * The runtime without its wait for an animation frame, which takes up to 16 ms and never ends in a hidden tab. A subclass,
 * because the runtime already starts to wait in its constructor, for the names it receives.
 */
export class ImmediateRuntime extends Runtime {
  override async _computeSoon(): Promise<unknown> {
    await tick();
    return this._disposed ? undefined : this._computeNow();
  }
}
