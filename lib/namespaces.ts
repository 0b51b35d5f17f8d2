/**
 * The namespaces of the accounting library: `panorama.ladder` is the tool `ladder` of `panorama`. Only the names, for programs
 * that do not load the tools; `tools.ts` has exactly these.
 */
export const namespaceNames = [
  "consumption",
  "quantity",
  "classification",
  "factors",
  "inventory",
  "budget",
  "natural",
  "panorama",
  "indicators",
  "uncertainty",
  "lifecycle",
  "industry",
  "cbam",
  "avoided",
  "data",
  "account",
] as const;

export type Namespace = (typeof namespaceNames)[number];
