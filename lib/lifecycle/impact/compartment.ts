/**
 * Compartments of the Federal Elementary Flow List (Edelen et al. 2022) by the names that other lists use. Names of openLCA and
 * EcoSpold 1 as in the list's own mappings (USEPA/fedelemflowlist, flowmapping/USLCIv2019Q4.csv and openLCA.csv); those of
 * ecoinvent 3 and SimaPro are other names of the same (high population density = high. pop. = urban air close to ground).
 * Surface water is emission/water there, because it may be a river, a lake or a brackish water.
 */
const subcompartments: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "emission/air": {
    "high population density": "troposphere/urban",
    "high. pop.": "troposphere/urban",
    "urban air close to ground": "troposphere/urban",
    "low population density": "troposphere/rural",
    "low population density, long-term": "troposphere/rural",
    "low. pop.": "troposphere/rural",
    "low. pop., long-term": "troposphere/rural",
    "non-urban air or from high stacks": "troposphere/rural",
    "lower stratosphere + upper troposphere": "stratosphere",
    "stratosphere + troposphere": "stratosphere",
    stratosphere: "stratosphere",
    indoor: "indoor",
  },
  "emission/water": {
    "surface water": "",
    "fresh water": "fresh water body",
    "sea water": "saline water body",
    river: "fresh water body/river",
    "river, long-term": "fresh water body/river",
    lake: "fresh water body/lake",
    ocean: "saline water body/ocean",
    "ground-": "subterranean",
    "ground-, long-term": "subterranean",
    "ground water": "subterranean",
    "ground water, long-term": "subterranean",
    groundwater: "subterranean",
    "groundwater, long-term": "subterranean",
  },
  "emission/ground": {
    "agricultural soil": "human-dominated/agricultural",
    agricultural: "human-dominated/agricultural",
    industrial: "human-dominated/industrial",
    forestry: "terrestrial/forest",
  },
  resource: {
    "in air": "air",
    "in ground": "ground/subterranean",
    "in water": "water",
    biotic: "biotic",
    land: "ground",
  },
};

const media: Readonly<Record<string, string>> = {
  air: "emission/air",
  "emission to air": "emission/air",
  "emissions to air": "emission/air",
  water: "emission/water",
  "emission to water": "emission/water",
  "emissions to water": "emission/water",
  soil: "emission/ground",
  "emission to soil": "emission/ground",
  "emissions to soil": "emission/ground",
  resource: "resource",
  resources: "resource",
  "natural resource": "resource",
};

const listed = /^(emission\/(air|water|ground)|resource\/(air|ground|water|biotic))(\/|$)/;
const unspecified = /^\(?unspecified\)?$/;

export interface Compartment {
  /** A path of the Federal Elementary Flow List, in lower case. */
  readonly context: string;
  /** False if only a part of what was written is known: `context` is then the larger compartment. */
  readonly complete: boolean;
}

/**
 * The compartment of a flow by what its source wrote: a path of the Federal Elementary Flow List, or of openLCA, EcoSpold, ILCD,
 * ecoinvent, Brightway or SimaPro (parts separated by "/" or "::"). Undefined if not even the medium is known.
 */
export function compartmentOf(written: string): Compartment | undefined {
  const path = written
    .toLowerCase()
    .replaceAll("::", "/")
    .split("/")
    .map((part) => part.trim())
    .filter((part) => part !== "" && part !== "elementary flows" && !unspecified.test(part))
    .filter((part, at, parts) => !(at === 0 && part === "emissions" && /^emissions to /.test(parts[1] ?? "")))
    .map((part, at) => (at === 0 ? part : part.replace(/^emissions to /, "")))
    .filter((part, at) => at === 0 || !/^(?:air|water|soil), unspecified/.test(part));
  // Readers of files write the medium as the list does, and what is below it as their source does.
  const emitted = path[0] === "emission" ? media[path[1] ?? ""] : undefined;
  if (emitted !== undefined) {
    const rest = path.slice(2).join("/");
    const below = subcompartments[emitted]![rest] ?? rest;
    return { context: below === "" ? emitted : `${emitted}/${below}`, complete: true };
  }
  const joined = path.join("/");
  if (listed.test(joined)) return { context: joined, complete: true };
  const medium = media[path[0] ?? ""];
  if (medium === undefined) return undefined;
  const rest = path.slice(1).join("/");
  if (rest === "") return medium === "resource" ? undefined : { context: medium, complete: true };
  const below = subcompartments[medium]![rest];
  if (below === undefined) return medium === "resource" ? undefined : { context: medium, complete: false };
  return { context: below === "" ? medium : `${medium}/${below}`, complete: true };
}

/** A compartment and those that contain it, the smallest first, up to its medium: emission is none, nor is resource. */
export function containing(context: string): string[] {
  const parts = context.split("/");
  return parts.slice(1).map((_, i) => parts.slice(0, parts.length - i).join("/"));
}

/** Whether a flow is taken from nature rather than given to it. */
export function isResource(context: string): boolean {
  return context.startsWith("resource/");
}
