import { ask, type Intent } from "../intent.ts";

/** What is done with figures, of whatever measure. */
const OF_FIGURES: ReadonlySet<unknown> = new Set([
  "compare",
  "rank",
  "lowest",
  "position",
  "difference",
  "ratio",
  "change",
  "moved",
  "share",
  "percent",
  "per head",
  "which is larger",
  "peak year",
  "overtake",
  "cumulative",
  "total",
  "mean",
  "annual growth rate",
  "double",
  "halve",
  "order",
  "series",
  "count",
  "ever",
]);

/** A place without a measure: “tell me about Germany”, “which is higher, India or China?”. */
export const aboutIntent: Intent = {
  id: "about",
  title: { en: "a place without a measure", zh: "只有地点的问题" },
  read(matter) {
    const places = [...matter.all("place"), ...matter.all("group")];
    matter.years();
    matter.span();
    matter.newest();
    matter.all("ordinal");
    matter.all("bound");
    const operations = matter.find("operation");
    if (places.length === 0 || matter.has("measure") || matter.has("gas")) return null;
    if (operations.some(({ meaning }) => !OF_FIGURES.has(meaning.value) && meaning.soft !== true)) return null;
    matter.use(...operations.map(({ link }) => link));
    // What is done with which figure is asked back only where all else is understood.
    const isPlain = operations.every(({ meaning }) => meaning.value === "compare") && !matter.has("group");
    if (!isPlain && matter.unexplained().length > 0) return null;
    const [place] = places.map(({ meaning }) => meaning.label);
    return ask("measure", { en: `What about ${place!.en}?`, zh: `想了解${place!.zh}的哪一项？` }, [
      { value: "territorial fossil CO2", label: { en: "territorial fossil CO2", zh: "属地化石燃料 CO2 排放" } },
      { value: "consumption-based CO2", label: { en: "consumption-based CO2", zh: "消费端 CO2 排放" } },
      {
        value: "territorial fossil CO2 per head",
        label: { en: "territorial fossil CO2 per head", zh: "人均属地化石燃料 CO2 排放" },
      },
      { value: "carbon intensity of electricity", label: { en: "carbon intensity of electricity", zh: "电力碳强度" } },
      { value: "population", label: { en: "population", zh: "人口" } },
    ]);
  },
};
