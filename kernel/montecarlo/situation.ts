/** The current state of a notebook for scenarios: what they may set, and what can be compared. Plain data. */
export interface Situation {
  readonly inputs: readonly { readonly name: string; readonly cell: number; readonly value: unknown }[];
  readonly samples: readonly {
    readonly name: string;
    /** Its name for readers, if it has another. */
    readonly label?: string | undefined;
    readonly central: number;
    readonly lo: number;
    readonly hi: number;
  }[];
  /** Cells that depend on an input or a sample, with the names they define. */
  readonly cells: readonly { readonly cell: number; readonly names: readonly string[] }[];
}

/** Whether a value can be stored in a notebook's file. */
export function isPlain(value: unknown): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  return Array.isArray(value) && value.length <= 100 && value.every(isPlain);
}
