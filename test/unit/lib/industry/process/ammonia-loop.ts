import type { UnitDescription } from "../../../../../lib/industry/process/unit.ts";

/** An ammonia loop: the converter turns a quarter of the gas, the rest goes round but for a purge. */
export const ammoniaLoop = (purge = 0.05, conversion = 0.25): UnitDescription[] => [
  {
    name: "mixer",
    operation: "mixer",
    inlets: { fresh: "make-up", back: "recycle" },
    outlets: { out: "loop gas" },
    parameters: {},
  },
  {
    name: "converter",
    operation: "ammonia synthesis",
    inlets: { "make-up gas": "loop gas" },
    outlets: { ammonia: "ammonia", purge: "tail gas" },
    parameters: { conversion },
  },
  {
    name: "splitter",
    operation: "splitter",
    inlets: { in: "tail gas" },
    outlets: { purge: "purge gas", back: "recycle" },
    parameters: { purge },
  },
];
