import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "../../lib/dialogue/conversation.ts";
import { type Message, messages, type Text } from "../../lib/message/message.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { inputSchema } from "../../lib/tool/schema.ts";
import type { Tool } from "../../lib/tool/tool.ts";
import { root } from "../installation/root.ts";
import type { Endpoint } from "./endpoint.ts";
import type { JsonSchema } from "./open-api.ts";
import { type ProblemKind, problemStatus } from "./problem.ts";
import { typeOf } from "./schema-type.ts";

const texts = messages("interface", {
  title: { en: "The HTTP interface of Yuheng Notebook", zh: "Yuheng Notebook 的 HTTP 接口" },
  lead: {
    en: "Every tool of the library, every dataset, and questions in words. Every request but for this page and the description needs a token.",
    zh: "可以调用库中的全部工具、读取全部数据集，也可以用文字提问。除本页和接口描述之外，每个请求都需要令牌。",
  },
  description: { en: "Description by OpenAPI 3.1", zh: "OpenAPI 3.1 接口描述" },
  otherLanguage: { en: "中文", zh: "English" },
  firstCall: { en: "A first call", zh: "首次调用" },
  operations: { en: "Operations", zh: "操作" },
  operation: { en: "Operation", zh: "操作" },
  what: { en: "What it does", zh: "作用" },
  scope: { en: "Scope", zh: "权限" },
  tools: { en: "Tools", zh: "工具" },
  toolsLead: {
    en: "A tool takes the JSON object described here, and answers with its result and the rows of datasets that it depends on. A handle, such as that of an input–output table, is an object with one field: `$table` and its request.",
    zh: "工具接受此处所述的 JSON 对象，返回结果及其所依据的数据集行。句柄（如投入产出表的句柄）是只有一个字段的对象：`$table` 及其请求。",
  },
  field: { en: "Field", zh: "字段" },
  type: { en: "Type", zh: "类型" },
  unit: { en: "Unit", zh: "单位" },
  meaning: { en: "Meaning", zh: "含义" },
  problems: { en: "Problems", zh: "错误" },
  problemsLead: {
    en: "A request that is not done is answered with a problem document (RFC 9457), with a sentence in the language of Accept-Language and in both languages.",
    zh: "未能完成的请求返回问题文档（RFC 9457），其中的说明使用 Accept-Language 所指的语言，并附上两种语言的文本。",
  },
});

const problemTexts = messages("interface.problem", {
  "malformed-request": { en: "The request or its body cannot be read.", zh: "无法读取请求或其内容。" },
  unauthorized: {
    en: "There is no token, or one that this server does not know.",
    zh: "没有令牌，或服务器不认识该令牌。",
  },
  "missing-scope": { en: "The token does not allow this.", zh: "令牌没有此项权限。" },
  "foreign-request": { en: "The request comes from a page of another site.", zh: "请求来自其他网站的页面。" },
  "nothing-there": { en: "There is nothing at the address.", zh: "该地址没有内容。" },
  "unknown-tool": { en: "There is no tool of this name.", zh: "没有此名称的工具。" },
  "unknown-dataset": { en: "There is no dataset of this name.", zh: "没有此名称的数据集。" },
  "method-not-allowed": { en: "The address takes another method.", zh: "该地址接受其他方法。" },
  "too-large": { en: "The body is too large.", zh: "请求内容过大。" },
  "wrong-input": {
    en: "The input does not fit; the problems name its fields.",
    zh: "输入不符合要求；问题列表指出了相应字段。",
  },
  "too-many-requests": {
    en: "The token was used too often; Retry-After says how long to wait.",
    zh: "令牌使用过于频繁；Retry-After 说明需等待的时间。",
  },
  failed: { en: "The server failed; its log says why.", zh: "服务器出错；原因见其输出。" },
  "took-too-long": { en: "The answer took too long.", zh: "处理时间过长。" },
});

/** The stylesheet of the page: the workbench's design tokens, dark where the reader's system is, and its own rules. */
export async function docsStyle(): Promise<string> {
  const files = ["app/design/tokens.css", "cli/api/docs-page.css"];
  const [tokens, own] = await Promise.all(files.map((file) => readFile(join(root, file), "utf8")));
  const dark = /\[data-theme="dark"\]\s*\{([^{}]*)\}/;
  return `${tokens!.replace(dark, (_, block) => `@media (prefers-color-scheme: dark) {:root {${block}}}`)}\n${own}`;
}

/** The documentation as a page without scripts, in one language. */
export function docsPage(endpoints: readonly Endpoint[], tools: readonly Tool[], language: Language): string {
  const write = (message: Message) => escaped(writeMessage(message, { tag: language === "zh" ? "zh-CN" : "en" }));
  const of = (text: Text) => escaped(text[language]);
  const namespaces = [...new Set(tools.map(({ name }) => name.split(".")[0]!))];
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${write(texts.title())}</title>
<link rel="stylesheet" href="/docs.css">
<header>
<h1>${write(texts.title())}</h1>
<p>${write(texts.lead())}</p>
<p><a href="/openapi.json">${write(texts.description())}</a> · <a href="/docs?lang=${language === "zh" ? "en" : "zh"}" hreflang="${language === "zh" ? "en" : "zh-CN"}">${write(texts.otherLanguage())}</a></p>
</header>
<main>
<h2>${write(texts.firstCall())}</h2>
<pre><code>curl -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
  -d '{"value": 1, "from": "kWh", "to": "MJ"}' \\
  http://127.0.0.1:5180/v1/tools/quantity.convert</code></pre>
<h2>${write(texts.operations())}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${write(texts.operations())}"><table>
<thead><tr><th scope="col">${write(texts.operation())}</th><th scope="col">${write(texts.what())}</th><th scope="col">${write(texts.scope())}</th></tr></thead>
<tbody>
${endpoints.map(({ method, path, title, scope }) => `<tr><td><code>${method} ${escaped(path)}</code></td><td>${of(title)}</td><td>${scope === null ? "" : `<code>${scope}</code>`}</td></tr>`).join("\n")}
</tbody>
</table></div>
<h2>${write(texts.tools())}</h2>
<p>${code(write(texts.toolsLead()))}</p>
${namespaces
  .map((namespace) => {
    const own = tools.filter(({ name }) => name.startsWith(`${namespace}.`));
    return `<h3 id="${namespace}">${namespace}</h3>\n${own.map((tool) => toolPart(tool, of, write)).join("\n")}`;
  })
  .join("\n")}
<h2>${write(texts.problems())}</h2>
<p>${write(texts.problemsLead())}</p>
<dl>
${(Object.keys(problemStatus) as ProblemKind[]).map((kind) => `<dt id="${kind}"><code>${kind}</code> ${problemStatus[kind]}</dt><dd>${write(problemTexts[kind]())}</dd>`).join("\n")}
</dl>
</main>
</html>
`;
}

function toolPart(tool: Tool, of: (text: Text) => string, write: (message: Message) => string): string {
  const { properties = {}, required = [] } = inputSchema(tool.input) as {
    properties?: Readonly<Record<string, JsonSchema>>;
    required?: readonly string[];
  };
  const rows = Object.entries(properties).map(
    ([name, schema]) =>
      `<tr><td><code>${escaped(name)}${required.includes(name) ? "" : "?"}</code></td><td><code>${escaped(shortType(schema))}</code></td><td>${escaped(String(schema.unit ?? ""))}</td><td>${escaped(String(schema.description ?? ""))}</td></tr>`,
  );
  const head = [texts.field(), texts.type(), texts.unit(), texts.meaning()].map(
    (each) => `<th scope="col">${write(each)}</th>`,
  );
  return `<details id="${tool.name}"><summary><code>${tool.name}</code> ${of(tool.title)}</summary>
<p>${of(tool.summary)}</p>
<div class="wide" tabindex="0" role="region" aria-label="${tool.name}"><table><thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("\n")}</tbody></table></div>
</details>`;
}

/** A long type of nested fields is left to the description of the interface. */
function shortType(schema: JsonSchema): string {
  const type = typeOf(schema).replaceAll(/\/\*\*.*?\*\/ |readonly |"/g, "");
  return type.length > 120 ? `${type.slice(0, 119)}…` : type;
}

/** Words between backticks as code. */
function code(text: string): string {
  return text.replaceAll(/`([^`]*)`/g, "<code>$1</code>");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
