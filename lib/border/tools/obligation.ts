import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { notesOut, sentenceOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import {
  benchmarkOf,
  cbamDatasets,
  countedActual,
  goodOf,
  matchOf,
  readCbamTables,
  totalDefault,
} from "../cbam/declaration.ts";
import { edition } from "../cbam/edition.ts";
import { obligation } from "../cbam/obligation.ts";
import { perTonne, tonnes } from "../cbam/units.ts";
import {
  declarationFields,
  declarationReferences,
  editionAssumption,
  matchedOut,
  priceIn,
} from "./declaration-schema.ts";

const texts = messages("border.obligation", {
  deMinimis: {
    en: "Importers of at most {limit} t of goods of the mechanism in a year have no obligation (electricity and hydrogen excepted); whether this importer stays below is not known here.",
    zh: "年进口该机制商品不超过 {limit} 吨的进口商没有义务（电力和氢除外）；此处不知该进口商是否低于此限。",
  },
  paidInPrice: {
    en: "The carbon price paid abroad is taken off the price of certificates. The law takes it off their number, by rules that are not modelled here.",
    zh: "境外已付碳价从证书价格中扣除；法规是从证书数量中扣减，其规则此处未建模。",
  },
});

/** Mass-based threshold per importer and year, which does not hold for hydrogen: Regulation (EU) 2025/2083, as public documents quote it. */
const DE_MINIMIS_T = 50;

export const cbamObligation = defineTool({
  name: "cbam.obligation",
  title: { en: "CBAM obligation of a good", zh: "商品的碳边境调节义务" },
  summary: {
    en: "Certificates and their cost for a good from a country: default value with mark-up or actual emissions, less the free allocation by benchmark, route and year.",
    zh: "某国商品应缴的证书数量与成本：默认值加成或实际排放，减去按基准值、路线与年份的免费配额调整。",
  },
  input: z.object({ ...declarationFields, year: yearIn, price: priceIn }),
  output: z.object({
    embedded_t: numberIn(tonnes).describe("Embedded emissions that count, with the mark-up"),
    specific: numberIn(perTonne).describe("The same per tonne of the good"),
    benchmark: numberIn(perTonne),
    freeAllocation_t: numberIn(tonnes).describe("CBAM factor × correction × benchmark × mass"),
    certificates: numberIn(tonnes).describe("One for each tonne"),
    cost: numberIn("EUR"),
    default: numberIn(perTonne).nullable().describe("Default value before mark-up; null if there is none"),
    defaultDirect: numberIn(perTonne).nullable(),
    defaultIndirect: numberIn(perTonne).nullable().describe("Null where indirect emissions do not count"),
    markup: ratio.describe("Share that is added to the default value; 0 with actual emissions"),
    values: z.enum(["default", "actual"]).describe("What the obligation follows from"),
    countsIndirect: z.boolean().describe("Whether indirect emissions count for the good"),
    factor: ratio.describe("CBAM factor of the year: share of the benchmark that is deducted"),
    factorConfirmation: z.string().describe("Whether the factor was seen in a document"),
    matched: matchedOut,
    edition: sentenceOut,
    notes: notesOut,
  }),
  formula: "certificates = max(0, d (1 + k) − f c b) m; cost = certificates · max(0, price − paid)",
  assumptions: [
    editionAssumption,
    "A country without a value of its own takes the whole row of “Other countries and territories”.",
    "Whether indirect emissions count follows from the annex: for goods that have a default value of them.",
    "The benchmark (column B) is that of the good as a whole, also with actual emissions; shares of precursors are not followed.",
    "The benchmarks of production years 2028 to 2030 hold for later ones too.",
  ],
  references: declarationReferences,
  datasets: cbamDatasets,
  async run({ year, price, actual, mass_t, paid, correction, ...asked }, _work, read) {
    const tables = await readCbamTables(read);
    const found = goodOf(tables, asked);
    const { good, value, countsIndirect } = found;
    // A year before the first has no mark-up, which says so.
    const tableMarkup = tables.markups.of(good.sector, year);
    const benchmark = benchmarkOf(tables, found, asked, year);
    const { factor, confirmation } = tables.factors.of(year);
    const notes: Message[] = [...found.notes, ...benchmark.notes, ...tables.factors.beyond(year)];
    let specific: number;
    if (actual) {
      const counted = countedActual(found, actual, asked.benchmark !== undefined);
      specific = counted.specific;
      notes.push(...counted.notes);
    } else specific = totalDefault(found, asked.origin) * (1 + tableMarkup);
    if (paid > 0) notes.push(texts.paidInPrice());
    if (mass_t <= DE_MINIMIS_T && good.sector !== "Hydrogen") notes.push(texts.deMinimis({ limit: DE_MINIMIS_T }));
    return {
      ...obligation({ specific, benchmark: benchmark.value, factor, correction, mass_t, price, paid }),
      specific,
      benchmark: benchmark.value,
      default: value?.total ?? null,
      defaultDirect: value?.direct ?? null,
      defaultIndirect: value?.indirect ?? null,
      markup: actual ? 0 : tableMarkup,
      values: actual ? ("actual" as const) : ("default" as const),
      countsIndirect,
      factor,
      factorConfirmation: confirmation,
      matched: matchOf(found, benchmark),
      edition: edition(),
      notes,
    };
  },
});
