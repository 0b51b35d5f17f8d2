import { nearestName } from "../../lib/tool/nearest-name.ts";
import { type CellError, errorOf } from "./cell-error.ts";

/** The names that no cell defines: the library's, and those of the world around the notebook. */
export class Outside {
  readonly library: Record<string, () => unknown>;
  readonly #global: (name: string) => unknown;

  constructor(
    library: Record<string, () => unknown> = {},
    global = (name: string): unknown => (globalThis as Record<string, unknown>)[name],
  ) {
    this.library = library;
    this.#global = global;
  }

  /** What the world has under a name that the library does not know. */
  readonly global = (name: string): unknown => {
    const value = this.#global(name);
    if (value === undefined) throw new Error(`${name} is not defined`);
    return value;
  };

  /** Why a name cannot be had: nothing has it, or reading it from the global object threw. `defined` are the names of cells. */
  refusal(name: string, defined: Iterable<string>): CellError | undefined {
    if (name in this.library) return undefined;
    try {
      if (this.#global(name) !== undefined) return undefined;
    } catch (error) {
      return errorOf(error);
    }
    const near = nearestName(name, [...defined, ...Object.keys(this.library)]);
    const advice = near ? `Did you mean \`${near}\`?` : "Define it in a cell, or correct the name.";
    return { name: "unknown name", message: `\`${name}\` is not defined in this notebook. ${advice}` };
  }
}
