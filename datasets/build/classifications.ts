import { categories, isLulucf, memoCategories } from "../../lib/classification/categories.ts";
import { edgarToWiod35 } from "../../lib/classification/edgar-to-wiod.ts";
import { findGroup, groupNames } from "../../lib/classification/groups.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { blends } from "../../lib/quantity/blends.ts";
import { metricValue } from "../../lib/quantity/co2e.ts";
import { metricGases, metrics, publishedValue } from "../../lib/quantity/gwp-table.ts";
import { flag, float64, label, text } from "./column.ts";
import { must, type Origin, type TableDataset, table } from "./dataset.ts";
import { guidelines } from "./factor-table.ts";

/** The classifications and metrics of the library as tables, so that SQL can join them. */
export function buildClassifications(): TableDataset[] {
  return [buildCategories(), buildGroups(), buildMetrics(), buildEdgarKey()];
}

function buildEdgarKey(): TableDataset {
  return table(
    {
      name: "edgar_sector_key",
      title: "Key from EDGAR's sectors to the 35 sectors of WIOD 2013, for gases besides CO2",
      title_zh: "EDGAR部门（非二氧化碳气体）与WIOD 2013的35个部门的对应",
      kind: "consumption",
      summary:
        "To which sectors and households a modelled table assigns each of EDGAR's eight sectors, and by what shares.",
      years: null,
      traps: [
        "A modelling choice: EDGAR's sectors are sources, not industries. Leaks of gas networks stand with mining, N2O as a product and indirect N2O with chemicals.",
        "Fluorinated gases are divided by output over the sectors that make or use them: no source says how much each emits.",
        "HH is households, which are no sector of the table.",
      ],
    },
    {
      publisher: "this collection",
      citation: "Own key between the sectors of EDGAR 2024 and the 35 sectors of WIOD 2013 (NACE Rev. 1.1).",
      vintage: "2026",
      licence: "CC0-1.0",
      licence_confirmed: true,
      source: "made for this notebook by the titles of both classifications",
    },
    [
      label(
        "gas",
        edgarToWiod35.map(({ gas }) => gas),
        "CH4, N2O or F-gases",
      ),
      label(
        "sector",
        edgarToWiod35.map(({ sector }) => sector),
        "Sector of EDGAR",
      ),
      text(
        "wiod_sectors",
        edgarToWiod35.map(({ to }) => to.join(" ")),
        "Sectors of the table and HH, separated by a space",
      ),
      label(
        "divided_by",
        edgarToWiod35.map(({ by }) => by),
        "CO2 (JRC accounts of the region), output (of the carried table), or whole where one sector takes all",
      ),
      text(
        "rule",
        edgarToWiod35.map(({ rule }) => rule),
        "Why",
      ),
    ],
  );
}

function buildCategories(): TableDataset {
  return table(
    {
      name: "ipcc_categories",
      title: "Categories of the IPCC 2006 Guidelines",
      title_zh: "IPCC 2006 指南排放源/汇类别",
      kind: "production",
      summary: "Code, title and parent, with the codes of the common reporting tables and the sectors of EDGAR.",
      years: null,
      traps: [
        "The common reporting tables number agriculture 3, land 4 and waste 5; here AFOLU is 3 and waste 4.",
        "Sum leaves or a level, never all rows: parents hold their children.",
        "memo rows (international bunkers) are in no national total.",
      ],
    },
    {
      ...guidelines,
      citation: "IPCC (2006), 2006 IPCC Guidelines, Volume 1 Chapter 8, Table 8.2; decision 5/CMA.3, annex I.",
      vintage: "2006 Guidelines",
      source: "IPCC 2006 Guidelines Vol 1 Ch 8, written down for this notebook",
    },
    [
      text(
        "category",
        categories.map(({ code }) => code),
        "IPCC 2006 category",
      ),
      text(
        "title",
        categories.map(({ title }) => title),
        "Title",
      ),
      text(
        "parent",
        categories.map(({ parent }) => parent),
        "Category above; null for the five sectors",
      ),
      text(
        "crt",
        categories.map(({ crt }) => crt),
        "Code in the common reporting tables; null where they have no one place for it",
      ),
      label(
        "edgar",
        categories.map(({ edgar }) => edgar),
        "EDGAR sector; null for groups over several and for land",
      ),
      flag(
        "leaf",
        categories.map(({ children }) => children.length === 0),
        "Has none below it",
      ),
      flag(
        "lulucf",
        categories.map(({ code }) => isLulucf(code)),
        "Land use, land-use change and forestry",
      ),
      flag(
        "memo",
        categories.map(({ code }) => memoCategories.has(code)),
        "Memo item, in no total",
      ),
    ],
  );
}

const own: Origin = {
  publisher: "Yuheng Notebook",
  citation: "Compiled for this notebook from the treaties and decisions of the groups.",
  vintage: "2025",
  licence: "CC0-1.0",
  licence_confirmed: true,
  source: "own compilation",
};

function buildGroups(): TableDataset {
  const rows = groupNames.flatMap((name) => findGroup(name).spells.map((spell) => ({ name, ...spell })));
  return table(
    {
      name: "country_groups",
      title: "Groups of countries with their history of membership",
      title_zh: "国家组及其成员变迁",
      kind: "geography",
      summary: "EU, EU27, Annex I, OECD, BRICS, G7, G20, ASEAN, OPEC: who was a member from when to when.",
      years: null,
      traps: [
        "A member in a year: coalesce(from_year, year) <= year and year < coalesce(until_year, year + 1).",
        "A country that left and came back has two rows.",
        "The European Union and the African Union as members of other groups are left out.",
      ],
    },
    own,
    [
      label(
        "country_group",
        rows.map(({ name }) => name),
        "Name of the group",
      ),
      label(
        "iso3",
        rows.map(({ iso3 }) => iso3),
        "ISO 3166 alpha-3",
      ),
      float64(
        "from_year",
        rows.map(({ from }) => (Number.isFinite(from) ? from : null)),
        "none",
        "First year of membership; null for one composition of all years",
      ),
      float64(
        "until_year",
        rows.map(({ until }) => until),
        "none",
        "First year at whose end it was no member; null while it is one",
      ),
    ],
  );
}

function buildMetrics(): TableDataset {
  const gases = [...metricGases, "CH4 fossil", "CH4 biogenic"];
  const single = metrics.flatMap((metric) =>
    gases.flatMap((gas) => {
      const found = publishedValue(metric, gas);
      return found ? [{ metric, gas, ...found }] : [];
    }),
  );
  const ofBlends = metrics.flatMap((metric) =>
    [...blends].flatMap(([gas, parts]) =>
      parts.every((part) => publishedValue(metric, part.gas)) ? [{ metric, gas, ...metricValue(gas, metric) }] : [],
    ),
  );
  const rows = [...single, ...ofBlends];
  must(rows.length > 1000, () => `There are ${rows.length} metric values where more than 1000 are expected.`);
  return table(
    {
      name: "gas_metrics",
      title: "Global warming and temperature potentials, SAR to AR6",
      title_zh: "全球增温潜势与温变潜势（SAR 至 AR6）",
      kind: "production",
      summary: "kg CO2e per kg of 105 gases and 24 refrigerant blends by metric: GWP20, GWP100, GWP500, GTP100.",
      years: null,
      traps: [
        "Filter metric before joining: each gas has a row for each.",
        "AR6 has three methanes: 27.9 where the origin is not said, 29.8 fossil, 27.0 biogenic (GWP100).",
        "UNFCCC.GWP100 is AR5 with one methane of 28, for reporting under the Paris Agreement.",
        "Blends are sums over their components by mass.",
        "value_status says what was done: source, transcription, or memory, which no table at hand shows. SF6 of AR6 is 25,200 over 100 years, where other tables in use have 24,300: see its note.",
      ],
    },
    {
      publisher: "IPCC; collected by openclimatedata",
      citation: "IPCC assessment reports SAR to AR6; openclimatedata/globalwarmingpotentials 0.13.1.",
      vintage: "0.13.1",
      licence: "CC0-1.0",
      licence_confirmed: true,
      source:
        "openclimatedata/globalwarmingpotentials 0.13.1; AR6 WG1 Tables 7.15 and 7.SM.7; blends after ASHRAE Standard 34",
    },
    [
      label(
        "metric",
        rows.map(({ metric }) => metric),
        "Report and metric",
      ),
      label(
        "gas",
        rows.map(({ gas }) => gas),
        "Gas or blend",
      ),
      float64(
        "value",
        rows.map(({ value }) => value),
        "kg CO2e per kg",
        "Weight of the gas",
      ),
      label(
        "source",
        rows.map(({ source }) => source),
        "Where the value stands, and of a blend what it is made of",
      ),
      label(
        "value_status",
        rows.map(({ status }) => status),
        "How the value came here: source, transcription or memory",
      ),
      label(
        "value_read",
        rows.map(({ read }) => read),
        "Where it was read; null where it is from memory",
      ),
      label(
        "note",
        rows.map(({ note }) => (note === null ? null : writeMessage(note))),
        "Where sources contradict one another",
      ),
    ],
  );
}
