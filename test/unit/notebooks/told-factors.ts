/** What says of a record how its value came here: a row of factors, a line made with one, a biome's stocks, a gas's metric. */
const statuses = ["value_status", "valueStatus", "stocksStatus", "status"] as const;
/** Tools that list what there is, and take none of it. */
export const listing = ["inventory.template", "natural.ranges"];

export type Told = Readonly<Record<string, unknown>>;

/** Every record within a value that says how a number came there. */
export function factorsWithin(value: unknown, found: Told[] = []): Told[] {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return found;
  if (statuses.some((key) => key in value)) found.push(value as Told);
  for (const inner of Array.isArray(value) ? value : Object.values(value)) factorsWithin(inner, found);
  return found;
}

/** How the value of such a record came here. */
export const statusOf = (factor: Told) => statuses.map((key) => factor[key]).find((status) => status !== undefined);

/** Whether it has bounds that are from memory. */
export const hasRecalledBounds = ({ bounds_status, boundsStatus, lo, hi }: Told) =>
  (bounds_status ?? boundsStatus) === "memory" && (typeof lo === "number" || typeof hi === "number");
