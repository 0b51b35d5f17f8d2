import type { PhaseWork } from "../../../lib/agents/agent.ts";
import { bothLanguages } from "../../../lib/dialogue/both-languages.ts";
import type { Assumption } from "../../../lib/dialogue/plan.ts";
import { messages, type Text } from "../../../lib/message/message.ts";
import { literal } from "../cell-literal.ts";
import { compileCells } from "../compile-cells.ts";
import { inNotebook, prefixOf } from "./cell-names.ts";

const texts = messages("agent", {
  assumed: { en: "- Assumed: {label}. {because}", zh: "- 假定：{label}。{because}" },
});

/** A cell of an agent, as it stands in a notebook. */
export interface AgentCell {
  /** What tells it from the other cells of its phase. */
  readonly key: string;
  readonly kind: "js" | "md";
  readonly source: string;
  /** Attributes besides `data-agent` and `data-phase`. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** The languages of a text cell: English first, its translation directly below. */
const languages = [
  ["en", "en"],
  ["zh", "zh-CN"],
] as const;

/** A text in both languages, as two cells of which a reader sees one. */
export function textCells(key: string, text: Text, attributes: AgentCell["attributes"] = {}): AgentCell[] {
  return languages.map(([language, lang]) => ({
    key: `${key} ${lang}`,
    kind: "md",
    source: text[language],
    attributes: { lang, ...attributes },
  }));
}

/** The cells of a phase: its heading with what it assumed, its values, and its steps. @param input hash of what it is made from */
export function phaseCells(instance: string, name: string, title: Text, work: PhaseWork, input: string): AgentCell[] {
  const prefix = prefixOf(instance);
  const step = (id: string, source: string): AgentCell => ({
    key: id,
    kind: "js",
    source,
    attributes: { "data-step": id, "data-input": input },
  });
  const values = Object.entries(work.values ?? {}).map(([id, value]) =>
    step(id, `const ${prefix}${id} = ${literal(value)}`),
  );
  const parameters = `${prefix}${name.replaceAll(/\W+/g, "_")}_assumed`;
  const steps = compileCells({ steps: inNotebook(work.steps, instance), assumed: work.assumed }, parameters);
  return [
    ...textCells("heading", heading(title, work.assumed)),
    ...values,
    ...steps.map(({ id, source }) =>
      work.steps.some((each) => prefix + each.id === id)
        ? step(id.slice(prefix.length), source)
        : { key: "assumed", kind: "js" as const, source, attributes: {} },
    ),
  ];
}

function heading(title: Text, assumed: readonly Assumption[]): Text {
  const written = assumed.map(({ label, because }) => ({
    en: bothLanguages(texts.assumed({ label: label.en, because: because.en })).en,
    zh: bothLanguages(texts.assumed({ label: label.zh, because: because.zh })).zh,
  }));
  const below = (language: "en" | "zh") =>
    written.length === 0 ? "" : `\n\n${written.map((each) => each[language]).join("\n")}`;
  return { en: `### ${title.en}${below("en")}`, zh: `### ${title.zh}${below("zh")}` };
}
