import type { Text } from "../../../message/message.ts";
import { type Outcome, refuse } from "../../intent.ts";
import type { Matter } from "../../matter.ts";
import type { Assumption, Step } from "../../plan.ts";
import { figureDraft, wanted } from "../one-figure.ts";
import type { UkActivity } from "./uk-activities.ts";

/** The table of the United Kingdom. */
/** The year of the factors. */
export const EDITION = 2025;

export const source = { en: "DESNZ conversion factors of the United Kingdom", zh: "英国 DESNZ 换算因子" };

export const ukFactors: Assumption = {
  slot: "source",
  value: "factors_value_chain_uk",
  label: { en: "factors of the United Kingdom", zh: "英国的因子" },
  because: { en: "no other table of such factors is here", zh: "此处没有其他国家的同类因子" },
  rivals: [],
};

/** Units of mass that are multiplied by its factors. */
export const MASS = /^(?:kg|t|kt|g)$/;

/** What is multiplied by a factor. */
export interface Amount {
  readonly unit: UkActivity["unit"];
  readonly value: number;
  readonly measured: string;
  /** What makes freight of a distance, or passengers of it. */
  readonly times: { readonly value: number; readonly unit: string } | null;
  readonly words: readonly string[];
}

/** A refusal where the words name another country than that of the table. */
export function elsewhere(matter: Matter): Outcome | null {
  const [place] = matter.find("place").filter(({ meaning }) => meaning.value !== "GBR" && meaning.value !== "WORLD");
  if (!place) return null;
  matter.use(place.link);
  const { label } = place.meaning;
  return refuse("no such data", {
    en: [
      "The factors of travel, freight, water and landfill here are of the United Kingdom. A table of such factors of ",
      { name: label.en },
      " would be needed.",
    ],
    zh: ["这里的出行、货运、用水与填埋因子仅限英国；需要", { name: label.zh }, "的同类因子表。"],
  });
}

/** An amount times a row of the table, by its name. */
export function ukDraft(
  name: string,
  unit: UkActivity["unit"],
  label: Text,
  { value, measured, times, words }: Omit<Amount, "unit">,
  assumed: readonly Assumption[],
): Outcome {
  const factor: Step = {
    id: "factor",
    tool: "data.query",
    args: {
      dataset: "factors_value_chain_uk",
      select: ["activity", "unit", { column: "factor", as: "value" }],
      where: { activity: name, unit: `kg CO2e AR5.GWP100/${unit}` },
    },
  };
  const service: Step[] = times
    ? [
        {
          id: "service",
          tool: "quantity.multiply",
          args: { left: { ...times }, right: { value, unit: measured }, unit },
        },
      ]
    : [];
  const emissions: Step = {
    id: "emissions",
    tool: "quantity.multiply",
    args: {
      left: times
        ? { value: { $from: "service", path: "value" }, unit: { $from: "service", path: "unit" } }
        : { value, unit: measured },
      right: { value: { $from: factor.id, path: "rows.0.value" }, unit: { $from: factor.id, path: "rows.0.unit" } },
      unit: "kg CO2e AR5.GWP100",
    },
  };
  const said = words.flatMap((each, i) => [...(i === 0 ? [] : [", "]), { quoted: each }]);
  return figureDraft({
    steps: [factor, ...service, emissions],
    assumed,
    source,
    wants: [
      wanted(emissions.id, "value", { path: "unit" }, { en: "emissions", zh: "排放" }),
      wanted(factor.id, "rows.0.value", { path: "rows.0.unit" }, { en: "factor", zh: "因子" }, false),
    ],
    subject: {
      en: ["Emissions of ", { name: label.en }, " (", ...said, ")"],
      zh: [{ name: label.zh }, "（", ...said, "）的排放"],
    },
  });
}
