import { afterEach, describe, expect, test } from "vitest";
import { expose, wrap } from "../../../kernel/boundary/endpoint.ts";
import { trusted } from "../../../kernel/boundary/rule.ts";
import { readFault } from "../../../kernel/boundary/serialized-fault.ts";
import { Fault } from "../../../lib/message/fault.ts";
import { type Message, messages } from "../../../lib/message/message.ts";
import { writeMessage } from "../../../lib/message/write.ts";

const texts = messages("wall test", {
  outer: { en: "{name} failed: {reasons:lines}", zh: "{name} 失败：{reasons:lines}" },
  inner: { en: "{field} is missing.", zh: "缺少 {field}。" },
  mend: { en: "Give one.", zh: "请给出。" },
});

class TableError extends Fault {
  override name = "TableError";
}

const worker = {
  fail(): never {
    const problems = ["Z", "Y"].map((field) => texts.inner({ field }));
    throw new TableError(texts.outer({ name: "accounts", reasons: problems }), {
      field: "Z",
      hint: texts.mend(),
      retryable: true,
      problems,
    });
  },
  stumble(): never {
    throw new RangeError("too far");
  },
};

const open: MessagePort[] = [];

afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

function remote() {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  expose(worker, port1, { fail: [], stumble: [] });
  port1.start();
  return wrap<typeof worker>(port2, trusted);
}

describe("A fault through a wall", () => {
  test("arrives whole: its name, its message in every language, the field, the hint and each problem", async () => {
    const caught: unknown = await (remote().fail() as unknown as Promise<never>).catch((error: unknown) => error);
    expect(caught).toBeInstanceOf(Fault);
    expect(caught).toMatchObject({
      name: "TableError",
      message: "accounts failed: Z is missing.\nY is missing.",
      code: "wall test.outer",
      field: "Z",
      retryable: true,
    });
    const fault = caught as Fault;
    expect(writeMessage(fault.said, { tag: "zh-CN" })).toBe("accounts 失败：缺少 Z。\n缺少 Y。");
    expect(writeMessage(fault.hint!, { tag: "zh-CN" })).toBe("请给出。");
    expect(fault.problems.map((problem) => writeMessage(problem))).toEqual(["Z is missing.", "Y is missing."]);
  });

  test("leaves a stranger's error with its name and words", async () => {
    const caught: unknown = await (remote().stumble() as unknown as Promise<never>).catch((error: unknown) => error);
    expect(caught).not.toBeInstanceOf(Fault);
    expect(caught).toMatchObject({ name: "RangeError", message: "too far" });
  });
});

describe("What another realm says of a fault", () => {
  const inner = { code: "a.b", texts: { en: "{x}", zh: "{x}" }, values: { x: 1 } };
  const good = { said: inner, retryable: false, problems: [] };

  test("is taken as a copy of our own making", () => {
    const read = readFault(good);
    expect(read).toEqual(good);
    expect(read!.said).not.toBe(inner);
  });

  const cyclic: Record<string, unknown> = { ...inner };
  cyclic.values = { x: cyclic };
  const deep = (levels: number): unknown => (levels === 0 ? "end" : [deep(levels - 1)]);

  test.each([
    ["nothing", undefined],
    ["a text", "fault"],
    ["a message without texts", { ...good, said: { code: "a", values: {} } }],
    ["a text that is an object", { ...good, said: { ...inner, texts: { en: { toString: "x" }, zh: "" } } }],
    ["a value that is a function's place", { ...good, said: { ...inner, values: { x: true } } }],
    ["messages in one another without end", { ...good, said: cyclic }],
    ["lists in one another without end", { ...good, said: { ...inner, values: { x: deep(100) } } }],
    ["more values than a sentence holds", { ...good, said: { ...inner, values: { x: new Array(3_000).fill("x") } } }],
    ["a code without end", { ...good, said: { ...inner, code: "a".repeat(10_000) } }],
    ["a field that is no text", { ...good, field: 7 }],
    ["problems that are no messages", { ...good, problems: [7] }],
  ])("is not taken: %s", (_, given) => {
    expect(readFault(given)).toBeUndefined();
  });

  test("is cut where a text is longer than a person reads", () => {
    const read = readFault({ ...good, said: { ...inner, values: { x: "y".repeat(100_000) } } });
    expect(String((read!.said as Message).values.x)).toHaveLength(4_000);
  });

  test("cannot name what every object has", () => {
    const given = JSON.parse('{"code":"a.b","texts":{"en":"{__proto__}","zh":""},"values":{"__proto__":{"code":"x"}}}');
    const read = readFault({ ...good, said: given });
    expect(read === undefined || Object.getPrototypeOf((read.said as Message).values) === Object.prototype).toBe(true);
  });
});
