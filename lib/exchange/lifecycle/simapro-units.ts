import { unitRatio } from "./unit-ratio.ts";

/** The units of a file, each with its quantity and its size in the quantity's reference unit. */
export class SimaproUnits {
  private readonly units: ReadonlyMap<string, { readonly quantity: string; readonly factor: number }>;

  constructor(units: ReadonlyMap<string, { readonly quantity: string; readonly factor: number }>) {
    this.units = units;
  }

  /** How many of one unit another is, by the file's own units, else by those that are known here; undefined if they do not convert. */
  ratio(from: string, to: string): number | undefined {
    if (from === to) return 1;
    const [a, b] = [this.units.get(from), this.units.get(to)];
    if (a && b) return a.quantity === b.quantity ? a.factor / b.factor : undefined;
    return unitRatio(from, to);
  }
}
