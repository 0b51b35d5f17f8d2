import { beaOrigins, beaToWiod35 } from "../../lib/classification/bea-to-wiod.ts";
import { float64, int16, int32, label, text } from "./column.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import type { Figures } from "./figures.ts";
import { spanOf } from "./year-span.ts";

const musd = "million USD (current, basic prices)";

/**
 * The import matrices of the United States (BEA): imported inputs by origin, commodity and using industry, with the names of the
 * codes and the regions and sectors of WIOD 2013 that they stand for.
 */
export async function buildUsImports(figures: Figures): Promise<TableDataset[]> {
  const origins = await figures.read("us_import_origin");
  const sectors = await figures.read("us_import_sector");
  const originNames = origins.texts("origin");
  const codes = sectors.texts("code");
  origins.numbers("origin_id").forEach((id, row) => {
    must(id === row + 1, () => `${origins.entry.file}, row ${row}: origin ${id} stands out of order.`);
  });
  for (const name of originNames)
    must(beaOrigins[name] !== undefined, () => `${origins.entry.file}: ${name} is no origin of the key to WIOD.`);
  const keyed = new Set(beaToWiod35.map(({ code }) => code));
  for (const code of codes) must(keyed.has(code), () => `${sectors.entry.file}: ${code} is not in the key to WIOD.`);
  must(keyed.size === codes.length, () => `${sectors.entry.file}: the key to WIOD has codes that the table lacks.`);
  return [
    await matrixOf(figures, originNames, codes),
    table(
      {
        name: "us_import_origins",
        title: "Origins of the import matrices of the United States",
        title_zh: "美国进口矩阵的来源地",
        kind: "consumption",
        summary: "The seven origins of us_imports, with the regions of WIOD 2013 in each.",
        years: null,
        traps: [
          "Which region belongs to which origin follows from the titles alone: a modelling choice. ROW of WIOD holds countries of Europe and Asia, too, and stands here in Rest of World.",
        ],
      },
      originOf(origins.entry),
      [
        text("origin", originNames, "Country or area"),
        text(
          "wiod_regions",
          originNames.map((name) => beaOrigins[name]!.join(" ")),
          "Regions of the input-output table, separated by a space",
        ),
      ],
    ),
    table(
      {
        name: "us_import_sectors",
        title: "Codes of the import matrices of the United States, with the sectors of WIOD 2013",
        title_zh: "美国进口矩阵的部门代码及其与WIOD 2013部门的对应",
        kind: "consumption",
        summary:
          "Names of the commodities and industries of us_imports, and the sectors of the 35 of WIOD 2013 that each belongs to.",
        years: null,
        traps: [
          "The key is a modelling choice by the titles: NAICS and NACE Rev. 1.1 do not nest. It carries growth: a code with several sectors moves each of them.",
          "Customs duties (42ID), Other and Used have no sector: wiod_sectors is null.",
        ],
      },
      {
        ...originOf(sectors.entry),
        source: `${originOf(sectors.entry).source}; the key to WIOD 2013 was made for this notebook`,
      },
      [
        text("code", codes, "BEA code (NAICS)"),
        text("name_en", sectors.texts("name_en"), "English name"),
        text(
          "wiod_sectors",
          codes.map((code) => keyOf(code).sectors.join(" ") || null),
          "Sectors of the input-output table, separated by a space; null if none",
        ),
        text(
          "rule",
          codes.map((code) => keyOf(code).rule),
          "How the code is assigned",
        ),
      ],
    ),
  ];
}

function keyOf(code: string) {
  return beaToWiod35.find((row) => row.code === code)!;
}

async function matrixOf(figures: Figures, origins: readonly string[], codes: readonly string[]): Promise<TableDataset> {
  const figure = await figures.read("us_import_matrix");
  const { file } = figure.entry;
  const place = new Map(codes.map((code, index) => [code, index]));
  const span = spanOf(figure.numbers("year"));
  const [first, last] = span.years;
  const [origin, year, value] = [figure.numbers("origin_id"), figure.numbers("year"), figure.numbers("value_musd")];
  const [commodity, industry] = [figure.texts("commodity"), figure.texts("industry")];
  const width = codes.length;
  const positions = value.map((amount, row) => {
    const [from, to] = [place.get(commodity[row]!), place.get(industry[row]!)];
    must(
      from !== undefined && to !== undefined,
      () => `${file}, row ${row}: ${commodity[row]} or ${industry[row]} is no code.`,
    );
    must(
      origin[row]! >= 1 && origin[row]! <= origins.length,
      () => `${file}, row ${row}: origin ${origin[row]} is outside the table.`,
    );
    must(Number.isInteger(amount) && amount !== 0, () => `${file}, row ${row}: ${amount} is no integer beside zero.`);
    return (((year[row]! - first) * origins.length + origin[row]! - 1) * width + from) * width + to;
  });
  const order = Array.from(positions.keys()).sort((a, b) => positions[a]! - positions[b]!);
  must(new Set(positions).size === positions.length, () => `${file}: a cell occurs twice.`);
  const sorted = order.map((row) => positions[row]!);
  const negative = value.filter((amount) => amount < 0).length;
  return table(
    {
      name: "us_imports",
      title: `Imported inputs of the United States by origin, commodity and using industry, ${span.en}`,
      title_zh: `美国进口投入：按来源地、商品和使用行业（${span.zh}）`,
      kind: "consumption",
      summary:
        "Imports for intermediate use from seven origins: 138 commodities by 138 industries in each year (BEA, trade in value added).",
      years: [first, last],
      traps: [
        "Intermediate use alone: imports for consumption and investment are not in it.",
        `${negative} cells are negative (re-exports and adjustments): sum before taking shares, and do not clip.`,
        "Whole millions of dollars: a cell that is absent is zero or was rounded to it.",
        "Commodities Other and Used are noncomparable imports and used goods.",
        `Position: row = ((year − ${first}) · 7 + origin) · 140 + commodity, col = industry, in the order of us_import_origins and us_import_sectors, from 0.`,
      ],
    },
    originOf(figure.entry),
    [
      int32(
        "row",
        sorted.map((at) => Math.floor(at / width)),
        "none",
        "Position of year, origin and commodity",
      ),
      int16(
        "col",
        sorted.map((at) => at % width),
        "none",
        "Position of the industry",
      ),
      int16(
        "year",
        order.map((row) => year[row]!),
        "none",
        "Year",
      ),
      label(
        "origin",
        order.map((row) => origins[origin[row]! - 1]!),
        "Country or area of origin",
      ),
      label(
        "commodity",
        order.map((row) => commodity[row]!),
        "Imported commodity, see us_import_sectors",
      ),
      label(
        "industry",
        order.map((row) => industry[row]!),
        "Using industry, see us_import_sectors",
      ),
      float64(
        "value_musd",
        order.map((row) => value[row]!),
        musd,
        "Imported inputs",
      ),
    ],
    {
      row: "row",
      col: "col",
      width,
      derived: {
        year: { divide: width * width * origins.length, modulo: last - first + 1 },
        origin: { divide: width * width, modulo: origins.length },
        commodity: { divide: width, modulo: width },
        industry: { divide: 1, modulo: width },
      },
      values: { value_musd: 1 },
    },
  );
}
