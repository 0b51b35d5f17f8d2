import type { CoverageTest } from "./coverage-test.ts";

/** Written by `npm run coverage`: how many published figures lie inside the intervals that ship. */
export const testedCoverage = {
  "fossil CO2 of a country": [
    { against: "otherEdition", inside: 6889, of: 7247 },
    { against: "ceds", inside: 3975, of: 6802 },
  ],
  "fossil CO2 of the world": [
    { against: "otherEdition", inside: 34, of: 34 },
    { against: "ceds", inside: 33, of: 33 },
  ],
  "net transfer of a country": [
    { against: "otherEditionHeldOut", inside: 3755, of: 3929 },
    { against: "residentTables", inside: 298, of: 480 },
  ],
  "consumption of a country": [
    { against: "otherEditionHeldOut", inside: 3810, of: 3929 },
    { against: "residentTables", inside: 397, of: 480 },
  ],
  "consumption relative to production": [
    { against: "otherEditionHeldOut", inside: 3744, of: 3929 },
    { against: "lastCommonYear", inside: 114, of: 120 },
    { against: "residentTables", inside: 304, of: 480 },
  ],
  "largest error of a carried table": [
    { against: "caseLeftOut", inside: 328, of: 492 },
    { against: "carbonBudget", inside: 170, of: 440 },
  ],
  "modelled transfer of another gas": [{ against: "caseLeftOut", inside: 324, of: 369 }],
  "balance by assumed errors of a table": [{ against: "carbonBudget", inside: 13, of: 40 }],
  "total of a national inventory": [
    { against: "budgetAndEdgar", inside: 0, of: 1 },
    { against: "reported", inside: 0, of: 1 },
  ],
  "global budget: land use change": [{ against: "editionOf2024", inside: 65, of: 65 }],
  "global budget: ocean sink": [{ against: "editionOf2024", inside: 65, of: 65 }],
  "global budget: land sink": [{ against: "editionOf2024", inside: 63, of: 65 }],
  "land-use change of the world": [{ against: "editionOf2025", inside: 33, of: 33 }],
  "a further model of an ensemble": [{ against: "modelLeftOut", inside: 37, of: 39 }],
  "default factor of the IPCC": [{ against: "refinement", inside: 9, of: 10 }],
} as const satisfies Readonly<Record<string, readonly CoverageTest[]>>;
