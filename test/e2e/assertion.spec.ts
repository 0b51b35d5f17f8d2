import { violations } from "./violations.ts";
import { expect, test } from "./workbench.ts";

test("a notebook's tests show what holds, and of what does not, what was expected and found, in both languages", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("assertions", [
    "const n = view(Inputs.range([1, 9], {step: 1, value: 4, label: 'n'}))",
    'test("n is even", () => expect(n % 2).toBe(0))',
    'test("the budget closes", async () => { await null; expect(99).toBeCloseTo(100, {relative: 0.001}) });\ntest("nothing is thrown", () => { throw new RangeError("too far") });',
    "const test2 = 1",
  ]);
  const first = workbench.output(2).locator("yuheng-assertion");
  await expect(first).toHaveAttribute("data-status", "passed");
  await expect(first).toHaveText(/✔\s*Passed:\s*n is even/);
  const [closes, thrown] = [0, 1].map((i) => workbench.output(3).locator("yuheng-assertion").nth(i)) as [
    ReturnType<typeof workbench.output>,
    ReturnType<typeof workbench.output>,
  ];
  await expect(closes).toHaveAttribute("data-status", "failed");
  await expect(closes).toContainText("Expected a value close to 100, but found 99: it is off by 1 (1 %).");
  await expect(thrown).toContainText("RangeError: too far");
  // A test that does not hold is no failure of its cell.
  await expect(workbench.cell(3)).toHaveAttribute("data-status", "fresh");
  await workbench.output(1).locator("input[type=number]").fill("5");
  await expect(first).toHaveAttribute("data-status", "failed");
  await expect(first).toContainText("Expected 0, but found 1.");
  expect(await violations(page)).toEqual([]);
  await page.evaluate(() => localStorage.setItem("yuheng:language", "zh-CN"));
});
