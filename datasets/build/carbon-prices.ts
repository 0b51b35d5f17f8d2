import { float64, int16, label, text } from "./column.ts";
import { must, originOf, type TableDataset, table } from "./dataset.ts";
import type { Figures } from "./figures.ts";
import { spanOf } from "./year-span.ts";

/** Single carbon prices for examples, each with the page that states it. */
export async function buildCarbonPrices(figures: Figures): Promise<TableDataset> {
  const figure = await figures.read("carbon_price_sample");
  const [market, measure, unit] = [figure.texts("market"), figure.texts("measure"), figure.texts("unit")];
  const [year, price] = [figure.numbers("year"), figure.numbers("price")];
  for (const [row, value] of price.entries())
    must(value > 0, () => `${figure.entry.file}, row ${row}: the price of ${market[row]} is ${value}.`);
  const span = spanOf(year);
  return table(
    {
      name: "carbon_prices",
      title: `Carbon prices for examples, ${span.en}`,
      title_zh: `碳价示例，${span.zh}`,
      kind: "industry",
      summary:
        "China's national carbon market in 2025 (average and year-end) and the price of CBAM certificates in the first quarter of 2026.",
      years: span.years,
      traps: [
        `${price.length} single values for examples, not a series. Give the price of your market, year and currency yourself.`,
        "The pages of the publishers were not read: each value was read where evidence says.",
      ],
    },
    originOf({
      ...figure.entry,
      publisher: [...new Set(figure.texts("publisher"))].join("; "),
      provenance: "public files that quote their publishers",
    }),
    [
      label("market", market, "CN-ETS or EU-CBAM"),
      label("measure", measure, "What the price is"),
      int16("year", year, "none", "Year"),
      float64("price", price, "see column unit", "Price"),
      label("unit", unit, "Unit of the price"),
      text("publisher", figure.texts("publisher"), "Who published the value"),
      text("evidence", evidence(figure.texts("evidence")), "Where the value was read"),
    ],
  );
}

/** "same" stands for the line above; numbers of an index that nobody can look up are left out. */
function evidence(texts: readonly string[]): string[] {
  const filled: string[] = [];
  for (const each of texts) filled.push(each === "same" ? (filled.at(-1) ?? each) : each);
  return filled.map((each) => each.replace(/ \(index id \d+\)/, ""));
}
