import type { Intent } from "../intent.ts";
import { measureOf } from "../measures/measures.ts";
import type { Step } from "../plan.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** The total of a country with another number of people and the same emissions of each. */
export const morePeopleIntent: Intent = {
  id: "more people",
  title: { en: "a total with more or fewer people", zh: "人口变动时的总量" },
  read(matter) {
    const isPeople = matter.links.some(({ meanings }) =>
      meanings.some(({ kind, value }) => kind === "measure" && (value as readonly string[]).includes("population")),
    );
    const isSame =
      matter.takes("operation", "as much as") ||
      matter.links.some(({ words }) => /^(?:(?:the )?same|不变)$/i.test(words));
    const isEach = matter.takes("operation", "per head") || matter.links.some(({ words }) => /^each$/i.test(words));
    if (!isPeople || !isSame || !isEach) return null;
    const factor = matter.takes("operation", "double") ? 2 : matter.takes("operation", "halve", "half") ? 0.5 : null;
    matter.takes("operation", "what if", "moved", "total");
    matter.emissions("CO2");
    matter.all("measure", ({ value }) => (value as readonly string[]).includes("population"));
    const places = matter.all("place");
    const years = matter.years();
    matter.unit();
    if (factor === null || places.length !== 1 || years.length !== 1) return null;
    const principle = matter.one("principle")?.meaning.value ?? "territorial";
    if (principle !== "territorial" && principle !== "consumption") return null;
    const measure = measureOf(principle === "consumption" ? "CO2, consumption" : "fossil CO2, territorial");
    const [{ meaning: place }] = places as [(typeof places)[number]];
    const emissions: Step = {
      id: "emissions",
      tool: "data.query",
      args: {
        dataset: measure.dataset,
        select: ["year", { column: measure.column, as: "value" }],
        where: { ...(place.value === "WORLD" ? { entity_type: "world" } : { iso3: place.value }), year: years[0]! },
      },
    };
    const total: Step = {
      id: "total",
      tool: "quantity.multiply",
      args: {
        left: {
          value: { $from: emissions.id, path: "rows.0.value" },
          unit: { $from: emissions.id, path: "units.value" },
        },
        right: { value: factor, unit: "1" },
      },
    };
    return figureDraft({
      steps: [emissions, total],
      assumed: principle === "territorial" ? (measure.defaults ?? []).map((each) => ({ ...each, rivals: [] })) : [],
      source: measure.source,
      wants: [
        wanted(total.id, "value", { path: "unit" }, { en: "total", zh: "总量" }),
        wanted(emissions.id, "rows.0.value", { path: "units.value" }, { en: "as it was", zh: "实际" }, false),
      ],
      subject: {
        en: [{ name: place.label.en }, " with another number of people and the same emissions of each"],
        zh: [{ name: place.label.zh }, "人口变动而人均不变的总量"],
      },
    });
  },
};
