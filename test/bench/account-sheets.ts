import type { Sheet } from "../../lib/account/line-shape.ts";

/** Sheets as people keep them: so many names, sites and months that lines repeat what others say of themselves. */
export type Kind = "company" | "inventory" | "product";

const sites = ["Leeds plant", "Hamburg depot", "Shanghai works", "Head office", "Warehouse", "Lyon lab", "Data centre"];
const used: readonly (readonly [name: string, unit: string])[] = [
  ["Electricity", "kWh"],
  ["Natural gas", "m3"],
  ["Diesel (forklifts)", "L"],
  ["Petrol (cars)", "L"],
  ["R-410A refill", "kg"],
  ["District heating", "GJ"],
  ["Short haul flights", "km"],
  ["Road freight", "tkm"],
  ["Mixed waste to landfill", "t"],
  ["Steel sheet", "t"],
  ["Office chairs", "USD"],
  ["Consulting services", "EUR"],
  ["柴油", "L"],
  ["外购电力", "kWh"],
];
const fuels = ["Natural gas", "Diesel oil", "Anthracite", "Lignite", "Motor gasoline", "Fuel oil", "LPG"];
const sectors = ["Power plants", "Iron and steel", "Road transport", "Residential", "Agriculture", "Chemicals"];
const parts: readonly (readonly [name: string, unit: string])[] = [
  ["Steel sheet", "kg"],
  ["Aluminium profile", "kg"],
  ["ABS housing", "g"],
  ["Copper wire", "kg"],
  ["Corrugated board", "kg"],
  ["PP cap", "g"],
  ["Electricity", "kWh"],
];

/** So many rows, of so many different names. `isText` writes amounts as people do, with thousands apart. */
export function accountSheet(kind: Kind, rows: number, names: number, isText = false): Sheet {
  const amount = (i: number) => {
    const value = 100 + ((i * 7919) % 100_000) / 8;
    return isText ? value.toLocaleString("en-US", { minimumFractionDigits: 1 }) : value;
  };
  const number = (i: number, of: readonly unknown[]) => {
    const round = Math.floor((i % names) / of.length);
    return round === 0 ? "" : ` ${round + 1}`;
  };
  const pick = <T>(i: number, of: readonly T[]): T => of[(i % names) % of.length]!;
  if (kind === "company")
    return {
      name: "2023",
      rows: [
        ["Site", "Month", "Activity", "Amount", "Unit"],
        ...Array.from({ length: rows }, (_, i) => {
          const [name, unit] = pick(i, used);
          const site = sites[Math.floor(i / names) % sites.length]!;
          const month = `2023-${String(1 + (Math.floor(i / names / sites.length) % 12)).padStart(2, "0")}`;
          return [site, month, `${name}${number(i, used)}`, amount(i), unit];
        }),
      ],
    };
  if (kind === "inventory")
    return {
      name: "Energy balance",
      rows: [
        ["Sector", "Fuel", "Year", "Amount", "Unit"],
        ...Array.from({ length: rows }, (_, i) => [
          sectors[Math.floor(i / names) % sectors.length]!,
          `${pick(i, fuels)}${number(i, fuels)}`,
          1990 + (Math.floor(i / names / sectors.length) % 34),
          amount(i),
          "TJ",
        ]),
      ],
    };
  return {
    name: "Bill of materials",
    rows: [
      ["Part", "Assembly", "Amount", "Unit"],
      ...Array.from({ length: rows }, (_, i) => {
        const [name, unit] = pick(i, parts);
        return [`${name}${number(i, parts)}`, `Assembly ${Math.floor(i / names) + 1}`, amount(i), unit];
      }),
    ],
  };
}
