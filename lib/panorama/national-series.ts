import { CountryYears } from "../classification/country-years.ts";
import { groupNames, membersOf } from "../classification/groups.ts";
import { messages } from "../message/message.ts";
import { PanoramaError } from "./panorama-error.ts";

const texts = messages("panorama", {
  unknownRegion: {
    en: 'There is no region "{region}". Give a code of ISO 3166 such as CHN, WORLD, or a group: {groupNames}.',
    zh: "没有地区“{region}”。请给出 ISO 3166 代码（如 CHN）、WORLD 或国家组：{groupNames}。",
  },
});

/** A region's value in a year; null if no member has one. */
export interface RegionValue {
  readonly value: number | null;
  /** Members of a group without a value in that year. */
  readonly missing: readonly string[];
}

export const WORLD = "WORLD";
const groups = new Map(groupNames.map((name) => [name.toLowerCase(), name]));

const plain = new Set<string>();

/**
 * The countries of a region: for a group its members at the end of the year, otherwise the code itself. Throws PanoramaError.
 */
export function countriesOf(region: string, year: number): readonly string[] {
  if (plain.has(region)) return [region];
  const group = groups.get(region.toLowerCase());
  if (group) {
    const key = `${group} ${year}`;
    const members = known.get(key) ?? membersOf(group, year);
    known.set(key, members);
    return members;
  }
  if (/^[A-Z]{3}$/.test(region) || region === WORLD) {
    plain.add(region);
    return [region];
  }
  throw new PanoramaError("regions", texts.unknownRegion({ region, groupNames }));
}
const known = new Map<string, readonly string[]>();

/** One quantity by country and year, and its sums over regions. */
export class NationalSeries extends CountryYears {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  /** Σ over the members of a region; those without a value are named. */
  of(region: string, year: number): RegionValue {
    let sum: number | null = null;
    const missing: string[] = [];
    for (const iso3 of countriesOf(region, year)) {
      const value = this.at(iso3, year);
      if (value === null) missing.push(iso3);
      else sum = (sum ?? 0) + value;
    }
    return { value: sum, missing };
  }

  /** Σ over the members of a region; null unless every one of them has a value. */
  completeSum(region: string, year: number): number | null {
    if (plain.has(region)) return this.at(region, year);
    const { value, missing } = this.of(region, year);
    return missing.length > 0 ? null : value;
  }

  get countries(): string[] {
    return this.codes.filter((iso3) => iso3 !== WORLD);
  }
}
