/** How a notebook stands: what a scenario may set, and what can be compared. Plain data. */
export interface Situation {
  readonly inputs: readonly { readonly name: string; readonly cell: number; readonly value: unknown }[];
  readonly samples: readonly {
    readonly name: string;
    readonly central: number;
    readonly lo: number;
    readonly hi: number;
  }[];
  /** Cells that an input or a sample reaches, with the names they give. */
  readonly cells: readonly { readonly cell: number; readonly names: readonly string[] }[];
}

/** What a notebook's file can keep. */
export function isPlain(value: unknown): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  return Array.isArray(value) && value.length <= 100 && value.every(isPlain);
}
