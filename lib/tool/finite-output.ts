/** The path of the first number of an output that is not finite, and the number; nothing where all are. */
export function firstNotFinite(
  output: unknown,
  path: readonly (string | number)[] = [],
): { readonly path: readonly (string | number)[]; readonly value: number } | undefined {
  if (typeof output === "number") return Number.isFinite(output) ? undefined : { path, value: output };
  if (typeof output !== "object" || output === null) return undefined;
  if (Array.isArray(output) || output instanceof Float64Array || output instanceof Float32Array) {
    for (let i = 0; i < output.length; i++) {
      const each: unknown = output[i];
      if (typeof each === "number" && Number.isFinite(each)) continue;
      const found = firstNotFinite(each, [...path, i]);
      if (found) return found;
    }
    return undefined;
  }
  if (ArrayBuffer.isView(output)) return undefined;
  for (const [key, value] of Object.entries(output)) {
    const found = firstNotFinite(value, [...path, key]);
    if (found) return found;
  }
  return undefined;
}
