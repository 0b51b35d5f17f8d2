import { expect, test } from "vitest";
import { BoundaryError } from "../../../kernel/boundary/boundary-error.ts";
import { callback, expose, wrap } from "../../../kernel/boundary/endpoint.ts";
import { isCallback, type MethodName, trusted } from "../../../kernel/boundary/rule.ts";
import { pageRequests } from "../../../kernel/sandbox/page-requests.ts";
import type { PageApi } from "../../../kernel/sandbox/protocol.ts";
import { checkedServices, explainRefusal, foreignRequest } from "../../../kernel/sandbox/refused-request.ts";
import type { ServiceApi } from "../../../kernel/services/service-api.ts";
import { Fault } from "../../../lib/message/fault.ts";
import { writeMessage } from "../../../lib/message/write.ts";

const methods = Object.keys(pageRequests) as MethodName<PageApi>[];

/** Arguments that cells give in place of good ones. */
const wrong: readonly unknown[] = [
  "",
  "x".repeat(20_000_001),
  undefined,
  null,
  7,
  ["a"],
  {},
  [""],
  [7],
  new Array(100_001).fill("a"),
  { name: "a.csv", type: "text/csv", bytes: [1] },
  { type: "hint", id: "constructor" },
];

/** Every refusal of an argument that a cell may cause. */
const refusals = methods.flatMap((method) =>
  pageRequests[method].flatMap((rule, place) =>
    isCallback(rule)
      ? []
      : wrong.flatMap((value) => {
          try {
            rule.parse(value);
            return [];
          } catch (error) {
            return [BoundaryError.ofArgument(method, place, error)];
          }
        }),
  ),
);

test("every refused request is told in both languages, with its name, and without the words of a schema", () => {
  expect(refusals.length).toBeGreaterThan(methods.length);
  for (const refusal of refusals) {
    const fault = explainRefusal(refusal) ?? foreignRequest(refusal);
    for (const tag of ["en", "zh-CN"]) {
      const text = writeMessage(fault.said, { tag });
      expect(text).toContain(refusal.method);
      expect(text).not.toMatch(/expected|too_|invalid|argument \d|Too |\{|undefined/);
    }
  }
});

test("every argument of a service that a cell gives has its own sentence", () => {
  const explained = new Set(refusals.flatMap((refusal) => (explainRefusal(refusal) ? [refusal.method] : [])));
  expect([...explained].sort()).toEqual(
    [...methods.filter((method) => /^services\.(?!cancel)/.test(method)), "exercise.note", "reader.save"].sort(),
  );
});

/** Services that answer whatever they are asked. */
const services = Object.fromEntries(
  ["query", "compute", "dataset", "file", "describe", "notebook", "cancel"].map((name) => [name, async () => "done"]),
) as unknown as ServiceApi;

const said: [keyof ServiceApi, unknown[], string, string][] = [
  [
    "notebook",
    [""],
    "`services.notebook`: the name of the notebook is empty. Give the name of a notebook in the same folder as text, such as “welcome”.",
    "`services.notebook`：笔记本名称为空。请以文本给出同一文件夹中笔记本的名称，例如“welcome”。",
  ],
  [
    "dataset",
    ["x".repeat(501)],
    "`services.dataset`: the name of the dataset has more than 500 characters.",
    "超过 500 个字符",
  ],
  ["compute", [7], "`services.compute`: the name of the tool is missing or of the wrong type.", "缺失或类型不对"],
  [
    "describe",
    [new Array(1_001).fill("a")],
    "`services.describe`: the list of tools has more than 1000 entries.",
    "超过 1000 项",
  ],
  ["describe", [["a", ""]], "`services.describe`: the list of tools cannot be used.", "工具列表无法使用"],
  [
    "file",
    ["a.csv", "text"],
    "`services.file`: the form of the file cannot be used. Give `bytes`, `arrow` or `sheets`.",
    "文件形式",
  ],
  ["query", [["select 1"], []], "`services.query`: the statement is missing or of the wrong type.", "查询语句"],
];

test.each(said)(
  "%s through the page's port, and in the same realm, says what to give",
  async (name, values, en, zh) => {
    const method = `services.${name}` as const;
    const { port1, port2 } = new MessageChannel();
    const refused: string[] = [];
    expose({ services }, port1, { [method]: pageRequests[method] } as never, (error) => {
      const explained = explainRefusal(error);
      if (!explained) refused.push(error.message);
      return explained;
    });
    port1.start();
    port2.start();
    const rest = pageRequests[method].slice(values.length).map((rule) => (isCallback(rule) ? callback(() => {}) : 1));
    const api = wrap<{ services: ServiceApi }>(port2, trusted);
    try {
      for (const call of [api.services[name], checkedServices(services)[name]] as unknown as ((
        ...values: unknown[]
      ) => Promise<unknown>)[]) {
        const error = (await call(...values, ...rest).catch((error) => error)) as Fault;
        expect(error).toBeInstanceOf(Fault);
        expect(error.message).toContain(en);
        expect(writeMessage(error.said, { tag: "zh-CN" })).toContain(zh);
      }
      expect(refused).toEqual([]);
    } finally {
      port1.close();
      port2.close();
    }
  },
);

test("a request that a service takes reaches it unchanged", async () => {
  const taken: unknown[] = [];
  const service = {
    ...services,
    query: async (...values: unknown[]) => taken.push(...values),
  } as unknown as ServiceApi;
  const listen = () => {};
  await checkedServices(service).query("select ?", [1, { a: [2] }], 3, listen);
  expect(taken).toEqual(["select ?", [1, { a: [2] }], 3, listen]);
});
