import { read, utils } from "@e965/xlsx";
import { beforeAll, expect, test } from "vitest";
import { reportFile } from "../../../../app/workbench/account/report-file.ts";
import { toldAccount } from "../../../../app/workbench/account/told-account.ts";
import { rememberSentences } from "../../../../kernel/services/compute/sentences.ts";
import type { Account } from "../../../../lib/account/account-shapes.ts";
import { messages } from "../../../../lib/message/message.ts";
import { accountOf, lineOf } from "./hand-made-account.ts";

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
});

test("a report of the page is a workbook in the reader's language that names the data sets it was computed from", async () => {
  const dataset = { name: "made-up", title: "编造的数据", publisher: "P", vintage: "2024", licence: "CC0" };
  const wish = { form: "xlsx", standard: "ghg-protocol", language: "zh-CN", datasets: [dataset] } as const;
  const { Sheets, SheetNames } = read(await reportFile(account, wish).arrayBuffer(), { type: "array" });
  const cells = SheetNames.flatMap((name) => utils.sheet_to_json<unknown[]>(Sheets[name]!, { header: 1 }).flat());
  expect(cells).toEqual(expect.arrayContaining(["手工求和。", "电力", "Electricity", "编造的数据"]));
  expect(cells).not.toContain("Summed by hand.");
});
