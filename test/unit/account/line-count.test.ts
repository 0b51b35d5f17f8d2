import { describe, expect, test } from "vitest";
import { shippedDatasets } from "../../../cli/serve/shipped-datasets.ts";
import { readOnce } from "../../../kernel/services/compute/read-dataset.ts";
import { makeAccount } from "../../../lib/account/account.ts";
import type { AccountKind } from "../../../lib/account/account-shapes.ts";
import { readSheets } from "../../../lib/account/reading/read-sheets.ts";
import { isMessage, type Sentence } from "../../../lib/message/message.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { accountSheet } from "../../bench/account-sheets.ts";
import { accountInput } from "./read-lines.ts";

const read = readOnce(shippedDatasets());

function listener(language: string) {
  const told: [share: number, sentence: string][] = [];
  const tell = (done: number, step: Sentence) =>
    void told.push([done, isMessage(step) ? writeMessage(step, { tag: language }) : step]);
  return { told, tell };
}

describe("how many lines of all are done is told", () => {
  test("while sheets are read", () => {
    const { told, tell } = listener("zh-CN");
    readSheets([accountSheet("company", 1249, 20)], {}, { tell });
    expect(told).toEqual([
      [500 / 1250, "已读取 1250 行中的 500 行"],
      [1000 / 1250, "已读取 1250 行中的 1000 行"],
    ]);
  });

  test.each<AccountKind>(["company", "product", "inventory"])("while a %s is made", async (kind) => {
    const { told, tell } = listener("en");
    const { lines } = readSheets([accountSheet(kind, 1200, 5)]);
    await makeAccount({ ...accountInput(lines, { region: "DEU" }), year: undefined }, kind, read, tell);
    // The background of a product is solved before.
    const lined = told.filter(([, sentence]) => sentence.includes("lines"));
    expect(lined).toEqual([500, 1000].map((done) => [done / lines.length, `${done} of ${lines.length} lines matched`]));
  });
});
