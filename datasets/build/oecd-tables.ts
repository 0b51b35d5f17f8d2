import { oecd45ToWiod35 } from "../../lib/classification/oecd-to-wiod.ts";
import { float64, int16, label, text } from "./column.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import type { Figures } from "./figures.ts";
import { compressed } from "./packed-arrow.ts";
import { spanOf } from "./year-span.ts";

const musd = "million USD (current, basic prices)";
/** Rows that are no industry, and columns of final use. */
const rowTotals = ["TXS_IMP_FNL", "TXS_INT_FNL", "TTL_INT_FNL", "VALU", "OUTPUT"];
const finalUse = ["HFCE", "NPISH", "GGFC", "GFCF", "INVNT", "CONS_ABR", "CONS_NONRES", "EXPO", "IMPO"];

/** The national input–output tables of China and Japan (OECD), with the key of their industries to WIOD 2013. */
export async function buildOecdTables(figures: Figures): Promise<TableDataset[]> {
  const list = await figures.read("oecd_iot_code");
  const codes = list.texts("code");
  const industries = codes.filter((code) => /^\d\d$/.test(code));
  must(industries.length === 45, () => `${list.entry.file}: ${industries.length} industries where the tables have 45.`);
  const keyed = new Map(oecd45ToWiod35.map((row) => [row.code, row]));
  for (const code of industries) must(keyed.has(code), () => `${list.entry.file}: ${code} is not in the key to WIOD.`);
  must(keyed.size === 45, () => `${list.entry.file}: the key to WIOD has codes that the table lacks.`);

  const figure = await figures.read("oecd_iot_chn_jpn");
  const { file } = figure.entry;
  const [iso3, year, value] = [figure.texts("iso3"), figure.numbers("year"), figure.numbers("value_musd")];
  const [row, col] = [figure.texts("row_code"), figure.texts("col_code")];
  const outputs = new Map<string, { output: number; parts: number }>();
  value.forEach((amount, at) => {
    const isCell = industries.includes(row[at]!) || rowTotals.includes(row[at]!);
    must(
      isCell && (industries.includes(col[at]!) || finalUse.includes(col[at]!)),
      () => `${file}, row ${at}: ${row[at]} or ${col[at]} is no code.`,
    );
    // Output of an industry is what its row delivers, imports (negative) taken off, and what its column says.
    const key = (code: string) => `${iso3[at]} ${year[at]} ${code}`;
    const of = (code: string) => {
      const found = outputs.get(key(code)) ?? { output: 0, parts: 0 };
      outputs.set(key(code), found);
      return found;
    };
    if (row[at] === "OUTPUT" && industries.includes(col[at]!)) of(col[at]!).output += amount;
    if (industries.includes(row[at]!)) of(row[at]!).parts += amount;
  });
  for (const [key, { output, parts }] of outputs)
    must(
      // The publisher's tables balance to their rounding.
      Math.abs(parts - output) <= 1e-3 * output + 1,
      () => `${file}, ${key}: the row sums to ${parts} where output is ${output}.`,
    );
  const span = spanOf(year);
  return [
    table(
      {
        name: "oecd_national_tables",
        title: `National input–output tables of China and Japan, ${span.en} (OECD)`,
        title_zh: `中国和日本国家投入产出表，${span.zh}（OECD）`,
        kind: "consumption",
        summary:
          "Flows between 45 industries, final use, exports, imports, taxes, value added and output, with imports inside the flows.",
        years: span.years,
        traps: [
          "Total flows: imports are inside the cells and stand once more as IMPO (negative).",
          "The rows OUTPUT, VALU and those of taxes are no industries: filter row_code before summing.",
          "Current US dollars: growth holds prices and exchange rates.",
        ],
      },
      originOf(figure.entry),
      [
        label("iso3", iso3, "Country"),
        int16("year", year, "none", "Year"),
        label("row_code", row, "Industry 01 to 45, or a total, see oecd_industries"),
        label(
          "col_code",
          col,
          "Industry 01 to 45, or final use: HFCE, NPISH, GGFC, GFCF, INVNT, CONS_ABR, CONS_NONRES, EXPO, IMPO",
        ),
        float64("value_musd", value, musd, "Value"),
      ],
      compressed,
    ),
    table(
      {
        name: "oecd_industries",
        title: "Rows of the OECD's input–output tables, with the sectors of WIOD 2013",
        title_zh: "OECD投入产出表的行及其与WIOD 2013部门的对应",
        kind: "consumption",
        summary:
          "Names of the 45 industries and five totals of oecd_national_tables, and the sectors of WIOD 2013 of each.",
        years: null,
        traps: [
          "The key is a modelling choice by the titles: ISIC Rev. 4 and NACE Rev. 1.1 do not nest. It carries growth: an industry with several sectors moves each of them.",
        ],
      },
      {
        ...originOf(list.entry),
        source: `${originOf(list.entry).source}; the key to WIOD 2013 was made for this notebook`,
      },
      [
        text("code", codes, "Code of the row"),
        text("name_en", list.texts("name_en"), "English name"),
        text(
          "wiod_sectors",
          codes.map((code) => keyed.get(code)?.sectors.join(" ") ?? null),
          "Sectors of the input-output table, separated by a space; null for totals",
        ),
        text(
          "rule",
          codes.map((code) => keyed.get(code)?.rule ?? null),
          "How the industry is assigned; null for totals",
        ),
      ],
    ),
  ];
}
