import type { Text } from "../../message/message.ts";
import type { StepResult } from "../host.ts";
import type { Draft } from "../intent.ts";
import type { Assumption, Step, Want } from "../plan.ts";
import { Sentence } from "../sentence.ts";
import type { Part } from "../template.ts";

interface FigureDraft {
  readonly steps: readonly Step[];
  readonly assumed?: readonly Assumption[];
  /** The figures, those asked for first and primary; a function where their place depends on results. */
  readonly wants: readonly Want[] | ((results: ReadonlyMap<string, StepResult>) => readonly Want[]);
  /** What the first figures are, before the colon. */
  readonly subject: { readonly en: readonly Part[]; readonly zh: readonly Part[] } | Text;
  readonly source?: Text;
}

/** An answer of a few figures after a subject: “CO2 of burning 2 kt of diesel: 6.4 kt CO2.” Figures that are not primary follow with their names. */
export function figureDraft({ steps, assumed = [], wants: given, subject, source }: FigureDraft): Draft {
  return {
    kind: "draft",
    steps,
    assumed,
    finish(results) {
      const wants = typeof given === "function" ? given(results) : given;
      const about =
        typeof subject.en === "string"
          ? { en: [{ name: subject.en }], zh: [{ name: (subject as Text).zh }] }
          : (subject as { en: readonly Part[]; zh: readonly Part[] });
      const refs = wants.map((want, ref) => ({ want, ref }));
      const primary = refs.filter(({ want }) => want.primary);
      const others = refs.filter(({ want }) => !want.primary);
      const list = (language: "en" | "zh"): Part[] =>
        primary.flatMap(({ want, ref }, i): Part[] => [
          ...(i > 0 ? [language === "en" ? "; " : "；"] : []),
          ...(primary.length > 1 ? [{ name: want.name[language] }, " "] : []),
          { ref },
        ]);
      const aside = (language: "en" | "zh"): Part[] =>
        others.flatMap(({ want, ref }): Part[] => [
          language === "en" ? "; " : "；",
          { name: want.name[language] },
          " ",
          { ref },
        ]);
      const sentence = new Sentence().say(
        [...about.en, ": ", ...list("en"), ...aside("en"), ". "],
        [...about.zh, "：", ...list("zh"), ...aside("zh"), "。"],
      );
      if (source) sentence.say(["Source: ", { source: source.en }, "."], ["来源：", { source: source.zh }, "。"]);
      return { kind: "finished", wants, text: sentence.template() };
    },
  };
}

/** A figure that is asked for. */
export function wanted(step: string, path: string, unit: Want["unit"], name: Text, primary = true): Want {
  return { step, path, unit, name, ...(primary ? { primary: true } : {}) };
}
