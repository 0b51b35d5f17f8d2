import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { shippedDatasets } from "../../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../../kernel/services/compute/read-dataset.ts";

interface Source {
  readonly publisher: string;
  readonly vintage: string;
  readonly licence: string;
}

const { datasets }: { datasets: readonly Source[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../datasets/catalogue.json"), "utf8"),
);

/** English words that may stand in a Chinese output, by why. */
const permitted: Readonly<Record<string, string>> = {
  "authors of works that are cited":
    "Andrew Bullard Crutzen Defourny Dietzenbacher Friedlingstein Ghosh Grassi Hager Hansis Ekins Hall Heijungs Houghton Huangfu Jones Kesicki Lenzen Los Marques Merlet Miller Blair Morrison Peters Prather Regnier Saltelli Saunois Sebald Seiler Sherman Sobol Stadler Suh Thorbecke Tian Timmer Andreae Wanninkhof Weiss Wiedmann Wood Woodbury Temurshoev",
  "titles of works, as they are cited":
    "Input Output Analysis World Database Structural Change and Economic Dynamics Guidance Avoided Emissions International Energy Statistics Mineral Commodity Summaries",
  "names of sources and of their editions in data":
    "Natural Earth Global Carbon Budget Ember Yuheng World Factbook What a Waste Climate TRACE Penn premise carculator",
  "names of gases": "HFC227ea HFC245fa HFC236fa HFC365mfc HFC152a HFC143a HFC134a",
  "parts of references": "Vol Table et al Tier",
  "names of numerical methods, as the solver gives them": "Gauss Seidel block GMRES",
  units: "kg kt Mt Gt Tg Gg TJ GJ kWh MW GW Mha mol atm yr NCV ha",
  "names of columns of data, which code uses": "sector fuel ncv values bounds",
  "the standing of a factor, as data and exercises have it": "source transcription memory",
  "symbols of equations and identities": "clinker Ccl",
  "names of software and keys": "JavaScript Shift Enter Excel",
};

const wordsOf = (text: string): string[] =>
  text.replaceAll(/doi:\S+/g, "").match(/\p{Script=Latin}[\p{Script=Latin}\d'’_]*/gu) ?? [];
const known = new Set(Object.values(permitted).flatMap(wordsOf));
const sources = new Set(
  datasets.flatMap(({ publisher, vintage, licence }) => [publisher, vintage, licence].flatMap(wordsOf)),
);

/** An abbreviation, a symbol, or the name of a column: capitals, at most two letters, or with `_`, such as WIOD, AR6, Sc, D_pba. */
const isSymbol = (word: string) => word.length < 3 || word.includes("_") || !/\p{Ll}{2}/u.test(word);

/** Names of activities, flows and products in inventories and in lists of products, which have no Chinese ones. */
export function productNames(): Promise<ReadonlySet<string>> {
  return wordsIn([
    ["uslci_process", "process"],
    ["uslci_exchange", "flow"],
    ["premise_inventory", "flow"],
    ["premise_inventory", "activity_product"],
    ["premise_more_exchange", "flow"],
    ["premise_more_exchange", "flow_product"],
    ["factors_value_chain_uk", "categories"],
    ["factors_value_chain_uk", "activity"],
    ["carbon_catalogue_product", "product_name_and_functional_unit"],
    ["carbon_catalogue_product", "company"],
    // As methods and publications write them.
    ["lcia_factors", "indicator_name"],
    ["lcia_factors", "method"],
  ]);
}

/** The sources of costs and process parameters, as the rows cite them. */
export function citedSources(): Promise<ReadonlySet<string>> {
  return wordsIn([
    ["technology_costs", "source"],
    ["process_ranges", "source"],
    ["technology_parameters", "source"],
  ]);
}

async function wordsIn(columns: readonly (readonly [dataset: string, column: string])[]): Promise<ReadonlySet<string>> {
  const read = readOnce(shippedDatasets());
  const texts = await Promise.all(columns.map(async ([dataset, column]) => (await read(dataset)).texts(column)));
  return new Set(
    texts.flatMap((column) => Array.from(column, (text) => wordsOf(`${text} ${text?.toLowerCase()}`))).flat(),
  );
}

/**
 * The words in other languages than Chinese that an output shows or reads out, each once. Source lines have the names of the
 * catalogue; code, formulas, addresses and the figure's own technical labels do not count.
 */
export function foreignWords(html: string, names: ReadonlySet<string> = new Set()): string[] {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const citations = [...document.querySelectorAll(".citation")];
  const inCitations = citations.map((each) => each.textContent ?? "").flatMap(wordsOf);
  const described = [...document.querySelectorAll("svg[aria-label], [title]:not(th)")].map(
    (each) => each.getAttribute("aria-label") ?? each.getAttribute("title") ?? "",
  );
  for (const each of [...citations, ...document.querySelectorAll(".katex, code, style, a[href^='http'], .cm-editor")])
    each.remove();
  const shown: string[] = [];
  const walk = (node: Node) => {
    if (node.nodeType === 3) shown.push(node.textContent ?? "");
    else for (const child of node.childNodes) walk(child);
  };
  walk(document.body as unknown as Node);
  const words = [...shown, ...described].flatMap(wordsOf).filter((word) => !known.has(word) && !names.has(word));
  const cited = inCitations.filter((word) => !known.has(word) && !sources.has(word));
  return [...new Set([...words, ...cited].filter((word) => !isSymbol(word)))];
}
