import { Fault } from "../../lib/message/fault.ts";
import { type Message, messages } from "../../lib/message/message.ts";
import { BoundaryError, type Issue } from "../boundary/boundary-error.ts";
import { isCallback, type MethodName } from "../boundary/rule.ts";
import type { ServiceApi } from "../services/service-api.ts";
import { pageRequests } from "./page-requests.ts";
import type { PageApi } from "./protocol.ts";

const texts = messages("sandbox.request", {
  empty: { en: "`{request}`: {argument} is empty. {give}", zh: "`{request}`：{argument}为空。{give}" },
  long: {
    en: "`{request}`: {argument} has more than {most} characters. {give}",
    zh: "`{request}`：{argument}超过 {most} 个字符。{give}",
  },
  many: {
    en: "`{request}`: {argument} has more than {most} entries. {give}",
    zh: "`{request}`：{argument}超过 {most} 项。{give}",
  },
  kind: {
    en: "`{request}`: {argument} is missing or of the wrong type. {give}",
    zh: "`{request}`：{argument}缺失或类型不对。{give}",
  },
  unusable: { en: "`{request}`: {argument} cannot be used. {give}", zh: "`{request}`：{argument}无法使用。{give}" },
  foreign: {
    en: "The page refused the request `{request}`: a notebook cannot make it, or not in this form. Use the functions that cells have.",
    zh: "页面拒绝了请求 `{request}`：笔记本不能发出该请求，或其形式不对。请使用单元格自带的函数。",
  },
});

const subjects = messages("sandbox.argument", {
  statement: { en: "the statement", zh: "查询语句" },
  parameters: { en: "the list of parameters", zh: "参数列表" },
  tool: { en: "the name of the tool", zh: "工具名称" },
  tools: { en: "the list of tools", zh: "工具列表" },
  dataset: { en: "the name of the dataset", zh: "数据集名称" },
  file: { en: "the name of the file", zh: "文件名" },
  form: { en: "the form of the file", zh: "文件形式" },
  notebook: { en: "the name of the notebook", zh: "笔记本名称" },
  saved: { en: "the file to save", zh: "要保存的文件" },
  event: { en: "what is recorded of the exercise", zh: "练习的记录" },
});

const remedies = messages("sandbox.give", {
  statement: { en: "Give one statement of SQL as text.", zh: "请以文本给出一条 SQL 语句。" },
  parameters: { en: "Give a list of values.", zh: "请给出一个值的列表。" },
  tool: {
    en: "Give its name as text, such as `consumption.accounts`.",
    zh: "请以文本给出名称，例如 `consumption.accounts`。",
  },
  tools: { en: "Give a list of names of tools.", zh: "请给出工具名称的列表。" },
  dataset: {
    en: "Give its name as text, as the panel “Data” lists it.",
    zh: "请以文本给出名称，与“数据”面板中所列一致。",
  },
  file: {
    en: "Give the name of a file of this notebook as text, such as “data.csv”.",
    zh: "请以文本给出本笔记本中文件的名称，例如“data.csv”。",
  },
  form: { en: "Give `bytes`, `arrow` or `sheets`.", zh: "请给出 `bytes`、`arrow` 或 `sheets`。" },
  notebook: {
    en: "Give the name of a notebook in the same folder as text, such as “welcome”.",
    zh: "请以文本给出同一文件夹中笔记本的名称，例如“welcome”。",
  },
  saved: {
    en: "Give a name and at most 500 MB of bytes (`Uint8Array`).",
    zh: "请给出文件名和不超过 500 MB 的字节（`Uint8Array`）。",
  },
  event: {
    en: "Give the exercise an id of its own, as short text.",
    zh: "请给练习一个独有的编号，使用短文本。",
  },
});

type Subject = keyof typeof subjects & keyof typeof remedies;

/** What the arguments are that come from cells through functions of ours. All others only a cell can send that has the port. */
const argumentsOfCells: Partial<Record<MethodName<PageApi>, readonly Subject[]>> = {
  "services.query": ["statement", "parameters"],
  "services.compute": ["tool"],
  "services.dataset": ["dataset"],
  "services.file": ["file", "form"],
  "services.describe": ["tools"],
  "services.notebook": ["notebook"],
  "reader.save": ["saved"],
  "exercise.note": ["event"],
};

/** What a cell is told of a refused request if one of its own arguments is at fault; null if no program of ours sends such a request. */
export function explainRefusal({ method, argument }: BoundaryError): Fault | null {
  const subject = argument && argumentsOfCells[method as MethodName<PageApi>]?.[argument.place];
  return subject ? new Fault(problemOf(method, subject, argument.issue), { name: "RefusedRequest" }) : null;
}

/** What a cell is told of any other refused request. */
export function foreignRequest({ method }: BoundaryError): Fault {
  return new Fault(texts.foreign({ request: method.slice(0, 100) }), { name: "BoundaryError" });
}

function problemOf(request: string, subject: Subject, issue: Issue | null): Message {
  const values = { request, argument: subjects[subject](), give: remedies[subject]() };
  // What is wrong with an entry of a list, or a field, is not said of the whole.
  if (issue === null || (issue.path ?? []).length > 0) return texts.unusable(values);
  const { code, origin, maximum } = issue;
  if (code === "too_small" && origin === "string") return texts.empty(values);
  if (code === "too_big" && typeof maximum === "number") {
    return (origin === "string" ? texts.long : texts.many)({ ...values, most: maximum });
  }
  return code === "invalid_type" ? texts.kind(values) : texts.unusable(values);
}

/**
 * The services where no boundary stands before them, because cells run in the same realm: their arguments are read by the same
 * schemas. A refused call rejects with a Fault.
 */
export function checkedServices(services: ServiceApi): ServiceApi {
  const checked = Object.entries(services).map(([name, call]) => {
    const method = `services.${name}` as MethodName<PageApi>;
    return [
      name,
      async (...values: unknown[]) => {
        const read = pageRequests[method].map((rule, i) => {
          if (isCallback(rule)) return values[i];
          try {
            return rule.parse(values[i]);
          } catch (error) {
            const refusal = BoundaryError.ofArgument(method, i, error);
            throw explainRefusal(refusal) ?? foreignRequest(refusal);
          }
        });
        return (call as (...values: unknown[]) => unknown)(...read);
      },
    ] as const;
  });
  return Object.fromEntries(checked) as unknown as ServiceApi;
}
