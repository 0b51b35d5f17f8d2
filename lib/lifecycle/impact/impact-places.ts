import type { DatasetColumns } from "../../tool/read.ts";
import type { Containment, ImpactFactor, ImpactMethod } from "./impact-method.ts";

/** Regions of UN M49 by the codes that ecoinvent's list of geographies has for them, by the subregions that they consist of. */
const continents: Readonly<Record<string, readonly string[]>> = {
  RER: ["Eastern Europe", "Northern Europe", "Southern Europe", "Western Europe"],
  RAS: ["Central Asia", "Eastern Asia", "South-eastern Asia", "Southern Asia", "Western Asia"],
  RAF: ["Eastern Africa", "Middle Africa", "Northern Africa", "Southern Africa", "Western Africa"],
  RNA: ["Northern America"],
  RLA: ["Caribbean", "Central America", "South America"],
  "UN-OCEANIA": ["Australia and New Zealand", "Melanesia", "Micronesia", "Polynesia"],
};

const continentOf = new Map(Object.entries(continents).flatMap(([code, parts]) => parts.map((part) => [part, code])));

const world = /^(?:GLO|global|world)$/i;

/**
 * The places of regional factors: US-CA is in US, US in Northern America (UN M49), and that in RNA. Countries by their codes of two
 * letters; those of three, and their English names, stand for these.
 */
export class ImpactPlaces implements Containment {
  readonly #codes = new Map<string, string>();
  readonly #regions = new Map<string, string>();

  /** @param countries The dataset `countries`. */
  constructor(countries: DatasetColumns) {
    const [long, short] = [countries.texts("iso3"), countries.texts("iso2")];
    const [names, regions] = [countries.texts("name_en"), countries.texts("un_region")];
    for (let row = 0; row < countries.rows; row++) {
      const [code, region] = [short[row], regions[row]];
      if (code == null) continue;
      for (const other of [long[row], names[row]]) if (other != null) this.#codes.set(other, code);
      if (region != null) this.#regions.set(code, region);
    }
  }

  get(place: string): string | undefined {
    const code = this.#codes.get(place);
    if (code !== undefined && code !== place) return code;
    return this.#regions.get(place) ?? continentOf.get(place) ?? /^([A-Z]{2})-/.exec(place)?.[1];
  }

  /** A method whose factors name countries by two letters and the whole world by no place, with this table for its fallback. */
  placed(method: ImpactMethod): ImpactMethod {
    const factors = method.factors.map((factor): ImpactFactor => {
      const { location, ...rest } = factor;
      if (location === undefined) return factor;
      return world.test(location) ? rest : { ...rest, location: this.#codes.get(location) ?? location };
    });
    return { ...method, factors, containedIn: this };
  }
}
