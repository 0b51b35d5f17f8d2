import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportOn } from "../../../kernel/lesson/report.ts";
import { noStudy, study } from "../../../kernel/lesson/study.ts";
import { yuheng } from "./yuheng.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuheng-lesson-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("yuheng lesson", () => {
  test("packs a lesson that was begun from the template, and unpacks it again to the byte", async () => {
    await yuheng(["new", "mine", "--template", "lesson", "--language", "en"], "", folder);
    const draft = await readFile(join(folder, "mine.html"), "utf8");
    const packed = await yuheng(["lesson", "pack", "mine.html", "--out", "packed.html"], "", folder);
    expect(packed).toEqual({ code: 0, out: "", err: "1 exercise packed.\n" });
    const text = await readFile(join(folder, "packed.html"), "utf8");
    expect(text).not.toContain("140.25");
    const unpacked = await yuheng(["lesson", "unpack", "packed.html"], "", folder);
    expect(unpacked).toEqual({ code: 0, out: draft, err: "1 exercise unpacked.\n" });
  });

  test("refuses an exercise that reads what it will not see, and wrong use, with a sentence and exit code 2", async () => {
    const draft = await readFile(join(folder, "mine.html"), "utf8");
    await writeFile(join(folder, "bad.html"), draft.replace("value: 140.25", "value: () => 2500 * factor"));
    const { code, out, err } = await yuheng(["lesson", "pack", "bad.html"], "", folder);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^bad\.html: Cell 3: The exercise reads `factor`/);
    expect((await yuheng(["lesson", "wrap", "bad.html"], "", folder)).err).toContain(
      "There are pack, unpack and reports.",
    );
    expect(await yuheng(["lesson", "pack", "none.html"], "", folder)).toMatchObject({ code: 2 });
  });

  test("puts reports into one table, and names what is none", async () => {
    const event = { type: "try", id: "fuel", answer: "140250", right: true, reply: "" } as const;
    const report = reportOn(
      study(noStudy, event, 0),
      { notebook: "mine", title: "Mine", name: "Li, Wei", asked: 1 },
      0,
    );
    await writeFile(join(folder, "li.json"), JSON.stringify(report));
    const { code, out, err } = await yuheng(["lesson", "reports", "li.json", "mine.html"], "", folder);
    expect(code).toBe(2);
    expect(err).toBe("mine.html is not a report on a lesson.\n");
    expect(out.split("\n")[1]).toBe('li.json,"Li, Wei",mine,fuel,,1970-01-01T00:00:00.000Z,false,1,0,0');
  });
});
