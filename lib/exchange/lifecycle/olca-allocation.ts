import type { OlcaExchange, OlcaProcess } from "./olca-schema.ts";

/** Relative tolerance of the sum of shares: they are written with six or more digits. */
const ROUNDING = 1e-4;

/** What the allocation factors of a process come to. */
export interface OlcaShares {
  /** The share of each product, by the id of its flow; empty if none are stated. */
  readonly shares: ReadonlyMap<string, number>;
  /** The product to which an exchange belongs entirely. */
  only(exchange: OlcaExchange): string | undefined;
  /** Whether factors were stated that these two cannot hold, or that do not sum to 1. */
  readonly isPartial: boolean;
  /** Whether all factors of the default method are 0, which is how unset ones are written, so that those of another count. */
  readonly isOther: boolean;
}

/**
 * The factors of the process's default method; if it names none, its physical factors, else its economic ones. Causal factors
 * hold for single exchanges: those of 1 and 0 give the exchange to one product; the others are shares if they are the same for
 * all exchanges.
 */
export function olcaShares(process: OlcaProcess): OlcaShares {
  const factors = process.allocationFactors ?? [];
  const none = { shares: new Map<string, number>(), only: () => undefined, isPartial: false, isOther: false };
  if (factors.length === 0) return none;
  const { defaultAllocationMethod: stated } = process;
  const kinds = [stated, "PHYSICAL_ALLOCATION", "ECONOMIC_ALLOCATION", "CAUSAL_ALLOCATION"].filter((name) => name);
  const of = (name: string | null | undefined) => factors.filter(({ allocationType }) => allocationType === name);
  const kind =
    kinds.find((name) => of(name).some(({ value }) => value !== 0)) ?? kinds.find((name) => of(name).length > 0);
  const chosen = of(kind);
  const isOther = kind !== stated && of(stated).length > 0;
  if (kind !== "CAUSAL_ALLOCATION") {
    const shares = new Map(chosen.flatMap(({ product, value }) => (product ? [[product["@id"], value ?? 1]] : [])));
    return isWhole(shares) ? { ...none, shares, isOther } : { ...none, isPartial: true };
  }
  const byExchange = new Map<string, Map<string, number>>();
  for (const { product, value, exchange } of chosen) {
    const key = exchangeKey(exchange?.internalId, exchange?.flow?.["@id"]);
    if (key === undefined || !product) continue;
    const parts = byExchange.get(key) ?? new Map<string, number>();
    parts.set(product["@id"], value ?? 1);
    byExchange.set(key, parts);
  }
  const owners = new Map<string, string>();
  const only = ({ internalId, flow }: OlcaExchange) => {
    const keys = [
      exchangeKey(internalId, flow["@id"]),
      exchangeKey(internalId, undefined),
      exchangeKey(undefined, flow["@id"]),
    ];
    return keys.map((key) => (key === undefined ? undefined : owners.get(key))).find((owner) => owner !== undefined);
  };
  let shares: ReadonlyMap<string, number> | undefined;
  let isPartial = false;
  for (const [key, parts] of byExchange) {
    const whole = [...parts].find(([, value]) => value === 1);
    if (whole && [...parts.values()].every((value) => value === 0 || value === 1)) owners.set(key, whole[0]);
    else if (!isWhole(parts)) isPartial = true;
    else if (shares === undefined) shares = parts;
    else if ([...parts].some(([product, value]) => Math.abs((shares?.get(product) ?? 0) - value) > ROUNDING))
      isPartial = true;
  }
  return { ...none, ...(!isPartial && shares && { shares: new Map(shares) }), only, isPartial, isOther };
}

/** What names an exchange within its process: published packages give one internal id to several, which their flows tell apart. */
function exchangeKey(internalId: number | null | undefined, flow: string | undefined): string | undefined {
  return internalId == null && flow === undefined ? undefined : `${internalId ?? ""} ${flow ?? ""}`;
}

function isWhole(shares: ReadonlyMap<string, number>): boolean {
  const sum = [...shares.values()].reduce((all, share) => all + share, 0);
  return Math.abs(sum - 1) <= ROUNDING;
}
