import { N2O_LIFETIME } from "../../../lib/natural/nitrous-oxide-budget.ts";
import { LEAST_SHARE } from "../../../lib/uncertainty/coverage/coverage.ts";
import { read } from "../../coverage/shipped.ts";
import { catalogue } from "../datasets/shipped.ts";

/** Why a notebook may type a number that none of its cells uses; a function gives what the number must be today. */
export type Declared = string | (() => Promise<unknown> | unknown);

const entryOf = (dataset: string) => catalogue.datasets.find(({ name }) => name === dataset)!;
const lastYear = (dataset: string) => entryOf(dataset).years![1];
const rows = (dataset: string) => entryOf(dataset).rows;

const textsOf = async (dataset: string, column: string) =>
  Array.from((await read(dataset, {})).texts(column), (text) => text ?? "");
const distinct = async (dataset: string, column: string) => new Set(await textsOf(dataset, column)).size;

const editionOf = (dataset: string) => /Global Carbon Budget (\d{4})/.exec(entryOf(dataset).title)![1];
const TIME = "minutes that the lesson takes, by its author";
const INVENTED = "made up for the lesson, and part of its answers";
const ASKED = "the question that stands in the cell";

/** By notebook and number: prose that names what no cell computes. */
export const declaredNumbers: Readonly<Record<string, Readonly<Record<string, Declared>>>> = {
  "ask.html": {
    "ten countries": ASKED,
    "2035": ASKED,
    "two countries": async () =>
      `${words[(await textsOf("countries", "name_en")).filter((name) => /Congo/.test(name)).length]} countries`,
    "three bookkeeping models": async () =>
      `${words[await distinct("land_use_change_countries", "model")]} bookkeeping models`,
    "ten years": "from 2013 to 2022, in the cells of the agent",
    "two principles": "the two whose difference the same sentence gives",
  },
  "border-adjustment.html": { "2034": () => lastYear("cbam_factor") },
  "electric-car.html": { "two lines": "those of the chart" },
  "global-budget.html": {
    "three terms": async () => `${words[await distinct("carbon_budget_models", "component")]} terms`,
    "three models": async () => `${words[await distinct("land_use_change_countries", "model")]} models`,
    "116": () => N2O_LIFETIME.value,
    "9": () => N2O_LIFETIME.sigma,
  },
  "inventory-country.html": {
    "2006": "the guidelines' name",
    "3.664": "the ratio of molar masses that the budget states",
    "0.07": () => (100 * (1 - 3.664 / (44 / 12))).toFixed(2),
  },
  "lesson-inventory.html": {
    "40": TIME,
    "0.90": "the guidelines' ratio, with its section",
    "28": "the metric that the exercise asks for",
    "265": "the metric that the exercise asks for",
    "2013": "year of a report",
  },
  "lesson-lca.html": { "40": TIME, "365": INVENTED, "100": INVENTED },
  "lesson-leontief.html": {
    "40": TIME,
    "350": "the textbook's example",
    "1700": "the textbook's example",
    "seven regions": () => `${words[rows("mrio7_regions")]} regions`,
    "35": () => rows("mrio_sectors"),
    "245": () => rows("mrio7_regions") * rows("mrio_sectors"),
    "41": () => rows("mrio_regions"),
  },
  "lesson-plant.html": {
    "35": TIME,
    "1000": "one tonne of hot metal, in kg",
    "12": "molar mass",
    "44": "molar mass",
    "80": INVENTED,
    "two routes": "those of the exercise",
    "three routes": "those of the table below it",
  },
  "lesson-responsibility.html": {
    "40": TIME,
    "four principles": "those of the table below it",
    "2022": "the year of the exercise",
    "41": () => rows("mrio_regions"),
  },
  "lesson-uncertainty.html": Object.fromEntries([
    ...["610", "500", "5.7", "200", "10", "600"].map((number) => [number, INVENTED]),
    ["95", "the guidelines' level"],
    ["2.5", "the tail of the guidelines' level"],
    ["2006", "the guidelines' name"],
    ["40", TIME],
  ]),
  "natural-sources.html": {
    "three bookkeeping models": async () =>
      `${words[await distinct("land_use_change_countries", "model")]} bookkeeping models`,
    "2024": "the edition of EDGAR that the dataset's title names",
    "273": "AR6's factor of N2O",
    "265": "AR5's factor of N2O",
  },
  "panorama.html": { "85": () => 100 * LEAST_SHARE },
  "product-footprint.html": {
    "2000": "the year from which most begin (prose-numbers.test.ts)",
    "1969": async () => Math.min(...(await startYears())),
  },
  "solar-exports.html": { "2021": () => lastYear("grid_margins") },
  "trade-transfer.html": {
    "2007": "the year of the call in the sentence",
    "2023": "the year of the call in the sentence",
    "two tables": "those that the sentence tells apart",
  },
  "uncertainty.html": { "90": "the rule of the guidelines for Approach 2 (Vol. 1, Ch. 4)" },
  "welcome.html": {
    "2024": () => editionOf("carbon_budget_countries_2024"),
    "2025": () => editionOf("carbon_budget_countries"),
    "95": "the level that the sentence denies",
  },
};

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"];

/** Years in which unit processes begin; 1899 stands in two of them for none. */
export async function startYears(): Promise<number[]> {
  return (await textsOf("uslci_process", "start_year")).map(Number).filter((year) => year > 1900);
}
