import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { notebookText } from "../../e2e/notebook-text.ts";
import { yuheng } from "./yuheng.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuheng-test-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// A command takes seconds to start where the machine is busy.
describe("yuheng test", { timeout: 240_000 }, () => {
  test("runs the tests of all notebooks of a folder, waits for them, and says what does not hold and where", async () => {
    writeFileSync(
      join(folder, "good.html"),
      notebookText("Good", [
        "const a = view(Inputs.range([0, 10], {value: 4, step: 1}))",
        'test("a is even", () => expect(a % 2).toBe(0))',
        'test("later", async () => { await new Promise((r) => setTimeout(r, 50)); expect(amount(1, "kt CO2")).toBeCloseTo(amount(1000, "t CO2")) });\nconst b = a;',
      ]),
    );
    writeFileSync(
      join(folder, "wrong.html"),
      notebookText("Wrong", [
        'test("the budget closes", () => expect(99).toBeCloseTo(100, {relative: 0.001}))',
        'test("nothing is wrong", () => missing())',
        "const c = nowhere + 1",
      ]),
    );
    const { code, out, err } = await yuheng(["test", folder]);
    expect(err).toBe("");
    expect(out).toBe(`${folder}/good.html
  ✔ a is even
  ✔ later
${folder}/wrong.html
  ✘ the budget closes
    ${folder}/wrong.html:5 (cell 1) Expected a value close to 100, but found 99: it is off by 1 (1 %).
  ✘ ${folder}/wrong.html:8 (cell 2, line 1) unknown name: \`missing\` is not defined in this notebook. Define it in a cell, or correct the name.
  ✘ ${folder}/wrong.html:11 (cell 3, line 1) unknown name: \`nowhere\` is not defined in this notebook. Define it in a cell, or correct the name.
3 tests in 2 notebooks: 2 hold, 1 do not, 2 cells failed.
`);
    expect(code).toBe(1);
    const set = await yuheng(["test", join(folder, "good.html"), "--set", "a=3", "--json"]);
    expect(JSON.parse(set.out)[0].tests).toMatchObject([
      { title: "a is even", status: "failed", message: "Expected 0, but found 1.", place: 2 },
      { title: "later", status: "passed" },
    ]);
    expect(set.code).toBe(1);
  });
});
