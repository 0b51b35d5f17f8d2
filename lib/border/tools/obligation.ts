import { z } from "zod";
import { type Message, messages } from "../../message/message.ts";
import { notesOut, sentenceOut } from "../../tool/outcome.ts";
import { defineTool } from "../../tool/tool.ts";
import { numberIn, ratio } from "../../tool/unit.ts";
import { yearIn } from "../../tool/year.ts";
import { cbamDatasets, countedActual, readCbamTables, totalDefault, valueGood } from "../cbam/declaration.ts";
import { edition } from "../cbam/edition.ts";
import { obligation } from "../cbam/obligation.ts";
import { perTonne, tonnes } from "../cbam/units.ts";
import { declarationFields, priceIn } from "./declaration-schema.ts";

const said = messages("border.obligation", {
  deMinimis: {
    en: "Importers of at most {limit} t of goods of the mechanism in a year have no obligation (electricity and hydrogen excepted); whether this importer stays below is not known here.",
    zh: "年进口该机制商品不超过 {limit} 吨的进口商没有义务（电力和氢除外）；此处不知该进口商是否低于此限。",
  },
  paidInPrice: {
    en: "The carbon price paid abroad is taken off the price of certificates. The law takes it off their number, by rules that are not modelled here.",
    zh: "境外已付碳价从证书价格中扣除；法规是从证书数量中扣减，其规则此处未建模。",
  },
});

/** Mass-based threshold per importer and year, as the reference case states it; Regulation (EU) 2025/2083, not read for this. */
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
    factorConfirmation: z.string().describe("seen or recalled"),
    matched: z.object({
      code: z.string().describe("The CN code of the annex that was found"),
      sector: z.string(),
      description: z.string(),
      route: z.string().nullable(),
      otherCountries: z.boolean().describe("Whether the default value is that of “Other countries and territories”"),
    }),
    edition: sentenceOut,
    notes: notesOut,
  }),
  formula: "certificates = max(0, d (1 + k) − f c b) m; cost = certificates · max(0, price − paid)",
  assumptions: [
    "Tables of February 2026, before the correction by Implementing Regulation (EU) 2026/1740: not for compliance.",
    "A country without a value of its own takes the whole row of “Other countries and territories”.",
    "Whether indirect emissions count follows from the annex: for goods that have a default value of them.",
    "The benchmark (column B) is that of the good as a whole; shares of precursors are not followed.",
  ],
  references: [
    "Regulation (EU) 2023/956; Directive (EU) 2023/959.",
    "Implementing Regulation (EU) 2025/2621, Annex I: default values, workbook of 4 February 2026.",
    "Implementing Regulation (EU) 2025/2620: free allocation adjustment, workbook of benchmarks of 6 February 2026.",
  ],
  datasets: cbamDatasets,
  async run({ year, price, actual, mass_t, paid, correction, ...asked }, _work, read) {
    const tables = await readCbamTables(read);
    const valued = valueGood(tables, asked);
    const { good, value, benchmark, route } = valued;
    // A year before the first has no mark-up, which says so.
    const tableMarkup = tables.markups.of(good.sector, year);
    const { factor, confirmation } = tables.factors.of(year);
    const notes: Message[] = [...valued.notes];
    let specific: number;
    if (actual) {
      const counted = countedActual(valued, actual, asked.benchmark !== undefined);
      specific = counted.specific;
      notes.push(...counted.notes);
    } else specific = totalDefault(valued, asked.origin) * (1 + tableMarkup);
    notes.push(...tables.factors.notes([year]));
    if (paid > 0) notes.push(said.paidInPrice());
    if (mass_t <= DE_MINIMIS_T) notes.push(said.deMinimis({ limit: DE_MINIMIS_T }));
    return {
      ...obligation({ specific, benchmark, factor, correction, mass_t, price, paid }),
      specific,
      benchmark,
      default: value?.total ?? null,
      defaultDirect: value?.direct ?? null,
      defaultIndirect: value?.indirect ?? null,
      markup: actual ? 0 : tableMarkup,
      values: actual ? ("actual" as const) : ("default" as const),
      countsIndirect: valued.countsIndirect,
      factor,
      factorConfirmation: confirmation,
      matched: {
        code: good.code,
        sector: good.sector,
        description: good.description,
        route,
        otherCountries: valued.other,
      },
      edition: edition(),
      notes,
    };
  },
});
