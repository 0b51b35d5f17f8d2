import type { Text } from "../../../message/message.ts";
import type { Matter } from "../../matter.ts";
import type { Assumption } from "../../plan.ts";

const AFRICA = ["Northern Africa", "Western Africa", "Middle Africa", "Eastern Africa", "Southern Africa"];
const MIDDLE = ["Central America", "Caribbean"];

/** Parts of the world by the regions of the United Nations (M49) that the table of countries has. */
const continents: Readonly<Record<string, readonly string[]>> = {
  Africa: AFRICA,
  "sub-Saharan Africa": AFRICA.filter((region) => region !== "Northern Africa"),
  Asia: ["Eastern Asia", "South-eastern Asia", "Southern Asia", "Central Asia", "Western Asia"],
  SEAS: ["South-eastern Asia"],
  EURO: ["Northern Europe", "Western Europe", "Southern Europe", "Eastern Europe"],
  "North America": ["Northern America", ...MIDDLE],
  "South America": ["South America"],
  "Latin America": ["South America", ...MIDDLE],
  CEAM: ["Central America"],
  Oceania: ["Australia and New Zealand", "Melanesia", "Micronesia", "Polynesia"],
};

/** Operations that look at countries one by one. */
const BY_COUNTRY = ["rank", "lowest", "which is larger", "position", "count", "order", "order up"];

/** The countries among which others are ranked. */
export interface Within {
  readonly label: Text;
  /** Values of the column un_region. */
  readonly regions: readonly string[];
}

/** The part of the world whose countries are ranked, if the words rank and name one. Nothing is marked. */
export function rankedWithin(matter: Matter): Within | null {
  if (!BY_COUNTRY.some((each) => matter.has("operation", each))) return null;
  const found = matter.find("region").filter(({ meaning }) => continents[String(meaning.value)]);
  if (new Set(found.map(({ meaning }) => meaning.value)).size !== 1) return null;
  const [{ meaning }] = found as [(typeof found)[0]];
  return { label: meaning.label, regions: continents[String(meaning.value)]! };
}

/** Which countries lie in a part of the world is said. */
export function assumedWithin({ label, regions }: Within): Assumption {
  return {
    slot: "group",
    value: [...regions],
    label: { en: `${label.en} by the regions of the United Nations`, zh: `${label.zh}（按联合国区域划分）` },
    because: { en: "the question names a part of the world", zh: "问题指明了世界的一部分" },
    rivals: [],
  };
}
