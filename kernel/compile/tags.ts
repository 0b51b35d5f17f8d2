import { type Message, messages } from "../../lib/message/message.ts";
import type { CellKind, CellSource } from "./cell.ts";
import type { Finding } from "./diagnostic.ts";
import { isBindingName } from "./names.ts";
import type { TemplateTag } from "./template.ts";

const said = messages("compile", {
  unreachableDatabase: {
    en: "The database “{database}” cannot be reached: a notebook has no network. Remove the attribute “database” to query the notebook's own database.",
    zh: "无法访问数据库“{database}”：笔记本不能访问网络。去掉属性“database”，即可查询笔记本自带的数据库。",
  },
  notRun: {
    en: "Cells of kind “{kind}” are kept but not run.",
    zh: "类型为“{kind}”的单元格会保留，但不运行。",
  },
  invalidOutput: {
    en: "The output name “{output}” is not a name. Use letters, digits and _, not starting with a digit.",
    zh: "输出名称“{output}”不能用作名称。请用字母、数字和 _，且不以数字开头。",
  },
});

/** What the attributes of a cell ask of the compiler. */
export interface Wishes {
  /** The name under which an expression's value is given to other cells. */
  readonly output?: string;
  /** Whether the value of an expression is displayed. */
  readonly hidden: boolean;
  /** For kinds that are text: the tag that reads it. */
  readonly tag?: TemplateTag;
  /** Whether cells of this kind run here. */
  readonly runs: boolean;
  readonly findings: readonly Finding[];
}

/** Reads a cell's kind and attributes. */
export function readWishes({ kind, source, attributes = {} }: CellSource): Wishes {
  const findings: Finding[] = [];
  const report = (severity: Finding["severity"], message: Message) =>
    findings.push({ severity, message, from: 0, to: source.length });
  const hidden = Object.hasOwn(attributes, "hidden");
  const runs = isRunnable(kind);
  if (!runs) report("warning", said.notRun({ kind }));
  let output = Object.hasOwn(attributes, "output") ? attributes.output || undefined : undefined;
  if (output !== undefined && !isBindingName(output)) {
    report("error", said.invalidOutput({ output }));
    output = undefined;
  }
  let tag: TemplateTag | undefined;
  if (kind === "md") tag = { tag: "md", escapes: "cooked" };
  else if (kind === "html") tag = { tag: "html", escapes: "raw" };
  else if (kind === "tex") tag = { tag: "tex.block", escapes: "raw" };
  else if (kind === "sql") {
    const database = Object.hasOwn(attributes, "database") ? (attributes.database ?? "") : "";
    const variable = /^var:(.*)$/.exec(database)?.[1];
    if (database === "" || variable === "db") tag = { tag: "sql", escapes: "sql" };
    else if (variable !== undefined && isBindingName(variable)) tag = { tag: `${variable}.sql`, escapes: "sql" };
    else {
      tag = { tag: "sql", escapes: "sql" };
      report("error", said.unreachableDatabase({ database }));
    }
  }
  return { ...(output === undefined ? {} : { output }), hidden, ...(tag ? { tag } : {}), runs, findings };
}

function isRunnable(kind: CellKind): boolean {
  return kind === "js" || kind === "ts" || kind === "sql" || kind === "md" || kind === "html" || kind === "tex";
}
