/**
 * What the bounds of a figure are: the ends of what 95 % of the draws give, the least and the most of several models or sources, or of the
 * candidates for what is not known exactly.
 */
export const rangeKinds = ["interval", "models", "sources", "candidates"] as const;

export type RangeKind = (typeof rangeKinds)[number];
