import { describe, expect, test } from "vitest";
import type { AccountSource } from "../../../../app/workbench/account/account-choices.ts";
import { keepUnread, readMapping } from "../../../../app/workbench/account/account-file.ts";
import { writeMessage } from "../../../../lib/message/write.ts";
import { MemoryAttachments } from "../../attachment/memory-attachments.ts";

const source: AccountSource = { is: "file", file: "energy-2024.xlsx" };
const mapping = (entries: readonly unknown[]) => JSON.stringify({ entries, answers: { year: "2023" } });
const ownFiles = (files: MemoryAttachments): Parameters<typeof readMapping>[0] => ({
  list: () => files.list(),
  read: (name) => files.read(name),
  add: async ({ name }, bytes) => ({
    attachment: (await files.put(name, bytes).read(name))!.attachment,
    problem: null,
  }),
});
const read = (files: MemoryAttachments) => readMapping(ownFiles(files), source);

describe("The mapping of a file of the notebook", () => {
  const entry = { name: "Quux", skip: "of the tenant" };

  test("is its own, or else that of the latest other year, without its answers and not to be written over", async () => {
    const files = new MemoryAttachments()
      .put("energy-2022.mapping.json", mapping([]))
      .put("energy-2023.mapping.json", mapping([entry]))
      .put("water-2023.mapping.json", mapping([]));
    const last = await read(files);
    expect(last).toMatchObject({
      mapping: { entries: [entry], answers: {} },
      version: null,
      unread: null,
      problems: [],
    });
    expect(last.notes.map((note) => writeMessage(note, { tag: "zh-CN" }))).toEqual([
      "各行按另一年份文件的对应表 energy-2023.mapping.json 匹配。其中回答过的问题会重新提出。",
    ]);
    const own = await read(files.put("energy-2024.mapping.json", mapping([])));
    expect(own).toMatchObject({ mapping: { entries: [], answers: { year: "2023" } }, unread: null, notes: [] });
    expect(own.version).not.toBeNull();
  });

  test("keeps its other entries where one does not fit, says which, and is kept itself before it is written anew", async () => {
    const text = mapping([{ name: "Gas", to: 5 }, entry]);
    const files = new MemoryAttachments().put("energy-2024.mapping.json", text);
    const { mapping: kept, problems, unread } = await read(files);
    expect(kept.entries).toEqual([entry]);
    expect(problems.map((said) => writeMessage(said))).toEqual([
      "energy-2024.mapping.json: entry 1 of the mapping (“Gas”) was not used, because its field to is not valid. Correct it in the file.",
    ]);
    expect(problems.map((said) => writeMessage(said, { tag: "zh-CN" }))).toEqual([
      "energy-2024.mapping.json：对应表第 1 项（“Gas”）未采用，因为字段 to 不符合要求。请在文件中改正。",
    ]);
    await keepUnread(ownFiles(files), source, unread!, 5);
    const other = await files.read("energy-2024-unread-5.mapping.json");
    expect(new TextDecoder().decode(other!.bytes)).toBe(text);
    // The copy is no mapping of any file.
    expect((await read(files)).mapping.entries).toEqual([entry]);
  });

  test.each([
    ["{", "is not a mapping: it is not JSON", "不是对应表：不是 JSON"],
    ["null", "is not a mapping: it is not a JSON object.", "不是对应表：不是 JSON 对象。"],
    ["[]", "is not a mapping: it is not a JSON object.", "不是对应表：不是 JSON 对象。"],
    ['{"entries": 3}', "is not a mapping: its field entries is not valid.", "不是对应表：字段 entries 不符合要求。"],
    ['{"kind": 3}', "is not a mapping: its field kind is not valid.", "不是对应表：字段 kind 不符合要求。"],
  ])("that is none is said, and the account is made without it: %s", async (text, en, zh) => {
    const { mapping: empty, problems } = await read(new MemoryAttachments().put("energy-2023.mapping.json", text));
    expect(empty.entries).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(writeMessage(problems[0]!)).toContain(`energy-2023.mapping.json ${en}`);
    expect(writeMessage(problems[0]!, { tag: "zh-CN" })).toContain(`energy-2023.mapping.json ${zh}`);
  });

  test("may begin with the mark of its encoding", async () => {
    const files = new MemoryAttachments().put("energy-2024.mapping.json", `\uFEFF${mapping([entry])}`);
    expect(await read(files)).toMatchObject({ mapping: { entries: [entry] }, problems: [] });
  });
});
