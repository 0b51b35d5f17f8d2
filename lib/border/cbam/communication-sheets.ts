import { edition } from "./edition.ts";
import type { ProducedGood, Specific } from "./embedded-emissions.ts";

/** The installation and the good names below are as the operator calls them. */
export interface Installation {
  readonly name: string;
  readonly operator: string;
  readonly city: string;
  /** ISO 3166 alpha-3. */
  readonly country: string;
  readonly unlocode?: string | undefined;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
}

export interface CommunicatedGood extends ProducedGood {
  /** Absent for a precursor that does not leave the installation. */
  readonly cn?: string | undefined;
  readonly route?: string | undefined;
  /** Where the factor of electricity is from. */
  readonly electricitySource?: string | undefined;
}

export interface BoughtPrecursor extends Specific {
  readonly cn?: string | undefined;
  /** ISO 3166 alpha-3 of its origin. */
  readonly country?: string | undefined;
  readonly installation?: string | undefined;
  /** Whether its emissions are actual or default values. */
  readonly values: "actual" | "default";
}

export interface CarbonPricePaid {
  readonly instrument: string;
  readonly country: string;
  /** Per tonne, after rebates. */
  readonly price: number;
  readonly currency: string;
  /** Share of the emissions to which it applies, %. */
  readonly covered_percent: number;
}

export interface Communicated {
  readonly installation: Installation;
  readonly period: { readonly start: string; readonly end: string };
  readonly goods: Readonly<Record<string, CommunicatedGood>>;
  readonly stated: Readonly<Record<string, BoughtPrecursor>>;
  readonly carbonPrices: readonly CarbonPricePaid[];
  readonly verifier?: string | undefined;
}

type Cell = string | number | null;

/** A sheet of the communication: titles and units of columns, and rows. */
export interface CommunicationSheet {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly unit: string }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The sheets of a checked communication. Titles are in English, the language of the mechanism. */
export function communicationSheets(
  given: Communicated,
  specific: ReadonlyMap<string, Specific>,
  sectorOf: (cn: string) => string,
): CommunicationSheet[] {
  const { goods, carbonPrices } = given;
  const products = Object.entries(goods).filter(([, { cn }]) => cn !== undefined);
  return [
    installationSheet(given),
    {
      name: "Products",
      columns: [
        plain("Product name"),
        plain("CN code"),
        plain("Product group"),
        plain("Production route"),
        { title: "Activity level", unit: "t" },
        { title: "SEE (direct)", unit: "t CO2e/t" },
        { title: "SEE (indirect)", unit: "t CO2e/t" },
        { title: "SEE (total)", unit: "t CO2e/t" },
        { title: "Embedded emissions (direct)", unit: "t CO2e" },
        { title: "Embedded emissions (indirect)", unit: "t CO2e" },
        { title: "Electricity consumed", unit: "MWh" },
        { title: "Emission factor of electricity", unit: "t CO2/MWh" },
        plain("Source of the emission factor"),
      ],
      rows: products.map(([name, good]) => {
        const { direct, indirect } = specific.get(name)!;
        const { activityLevel_t: level } = good;
        return [
          name,
          good.cn!.replaceAll(/[\s.]/g, ""),
          sectorOf(good.cn!),
          good.route ?? null,
          level,
          direct,
          indirect,
          direct + indirect,
          direct * level,
          indirect * level,
          good.electricity_MWh ?? null,
          good.electricityFactor_t_MWh ?? null,
          good.electricitySource ?? null,
        ];
      }),
    },
    precursorSheet(given, specific),
    {
      name: "Carbon price",
      columns: [
        plain("Instrument"),
        plain("Country"),
        { title: "Carbon price due", unit: "see currency, per t CO2e" },
        plain("Currency"),
        { title: "Share of emissions covered", unit: "%" },
      ],
      rows: carbonPrices.map(({ instrument, country, price, currency, covered_percent }) => [
        instrument,
        country,
        price,
        currency,
        covered_percent,
      ]),
    },
  ];
}

const plain = (title: string) => ({ title, unit: "" });

function installationSheet({ installation, period, verifier }: Communicated): CommunicationSheet {
  const { name, operator, city, country, unlocode, latitude, longitude } = installation;
  return {
    name: "Installation",
    columns: [plain("Field"), plain("Value")],
    rows: [
      ["Reporting period start", period.start],
      ["Reporting period end", period.end],
      ["Name of the installation", name],
      ["Operator", operator],
      ["City", city],
      ["Country", country],
      ["UNLOCODE", unlocode ?? null],
      ["Latitude of the main emission source", latitude ?? null],
      ["Longitude of the main emission source", longitude ?? null],
      ["Verifier", verifier ?? null],
      ["Edition", edition().texts.en],
    ],
  };
}

function precursorSheet(
  { goods, stated, installation }: Communicated,
  specific: ReadonlyMap<string, Specific>,
): CommunicationSheet {
  const rows = Object.entries(goods).flatMap(([good, { precursors = {} }]) =>
    Object.entries(precursors).map(([precursor, mass]): Cell[] => {
      const bought = Object.hasOwn(stated, precursor) ? stated[precursor]! : undefined;
      const of = specific.get(precursor) ?? bought ?? { direct: 0, indirect: 0 };
      const cn = bought ? bought.cn : goods[precursor]?.cn;
      const isOwn = specific.has(precursor);
      return [
        good,
        precursor,
        cn?.replaceAll(/[\s.]/g, "") ?? null,
        isOwn ? installation.country : (bought?.country ?? null),
        isOwn ? installation.name : (bought?.installation ?? null),
        mass,
        of.direct,
        of.indirect,
        isOwn ? "actual" : (bought?.values ?? "zero (scrap)"),
      ];
    }),
  );
  return {
    name: "Precursors",
    columns: [
      plain("Product name"),
      plain("Precursor"),
      plain("CN code"),
      plain("Country of origin"),
      plain("Installation"),
      { title: "Mass consumed", unit: "t" },
      { title: "SEE (direct)", unit: "t CO2e/t" },
      { title: "SEE (indirect)", unit: "t CO2e/t" },
      plain("Values"),
    ],
    rows,
  };
}
