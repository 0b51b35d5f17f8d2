import { type Intent, refuse } from "../intent.ts";
import type { Matter } from "../matter.ts";
import type { Step } from "../plan.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** A market whose prices stand in the table. */
interface Market {
  readonly id: string;
  readonly year: number;
  readonly label: { readonly en: string; readonly zh: string };
  /** What each price is, as the table names it. */
  readonly measures: readonly { readonly id: string; readonly label: { readonly en: string; readonly zh: string } }[];
}

const china: Market = {
  id: "CN-ETS",
  year: 2025,
  label: { en: "Carbon price of China's national market", zh: "全国碳市场碳价" },
  measures: [
    { id: "annual average of trades", label: { en: "mean of trades", zh: "成交均价" } },
    { id: "closing price, end of year", label: { en: "at the end of the year", zh: "年末收盘价" } },
  ],
};

const border: Market = {
  id: "EU-CBAM",
  year: 2026,
  label: {
    en: "Price of certificates of the EU's border adjustment, first quarter",
    zh: "欧盟碳边境调节机制证书价格，第一季度",
  },
  measures: [{ id: "certificate price, first quarter", label: { en: "price", zh: "价格" } }],
};

/** The price of a tonne of CO2 in a market, which the table has for two. */
export const carbonPriceIntent: Intent = {
  id: "carbon price",
  title: { en: "carbon price of a market", zh: "碳市场价格" },
  read(matter) {
    if (!matter.takes("operation", "carbon price")) return null;
    if (
      matter.links.some(({ quantity }) => quantity) ||
      matter.has("commodity") ||
      matter.has("operation", "border cost")
    )
      return null;
    matter.takes("process", "market");
    const market = marketOf(matter);
    const years = matter.years();
    matter.newest();
    if (matter.span() || years.length > 1) return null;
    if (market && (years[0] ?? market.year) === market.year) return priceOf(market);
    return refuse(
      "no such data",
      {
        en: "The only carbon prices here are one year of China's national market and one quarter of the certificates of the EU's border adjustment.",
        zh: "此处的碳价只有全国碳市场一年的价格和欧盟碳边境调节机制证书一个季度的价格。",
      },
      [china, border].map(({ label, year, id }) => ({
        label: { en: `${label.en}, ${year}`, zh: `${year}年${label.zh}` },
        question:
          id === china.id
            ? { en: `carbon price of China in ${year}`, zh: `${year}年中国碳价` }
            : { en: `CBAM certificate price in ${year}`, zh: `${year}年CBAM证书价格` },
      })),
    );
  },
};

function marketOf(matter: Matter): Market | null {
  const isOfBorder = matter.takes("operation", "border");
  const places = matter.all("place").map(({ meaning }) => meaning.value);
  const groups = matter.all("group").map(({ meaning }) => meaning.value);
  if (isOfBorder) return places.length === 0 && groups.every((each) => each === "EU") ? border : null;
  return places.length === 1 && places[0] === "CHN" && groups.length === 0 ? china : null;
}

function priceOf({ id, label, measures, year }: Market) {
  const steps = measures.map(
    (measure, i): Step => ({
      id: `price${i + 1}`,
      tool: "data.query",
      args: {
        dataset: "carbon_prices",
        select: ["price", "unit", "year"],
        where: { market: id, measure: measure.id, year },
      },
    }),
  );
  return figureDraft({
    steps,
    source: { en: "carbon prices for examples", zh: "碳价示例" },
    wants: measures.map((measure, i) =>
      wanted(`price${i + 1}`, "rows.0.price", { path: "rows.0.unit" }, measure.label, i === 0),
    ),
    subject: {
      en: [{ name: label.en }, ", ", { given: ["price1", "where.year"] }],
      zh: [{ given: ["price1", "where.year"] }, "年", { name: label.zh }],
    },
  });
}
