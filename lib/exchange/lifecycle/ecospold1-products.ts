import { unitRatio } from "./unit-ratio.ts";

/** Ids of products and flows that have none in the format: of what identifies them, and of the unit where units do not convert. */
export class EcoSpold1Products {
  /** By the identifying parts, the units that do not convert to each other, each with its id. */
  readonly #known = new Map<string, Map<string, string>>();
  readonly #parts = new Map<string, readonly string[]>();
  readonly #fits = new Map<string, boolean>();

  /** @param parts name first, then place or compartment, then what else tells products apart */
  idOf(parts: readonly string[], unit: string): string {
    const key = JSON.stringify(parts);
    const units = this.#known.get(key) ?? new Map<string, string>();
    this.#known.set(key, units);
    const same = units.get(unit);
    if (same !== undefined) return same;
    for (const [other, id] of units) if (this.#converts(unit, other)) return id;
    const id = [...parts, unit].join(" | ");
    units.set(unit, id);
    this.#parts.set(id, parts);
    return id;
  }

  partsOf(id: string): readonly string[] {
    return this.#parts.get(id) ?? [];
  }

  #converts(from: string, to: string): boolean {
    const key = `${from}\n${to}`;
    const known = this.#fits.get(key);
    if (known !== undefined) return known;
    const fits = unitRatio(from, to) !== undefined;
    this.#fits.set(key, fits);
    return fits;
  }
}
