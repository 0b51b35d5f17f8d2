import { read, utils } from "@e965/xlsx";
import { beforeAll, expect, test } from "vitest";
import { rememberSentences } from "../../../kernel/services/compute/sentences.ts";
import { reportFile } from "../../../kernel/services/report/report-file.ts";
import { sentenceFields, statedFields } from "../../../kernel/services/report/sentence-fields.ts";
import { toldAccount } from "../../../kernel/services/report/told-account.ts";
import { type Account, accountShape } from "../../../lib/account/account-shapes.ts";
import { messages } from "../../../lib/message/message.ts";
import { accountOf, lineOf } from "../app/account/hand-made-account.ts";

const texts = messages("test.told", {
  electricity: { en: "Electricity", zh: "电力" },
  how: { en: "by the very name", zh: "按完全相同的名称" },
  method: { en: "Summed by hand.", zh: "手工求和。" },
});

beforeAll(() => rememberSentences(Object.values(texts).map((text) => text())));

const line = lineOf("Electricity", 2, { code: "E1" });
// The page has results with their sentences in English, which the shape of the library calls messages.
const account = {
  ...accountOf([{ ...line, match: { ...line.match, to: "Electricity", how: texts.how() } }]),
  method: ["Summed by hand."],
} as unknown as Account;

test("the sentences of an account are told in the reader's language, and what the file says stays as it is written", () => {
  const told = toldAccount(account, "zh-CN");
  expect(told.method).toEqual(["手工求和。"]);
  expect(told.lines[0]).toMatchObject({ name: "Electricity", match: { to: "电力", how: texts.how() } });
  expect(told.headline).toBe(account.headline);
  const lacking = { ...account, lines: [{ ...line, missing: "Summed by hand." }] } as unknown as Account;
  expect(toldAccount(lacking, "zh-CN").lines[0]!.missing).toBe("手工求和。");
  expect(toldAccount(account, "en")).toEqual(account);
  const ownFactor = { value: 2, unit: "kg CO2e/kWh", source: "Electricity", year: 2024 };
  expect(toldAccount({ ...account, lines: [{ ...line, ownFactor }] } as unknown as Account, "zh-CN").lines[0]).toEqual(
    expect.objectContaining({ ownFactor }),
  );
});

test("a report of the page is a workbook in the reader's language that names the data sets it was computed from", async () => {
  const dataset = { name: "made-up", title: "编造的数据", publisher: "P", vintage: "2024", licence: "CC0" };
  const wish = { form: "xlsx", standard: "ghg-protocol", language: "zh-CN", datasets: [dataset] } as const;
  const { Sheets, SheetNames } = read(await reportFile(account, wish).arrayBuffer(), { type: "array" });
  const cells = SheetNames.flatMap((name) => utils.sheet_to_json<unknown[]>(Sheets[name]!, { header: 1 }).flat());
  expect(cells).toEqual(expect.arrayContaining(["手工求和。", "电力", "Electricity", "编造的数据"]));
  expect(cells).not.toContain("Summed by hand.");
});

/** A part of a shape, as far as it is walked here. */
interface Part {
  readonly _zod: {
    readonly def: {
      readonly type: string;
      readonly shape?: Readonly<Record<string, Part>>;
      readonly element?: Part;
      readonly valueType?: Part;
      readonly innerType?: Part;
      readonly options?: readonly Part[];
      readonly in?: Part;
      readonly out?: Part;
    };
  };
}

/** The names of the fields of a shape that have texts: sentences of the program, or whatever stands in a file. */
function textFields(part: Part, name: string, found: { sentences: Set<string>; others: Set<string> }): void {
  const { type, shape = {}, element, valueType, innerType, options = [], in: from, out } = part._zod.def;
  if (type === "pipe" && from?._zod.def.type === "transform" && out?._zod.def.type === "string") {
    found.sentences.add(name);
    return;
  }
  if (type === "string") found.others.add(name);
  for (const [key, each] of Object.entries(shape)) if (!statedFields.has(key)) textFields(each, key, found);
  for (const each of [element, valueType, innerType, out, ...options]) if (each) textFields(each, name, found);
}

test("every field of an account that its shape calls a sentence is told, and a field of that name is nowhere a text of the file", () => {
  const found = { sentences: new Set<string>(), others: new Set<string>() };
  textFields(accountShape as unknown as Part, "", found);
  expect([...sentenceFields].sort()).toEqual([...found.sentences].sort());
  expect([...found.sentences].filter((name) => found.others.has(name))).toEqual([]);
  // The walk reaches what lies in lists of lines.
  for (const name of ["name", "sheet", "factorUnit"]) expect(found.others).toContain(name);
});
