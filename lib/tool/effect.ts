/**
 * What running a tool does beside giving its result: nothing (`compute`); it reads datasets that it was given the means to read
 * (`read`); or it changes or tells something outside the program (`act`): it writes, submits or sends. None of the library acts: it has
 * neither files nor a network.
 */
export const effects = ["compute", "read", "act"] as const;
export type Effect = (typeof effects)[number];

/** What a tool says of its effect. */
interface Declared {
  readonly effect?: Effect;
  /** The shipped datasets that it may read. */
  readonly datasets?: readonly string[];
}

/** The effect that a tool declares; if it declares none, it reads the datasets that it names, or only computes. */
export function effectOf({ effect, datasets = [] }: Declared): Effect {
  return effect ?? (datasets.length > 0 ? "read" : "compute");
}

/** Whether a tool may run without a person having asked for it: running it leaves everything as it was. */
export function isHarmless(tool: Declared): boolean {
  return effectOf(tool) !== "act";
}
