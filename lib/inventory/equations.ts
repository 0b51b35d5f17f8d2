import * as carbonStocks from "./afolu/carbon-stocks.ts";
import * as wood from "./afolu/harvested-wood.ts";
import * as livestock from "./afolu/livestock.ts";
import * as livestockEnergy from "./afolu/livestock-energy.ts";
import * as rice from "./afolu/rice.ts";
import * as soils from "./afolu/soils.ts";
import * as wetlands from "./afolu/wetlands.ts";
import * as combustion from "./energy/combustion.ts";
import * as fugitive from "./energy/fugitive.ts";
import * as reference from "./energy/reference-approach.ts";
import { type Equation, EquationError } from "./equation.ts";
import * as chemicals from "./ippu/chemicals.ts";
import * as metals from "./ippu/metals.ts";
import * as minerals from "./ippu/minerals.ts";
import * as products from "./ippu/products.ts";
import * as landfill from "./waste/landfill.ts";
import * as treatment from "./waste/treatment.ts";
import * as wastewater from "./waste/wastewater.ts";

const rooms: readonly Readonly<Record<string, unknown>>[] = [
  combustion,
  fugitive,
  reference,
  minerals,
  chemicals,
  metals,
  products,
  livestockEnergy,
  livestock,
  soils,
  rice,
  carbonStocks,
  wetlands,
  wood,
  landfill,
  treatment,
  wastewater,
];

function isEquation(member: unknown): member is Equation {
  return typeof member === "object" && member !== null && "calc" in member && "variables" in member;
}

/**
 * Every equation of the library by its id: those with a number, parts of one that are evaluated by themselves, and what the
 * guidelines say in prose (a ratio of molar masses, a conversion).
 */
export const equations: ReadonlyMap<string, Equation> = new Map(
  rooms.flatMap((room) => Object.values(room).filter(isEquation)).map((of) => [of.id, of]),
);

/** The number in the guidelines that an id stands for, `V4 Eq 11.1` for `V4 Eq 11.1 (rice)`; null where it has none. */
export function equationNumber(id: string): string | null {
  return /^V\d (?:20\d\d )?Eq \d+(?:\.\d+)+[A-Z]?/.exec(id)?.[0] ?? null;
}

/** The numbered equations of the guidelines that the library evaluates. */
export const numberedEquations: ReadonlySet<string> = new Set(
  [...equations.keys()].map(equationNumber).filter((number) => number !== null),
);

/** "V2 Eq 2.1" and "v2 2.1" are read alike. Throws EquationError naming those of the volume. */
export function findEquation(written: string): Equation {
  const key = (id: string) =>
    id
      .replace(/\beq\.?/i, "")
      .replace(/\s+/g, "")
      .toLowerCase();
  const found = [...equations.values()].find(({ id }) => key(id) === key(written));
  if (found) return found;
  const volume = /v\s*(\d)/i.exec(written)?.[1];
  const near = [...equations.keys()].filter((id) => volume === undefined || id.startsWith(`V${volume}`));
  throw new EquationError("equation", `There is no equation "${written}". There are ${near.join(", ")}.`);
}
