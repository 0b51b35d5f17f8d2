import type { OlcaProcess } from "./olca-schema.ts";

/** Relative tolerance of the sum of shares: they are written with six or more digits. */
const ROUNDING = 1e-4;

/** What the allocation factors of a process come to. */
export interface OlcaShares {
  /** The share of each product, by the id of its flow; empty if none are stated. */
  readonly shares: ReadonlyMap<string, number>;
  /** The product to which an exchange belongs entirely, by the exchange's internal id. */
  readonly only: ReadonlyMap<number, string>;
  /** Whether factors were stated that these two cannot hold, or that do not sum to 1. */
  readonly isPartial: boolean;
}

/**
 * The factors of the process's default method; if it names none, its physical factors, else its economic ones. Causal factors
 * hold for single exchanges: those of 1 and 0 give the exchange to one product; the others are shares if they are the same for
 * all exchanges.
 */
export function olcaShares(process: OlcaProcess): OlcaShares {
  const factors = process.allocationFactors ?? [];
  const none: OlcaShares = { shares: new Map(), only: new Map(), isPartial: false };
  if (factors.length === 0) return none;
  const kinds = [process.defaultAllocationMethod, "PHYSICAL_ALLOCATION", "ECONOMIC_ALLOCATION", "CAUSAL_ALLOCATION"];
  const kind = kinds.find((name) => name && factors.some(({ allocationType }) => allocationType === name));
  const chosen = factors.filter(({ allocationType }) => allocationType === kind);
  if (kind !== "CAUSAL_ALLOCATION") {
    const shares = new Map(chosen.flatMap(({ product, value }) => (product ? [[product["@id"], value ?? 1]] : [])));
    return isWhole(shares) ? { ...none, shares } : { ...none, isPartial: true };
  }
  const byExchange = new Map<number, Map<string, number>>();
  for (const { product, value, exchange } of chosen) {
    const id = exchange?.internalId;
    if (id === null || id === undefined || !product) continue;
    const parts = byExchange.get(id) ?? new Map<string, number>();
    parts.set(product["@id"], value ?? 1);
    byExchange.set(id, parts);
  }
  const only = new Map<number, string>();
  let shares: ReadonlyMap<string, number> | undefined;
  let isPartial = false;
  for (const [id, parts] of byExchange) {
    const whole = [...parts].find(([, value]) => value === 1);
    if (whole && [...parts.values()].every((value) => value === 0 || value === 1)) only.set(id, whole[0]);
    else if (!isWhole(parts)) isPartial = true;
    else if (shares === undefined) shares = parts;
    else if ([...parts].some(([product, value]) => Math.abs((shares?.get(product) ?? 0) - value) > ROUNDING))
      isPartial = true;
  }
  return isPartial ? { ...none, only, isPartial } : { shares: shares ?? new Map(), only, isPartial };
}

function isWhole(shares: ReadonlyMap<string, number>): boolean {
  const sum = [...shares.values()].reduce((all, share) => all + share, 0);
  return Math.abs(sum - 1) <= ROUNDING;
}
