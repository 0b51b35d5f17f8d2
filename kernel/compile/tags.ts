import { type Message, messages } from "../../lib/message/message.ts";
import { isBindingName } from "../cell/binding-name.ts";
import { isOlderObservable } from "../cell/kinds/unsupported.ts";
import { kindOf } from "../cell/kinds.ts";
import type { CellSource } from "./cell.ts";
import type { Finding } from "./diagnostic.ts";

const texts = messages("compile", {
  notRun: {
    en: "Cells of kind “{kind}” are kept but not run.",
    zh: "类型为“{kind}”的单元格会保留，但不运行。",
  },
  notConverted: {
    en: "Cells of Observable's older JavaScript are kept but not run. The menu of the notebook converts them.",
    zh: "Observable 旧式 JavaScript 的单元格会保留，但不运行。可用笔记本菜单将其转换。",
  },
  invalidOutput: {
    en: "The output name “{output}” is not a name. Use letters, digits and _, not starting with a digit.",
    zh: "输出名称“{output}”不能用作名称。请用字母、数字和 _，且不以数字开头。",
  },
});

/** What the kind and the attributes of a cell specify for the compiler. */
export interface Directives {
  /** The name under which other cells can read the value of an expression. */
  readonly output?: string;
  /** Whether the value of an expression is displayed. */
  readonly hidden: boolean;
  /** For kinds that are text: the expression before the template. */
  readonly tag?: string;
  /** Whether cells of this kind run here. */
  readonly runs: boolean;
  readonly findings: readonly Finding[];
}

/** Reads a cell's kind and attributes. `declared` are the names that the notebook declares instead of built-in ones. */
export function readDirectives(
  { kind, source, attributes = {} }: CellSource,
  declared: ReadonlySet<string> = new Set(),
): Directives {
  const findings: Finding[] = [];
  const report = (severity: Finding["severity"], message: Message) =>
    findings.push({ severity, message, from: 0, to: source.length });
  const hidden = Object.hasOwn(attributes, "hidden");
  const form = kindOf(kind).source;
  const runs = form !== undefined;
  if (!runs) report("warning", isOlderObservable({ kind }) ? texts.notConverted() : texts.notRun({ kind }));
  let output = Object.hasOwn(attributes, "output") ? attributes.output || undefined : undefined;
  if (output !== undefined && !isBindingName(output)) {
    report("error", texts.invalidOutput({ output }));
    output = undefined;
  }
  const directives = { ...(output === undefined ? {} : { output }), hidden, runs, findings };
  if (form?.form !== "text") return directives;
  const { tag, problem = undefined } = form.tagOf?.(attributes, declared) ?? { tag: form.tag };
  if (problem !== undefined) report("error", problem);
  return { ...directives, tag };
}
