/**
 * Compartments of the Federal Elementary Flow List (Edelen et al. 2022) by the names that other lists use. Names of openLCA and
 * EcoSpold 1 as in the list's own mappings (USEPA/fedelemflowlist, flowmapping/USLCIv2019Q4.csv and openLCA.csv); those of
 * ecoinvent 3 and SimaPro are other names of the same (high population density = high. pop. = urban air close to ground).
 * Surface water is emission/water there, because it may be a river, a lake or a brackish water. Categories of ILCD are those of its
 * nomenclature (ILCD Handbook: Nomenclature and other conventions).
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
    "emissions to urban air close to ground": "troposphere/urban",
    "emissions to non-urban air or from high stacks": "troposphere/rural",
    "emissions to lower stratosphere and upper troposphere": "stratosphere",
    "emissions to air, indoor": "indoor",
    "emissions to air, unspecified": "",
    "emissions to air, unspecified (long-term)": "",
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
    "emissions to fresh water": "fresh water body",
    "emissions to sea water": "saline water body/ocean",
    "emissions to water, unspecified": "",
    "emissions to water, unspecified (long-term)": "",
  },
  "emission/ground": {
    "agricultural soil": "human-dominated/agricultural",
    agricultural: "human-dominated/agricultural",
    industrial: "human-dominated/industrial",
    forestry: "terrestrial/forest",
    "emissions to agricultural soil": "human-dominated/agricultural",
    "emissions to soil, unspecified": "",
    "emissions to soil, unspecified (long-term)": "",
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

/** The media of resources in ILCD; the classes below them (renewable, element, material, energy) are no compartments. */
const resourceMedia: Readonly<Record<string, string>> = {
  "resources from air": "resource/air",
  "resources from ground": "resource/ground",
  "resources from water": "resource/water",
  "resources from biosphere": "resource/biotic",
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
  const path = partsOf(written).filter((part) => part !== "elementary flows" && !unspecified.test(part));
  const joined = path.join("/");
  const resource = media[path[0] ?? ""] === "resource" ? resourceMedia[path[1] ?? ""] : undefined;
  if (resource !== undefined) return { context: resource, complete: true };
  // "emission/air/low. pop.": emissions with the subcompartments of another list.
  const [first, ...inner] = /^emissions?$/.test(path[0] ?? "") ? path.slice(1) : path;
  const medium = media[first ?? ""];
  const isListed = listed.test(joined);
  if (medium === undefined) return isListed ? { context: joined, complete: true } : undefined;
  const rest = inner.join("/");
  if (rest === "") return medium === "resource" ? undefined : { context: medium, complete: true };
  const table = subcompartments[medium]!;
  const below = Object.hasOwn(table, rest) ? table[rest] : undefined;
  if (below !== undefined) return { context: below === "" ? medium : `${medium}/${below}`, complete: true };
  if (isListed) return { context: joined, complete: true };
  return medium === "resource" ? undefined : { context: medium, complete: false };
}

/** A path as it was written, but for case, separators and empty parts: of flows and of factors alike. */
export function writtenPath(written: string): string {
  return partsOf(written).join("/");
}

/** Where the factor of a flow is looked for. */
export interface CompartmentSearch {
  /** The very path of the flow, then the compartment that it means and those that contain it. */
  readonly paths: readonly string[];
  /** Whether at least the medium is known. */
  readonly isKnown: boolean;
}

export function compartmentSearch(written: string): CompartmentSearch {
  const context = compartmentOf(written)?.context;
  const paths = [writtenPath(written), ...(context === undefined ? [] : containing(context))];
  return { paths: [...new Set(paths)], isKnown: context !== undefined };
}

function partsOf(written: string): string[] {
  return written
    .toLowerCase()
    .replaceAll("::", "/")
    .split("/")
    .map((part) => part.trim())
    .filter((part) => part !== "");
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
