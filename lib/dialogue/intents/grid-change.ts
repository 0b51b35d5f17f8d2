import { type Intent, refuse } from "../intent.ts";
import type { Step } from "../plan.ts";
import { gridAreaOf, gridSource, isOfElectricity } from "./grid-area.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** How the factor of a Chinese province's grid, or of China's by its ministry, moved between two years: difference or ratio. */
export const gridChangeIntent: Intent = {
  id: "change of a grid factor",
  title: { en: "change of a grid factor", zh: "电网因子的变化" },
  read(matter) {
    const asksFactor =
      matter.has("operation", "factor") ||
      matter.has("process", "grid") ||
      matter
        .find("measure")
        .some(({ meaning }) => (meaning.value as readonly string[]).includes("electricity intensity"));
    if (!asksFactor || matter.links.some(({ quantity }) => quantity)) return null;
    const years = [...matter.years()].sort((a, b) => a - b);
    const span = matter.span();
    const [from, to] = years.length === 2 ? years : [span?.first, span?.last];
    if (typeof from !== "number" || typeof to !== "number" || (years.length > 0 && years.length !== 2)) return null;
    const isRatio = matter.takes("operation", "ratio");
    const isChange = matter.takes(
      "operation",
      "change",
      "difference",
      "moved",
      "compare",
      "percent",
      "annual growth rate",
    );
    if (!isRatio && !isChange) return null;
    const area = gridAreaOf(matter);
    if (!area) return null;
    matter.emissions("CO2", "GHG");
    matter.all("measure", isOfElectricity);
    matter.takes("material", "energy:electricity");
    matter.takes("sector", "power");
    matter.takes("database", "MEE");
    matter.takes("process", "grid");
    matter.takes("place", "CHN");
    matter.takes("operation", "factor", "mean");
    matter.unit();
    const factorOf = (id: string, year: number): Step => ({
      id,
      tool: "data.query",
      args: {
        dataset: "grid_factors_china",
        select: ["year", { column: "factor_kg_per_kwh", as: "value" }],
        where: { level: area.level, name: area.name, year },
      },
    });
    const of = (id: string) => ({
      value: { $from: id, path: "rows.0.value" },
      unit: { $from: id, path: "units.value" },
    });
    const steps: readonly Step[] = [
      factorOf("before", from),
      factorOf("after", to),
      { id: "change", tool: "quantity.compare", args: { left: of("after"), right: of("before") } },
    ];
    const draft = figureDraft({
      steps,
      source: gridSource,
      wants: [
        isRatio
          ? wanted("change", "ratio", "1", { en: "later over earlier year", zh: "后一年与前一年之比" })
          : wanted("change", "difference.value", { path: "difference.unit" }, { en: "change", zh: "变化" }),
        ...(isRatio
          ? []
          : [wanted("change", "ratio", "1", { en: "later over earlier year", zh: "后一年与前一年之比" }, false)]),
        wanted("before", "rows.0.value", { path: "units.value" }, { en: "before", zh: "之前" }, false),
        wanted("after", "rows.0.value", { path: "units.value" }, { en: "after", zh: "之后" }, false),
      ],
      subject: {
        en: [
          "Grid factor of ",
          { name: area.label.en },
          ", ",
          isRatio ? "later year over the earlier" : "later year less the earlier",
        ],
        zh: [{ name: area.label.zh }, "电网因子，", isRatio ? "后一年与前一年之比" : "后一年减前一年"],
      },
    });
    return {
      ...draft,
      finish(results, look) {
        const isMissing = (id: string) => {
          const { rows } = (results.get(id)?.result ?? { rows: [] }) as { rows: readonly unknown[] };
          return rows.length === 0;
        };
        if (!isMissing("before") && !isMissing("after")) return draft.finish(results, look);
        return refuse("no such year", {
          en: [
            { source: gridSource.en },
            " has no factor of ",
            { name: area.label.en },
            " for both of these years here.",
          ],
          zh: ["这里没有", { source: gridSource.zh }, "公布的", { name: area.label.zh }, "这两个年份的因子。"],
        });
      },
    };
  },
};
