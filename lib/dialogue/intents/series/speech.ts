import type { Text } from "../../../message/message.ts";
import type { Sentence } from "../../sentence.ts";
import type { Part } from "../../template.ts";
import type { Target } from "./asked.ts";
import type { ChosenMeasure } from "./choose-measure.ts";
import type { Quotient } from "./figure.ts";

/** The name of a measure with the concepts of the question and what it is related to: “methane emissions per head”. */
export function nameOfMeasure(chosen: ChosenMeasure, quotient: Quotient = null): Text {
  const { measure, named } = chosen;
  const selecting = named.filter(({ meaning }) => {
    const by = measure.by?.[meaning.kind];
    return by !== undefined && !measure.label.en.includes(meaning.label.en);
  });
  const said = selecting.map(({ meaning }) => meaning.label);
  const en = [measure.label.en, ...said.map((label) => label.en)].join(", ");
  const zh =
    said.length === 0 ? measure.label.zh : `${measure.label.zh}（${said.map((label) => label.zh).join("，")}）`;
  if (!quotient) return { en, zh };
  return quotient === "per head"
    ? { en: `${en} per head`, zh: `人均${zh}` }
    : { en: `${en} per GDP`, zh: `单位GDP${zh}` };
}

/** “Territorial fossil CO2 of Spain in 2018”, with the year as it was given or found. */
export function subject(
  chosen: ChosenMeasure,
  quotient: Quotient,
  target: Target | null,
  year: Part | null,
): { en: Part[]; zh: Part[] } {
  const name = nameOfMeasure(chosen, quotient);
  const en: Part[] = [{ name: capital(name.en) }];
  const zh: Part[] = [];
  if (target) {
    en.push(chosen.measure.id.endsWith("exports of China") ? " to " : " of ", { name: target.label.en });
    zh.push({ name: target.label.zh });
  }
  if (year) {
    en.push(" in ", year);
    zh.push(year, "年");
  }
  zh.push({ name: name.zh });
  return { en, zh };
}

/** A sentence that names the source after it. */
export function withSource(sentence: Sentence, chosen: ChosenMeasure): Sentence {
  const { source } = chosen.measure;
  return sentence.say([" Source: ", { source: source.en }, "."], ["来源：", { source: source.zh }, "。"]);
}

/** Words with a capital at their beginning. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
