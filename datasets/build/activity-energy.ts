import { common, copiedTable } from "./copied-table.ts";
import type { CountryKey } from "./countries.ts";
import type { TableDataset } from "./dataset.ts";
import type { Figures } from "./figures.ts";

const gross = (fuel: string) =>
  ({ type: "float64", unit: "TJ GCV", description: `${fuel} consumed, gross calorific value` }) as const;
const net = (fuel: string, factor: string) =>
  ({ type: "float64", unit: "TJ NCV", description: `${fuel} consumed, net: gross × ${factor}` }) as const;

/** Fuels by country: activity data of combustion, of any country and of India by month. */
export async function buildEnergyActivity(figures: Figures, countries: CountryKey): Promise<TableDataset[]> {
  return Promise.all([
    copiedTable(figures, countries, {
      of: "eia_fossil_consumption",
      name: "energy_consumption_eia",
      title: "Coal, oil and gas consumed by country, {years} (US EIA)",
      title_zh: "各国煤、石油和天然气消费量，{years}年（美国 EIA）",
      kind: "production",
      summary:
        "Apparent consumption of coal, of petroleum and other liquids and of dry natural gas, and total primary energy.",
      columns: {
        ...common,
        coal_tj_gcv: gross("Coal"),
        oil_tj_gcv: gross("Petroleum and other liquids"),
        gas_tj_gcv: gross("Dry natural gas"),
        total_tj_gcv: {
          type: "float64",
          unit: "TJ GCV",
          description: "Total primary energy; electricity that is not fossil at fossil fuel equivalence",
        },
        coal_tj_ncv: net("Coal", "0.95"),
        oil_tj_ncv: net("Petroleum and other liquids", "0.95"),
        gas_tj_ncv: net("Dry natural gas", "0.90"),
      },
      traps: [
        "Filter area_type = 'country' before summing: the world, former states and territories are rows too.",
        "EIA states gross heat; factors of the IPCC are per net heat. The _ncv columns are gross × 0.95 and × 0.90 by the rule of IPCC 2006, Vol. 2, section 1.4.1.2, not measured values.",
        "Petroleum includes the fuel of international ships and aircraft, refinery fuel, products that are not burnt (naphtha, bitumen, lubricants) and liquid biofuels: Singapore, the Netherlands, Belgium, the United Arab Emirates, Panama, Malta and Gibraltar come out far too high.",
        "Coal includes coking coal and net imports of coke. China's coal is 11 to 20 % above its national balance.",
        "Amounts below rounding are 0. Sudan before 2011 includes South Sudan.",
      ],
    }),
    copiedTable(figures, countries, {
      of: "eia_fossil_production",
      name: "energy_production_eia",
      title: "Coal, oil and gas produced by country, {years} (US EIA)",
      title_zh: "各国煤、石油和天然气产量，{years}年（美国 EIA）",
      kind: "production",
      summary: "Coal in mass, petroleum and other liquids in volume a day, dry natural gas in volume.",
      columns: {
        ...common,
        coal_kt: { type: "float64", unit: "kt", description: "Coal produced" },
        oil_kbpd: { type: "float64", unit: "1000 bbl/d", description: "Petroleum and other liquids produced" },
        gas_bcm: { type: "float64", unit: "10^9 m3", description: "Dry natural gas produced" },
      },
      traps: [
        "Filter area_type = 'country' before summing.",
        "Gas is rounded to whole billion m3: small producers read 0.",
        "Oil includes natural gas liquids, biofuels and refinery processing gain: it is not crude oil.",
      ],
    }),
    copiedTable(figures, countries, {
      of: "factbook_energy",
      name: "energy_factbook",
      title: "Fuels in physical units with trade by country, {years} (World Factbook)",
      title_zh: "各国燃料的实物量与贸易量，{years}年（World Factbook）",
      kind: "production",
      summary:
        "Production, consumption, imports and exports of coal, gas and oil, and CO2 by fuel, by country and year of the estimate.",
      columns: {
        ...common,
        fuel: { type: "label", description: "coal, gas, oil, crude_oil, oil_products, or CO2 of one of them" },
        flow: { type: "label", description: "production, consumption, imports, exports or emission" },
        value: { type: "float64", unit: "in the column unit", description: "Quantity of the year; oil per day" },
        unit: { type: "label", description: "t, m3, bbl/d or t CO2" },
        edition: { type: "label", description: "Date of the edition that states it" },
      },
      traps: [
        "Years are scattered and differ between countries before 2019: 2020, 2022 and 2023 are those of many.",
        "Coal is in tonnes as mined, without a heat value.",
        "Oil consumption includes international bunkers, biofuels and use that is not energy.",
        "Values are rounded to four digits or thousands; a zero can mean that nothing was reported.",
        "Coal of the USA in 2023 (495 Mt) exceeds production + imports − exports (446 Mt): use 2022.",
        "The Factbook ended in 2026.",
      ],
    }),
    copiedTable(figures, countries, {
      of: "india_energy_monthly",
      name: "energy_india_monthly",
      title: "Fuels of India by month and product, {years}",
      title_zh: "印度各月各品种燃料，{years}年",
      kind: "production",
      summary: "Petroleum products, coal and natural gas: consumption, production, trade and use, by calendar month.",
      columns: {
        year: { type: "int16", description: "Calendar year" },
        month: { type: "int16", description: "Month" },
        fuel: { type: "label", description: "oil, coal or gas" },
        item: { type: "label", description: "Product" },
        flow: { type: "label", description: "consumption, production, net_imports, use by purpose, power stations" },
        value: { type: "float64", unit: "in the column unit", description: "Quantity of the month" },
        unit: { type: "label", description: "Mt or million m3" },
      },
      traps: [
        "Sum a year only if it has all twelve months: the ends of the series and some items are short.",
        "Aviation fuel includes what foreign aircraft take in India.",
        "Naphtha, bitumen, lubricants and part of the petroleum coke are not burnt.",
        "power_station_stock is a level, not a flow.",
        "India's statistics are usually by fiscal year (April to March); these are calendar months.",
      ],
    }),
  ]);
}
