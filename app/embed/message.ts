/** The messages of an embedded page to the page around it, by `postMessage`. */
export type FromNotebook =
  | { readonly yuheng: "shown"; readonly height: number }
  | { readonly yuheng: "height"; readonly height: number }
  | { readonly yuheng: "missing"; readonly cells: readonly string[]; readonly known: readonly string[] };

/** The message by which the page around changes settings of the notebook. */
export interface ToNotebook {
  readonly yuheng: "settings";
  readonly theme: string | null;
  readonly language: string | null;
}

export function isFromNotebook(value: unknown): value is FromNotebook {
  if (typeof value !== "object" || value === null || !("yuheng" in value)) return false;
  const { yuheng } = value;
  if (yuheng === "missing")
    return "cells" in value && Array.isArray(value.cells) && "known" in value && Array.isArray(value.known);
  return (yuheng === "shown" || yuheng === "height") && "height" in value && Number.isFinite(value.height);
}
