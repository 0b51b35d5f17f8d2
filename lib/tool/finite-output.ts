import { isMessage } from "../message/message.ts";

/** A number that is not finite, with its path in the output. */
export interface NotFinite {
  readonly path: readonly (string | number)[];
  readonly value: number;
}

/** The first number of an output that is not finite; undefined if all are finite. Values of messages are not checked. */
export function firstNotFinite(output: unknown): NotFinite | undefined {
  if (typeof output === "number") return Number.isFinite(output) ? undefined : { path: [], value: output };
  if (typeof output !== "object" || output === null) return undefined;
  if (Array.isArray(output) || output instanceof Float64Array || output instanceof Float32Array) {
    for (let i = 0; i < output.length; i++) {
      const each: unknown = output[i];
      if (typeof each === "number" && Number.isFinite(each)) continue;
      const found = firstNotFinite(each);
      if (found) return within(i, found);
    }
    return undefined;
  }
  if (ArrayBuffer.isView(output) || isMessage(output)) return undefined;
  for (const key of Object.keys(output)) {
    const found = firstNotFinite((output as Readonly<Record<string, unknown>>)[key]);
    if (found) return within(key, found);
  }
  return undefined;
}

function within(step: string | number, { path, value }: NotFinite): NotFinite {
  return { path: [step, ...path], value };
}
