import { axisOf, type FactorAxis } from "./factor-axis.ts";

/** An activity of the table `factors_value_chain_uk`: what is counted, and how the table calls it, part by part. */
export interface UkActivity {
  /** Distance of a vehicle or of a passenger, freight, waste, water or nights. */
  readonly unit: "km" | "pkm" | "tkm" | "t" | "m3" | "item room-night";
  /** Parts of the name; an axis stands for its value. */
  readonly name: readonly (string | FactorAxis)[];
}

const haul = axisOf(
  "region",
  "region",
  ["Domestic, to/from UK", "Short-haul, to/from UK", "Long-haul, to/from UK", "International, to/from non-UK"],
  {
    ask: {
      en: "Which kind of flight? The table is of the United Kingdom.",
      zh: "哪一类航班？该表以英国为准。",
    },
  },
);

const cabin = axisOf(
  "technology",
  "technology",
  ["Economy class", "Premium economy class", "Business class", "First class"],
  {
    value: "Average passenger",
    label: { en: "average passenger of all classes", zh: "各舱位平均乘客" },
    because: { en: "no class is given", zh: "未给出舱位" },
  },
);

/** The publisher recommends to count what aviation does beside its CO2. */
const forcing = axisOf("approach", "context", ["Without RF", "With RF"], {
  value: "With RF",
  label: { en: "with the radiative forcing beside CO2", zh: "含 CO2 以外的辐射强迫" },
  because: { en: "it is not left out", zh: "未要求剔除" },
});

const sizes: readonly (readonly [RegExp, string])[] = [
  [/^(?:small|little|compact)(?: car)?$|^小型/i, "Small car"],
  [/^(?:medium|mid)(?: sized?)?(?: car)?$|^中型/i, "Medium car"],
  [/^(?:large|big)(?: car)?$|^大型/i, "Large car"],
];

const size: FactorAxis = {
  slot: "context",
  choices: { kind: "technology", values: [] },
  otherwise: {
    value: "Average car",
    label: { en: "car of average size", zh: "平均尺寸的车" },
    because: { en: "no size is given", zh: "未给出车型大小" },
  },
  said(matter) {
    for (const [words, name] of sizes) {
      const link = matter.links.find((each) => words.test(each.words));
      matter.use(link);
      if (link) return name;
    }
    return undefined;
  },
};

const carFuel = axisOf(
  "technology",
  "technology",
  ["Petrol", "Diesel", "Hybrid", "Plug-in Hybrid Electric Vehicle", "Battery Electric Vehicle", "Unknown"],
  { ask: { en: "What does the car run on?", zh: "车辆使用什么能源？" } },
);

/** A van without further words is one of the fleet. */
const vanFuel = axisOf(
  "technology",
  "technology",
  ["Petrol", "Diesel", "Plug-in Hybrid Electric Vehicle", "Battery Electric Vehicle"],
  {
    value: "Unknown",
    label: { en: "vans of the fleet, whatever their fuel", zh: "车队平均，不分燃料" },
    because: { en: "no fuel is given", zh: "未给出燃料" },
  },
);

const LAND = "Business travel- land";
const FREIGHT = "Freighting goods";

/** Activities by the values of their words in the lexicon. */
export const ukActivities: Readonly<Record<string, readonly UkActivity[]>> = {
  "activity:flight": [{ unit: "pkm", name: ["Business travel- air", "Flights", haul, cabin, forcing] }],
  "activity:car": [{ unit: "km", name: [LAND, "Cars (by size)", size, carFuel] }],
  "activity:taxi": [
    { unit: "km", name: [LAND, "Taxis", "Regular taxi"] },
    { unit: "pkm", name: [LAND, "Taxis", "Regular taxi"] },
  ],
  "activity:motorbike": [{ unit: "km", name: [LAND, "Motorbike", "Average"] }],
  "activity:bus": [{ unit: "pkm", name: [LAND, "Bus", "Average local bus"] }],
  "activity:coach": [{ unit: "pkm", name: [LAND, "Bus", "Coach"] }],
  "activity:train": [
    { unit: "pkm", name: [LAND, "Rail", "National rail"] },
    { unit: "tkm", name: [FREIGHT, "Rail", "Freight train"] },
  ],
  "activity:underground": [{ unit: "pkm", name: [LAND, "Rail", "London Underground"] }],
  "activity:tram": [{ unit: "pkm", name: [LAND, "Rail", "Light rail and tram"] }],
  "activity:ferry": [{ unit: "pkm", name: ["Business travel- sea", "Ferry", "Average (all passenger)"] }],
  "activity:truck": [
    { unit: "tkm", name: [FREIGHT, "HGV (all diesel)", "All HGVs", "Average laden"] },
    { unit: "km", name: [FREIGHT, "HGV (all diesel)", "All HGVs", "Average laden"] },
  ],
  "activity:van": [
    { unit: "tkm", name: [FREIGHT, "Vans", "Average (up to 3.5 tonnes)", vanFuel] },
    { unit: "km", name: [FREIGHT, "Vans", "Average (up to 3.5 tonnes)", vanFuel] },
  ],
  "activity:freight train": [{ unit: "tkm", name: [FREIGHT, "Rail", "Freight train"] }],
  "activity:container ship": [{ unit: "tkm", name: [FREIGHT, "Cargo ship", "Container ship", "Average"] }],
  "activity:bulk carrier": [{ unit: "tkm", name: [FREIGHT, "Cargo ship", "Bulk carrier", "Average"] }],
  "activity:air freight": [{ unit: "tkm", name: [FREIGHT, "Freight flights", haul, forcing] }],
  "activity:water supply": [{ unit: "m3", name: ["Water supply"] }],
  "activity:water treatment": [{ unit: "m3", name: ["Water treatment"] }],
};

const landfilled: Readonly<Record<string, readonly string[]>> = {
  "waste:food": ["Refuse", "Organic: food and drink waste"],
  "waste:garden": ["Refuse", "Organic: garden waste"],
  "waste:household": ["Refuse", "Household residual waste"],
  "waste:commercial": ["Refuse", "Commercial and industrial waste"],
  "waste:paper": ["Paper", "Paper and board: mixed"],
  "waste:plastic": ["Plastic", "Plastics: average plastics"],
  "waste:wood": ["Construction", "Wood"],
  "waste:textiles": ["Other", "Clothing"],
};

/** The landfilling of a kind of waste; undefined if the table has none of it. */
export function landfillOf(waste: string): UkActivity | undefined {
  const name = landfilled[waste];
  return name && { unit: "t", name: ["Waste disposal", ...name, "Landfill"] };
}
