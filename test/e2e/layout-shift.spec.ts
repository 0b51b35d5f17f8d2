import type { Frame, Page } from "@playwright/test";
import { GOOD, shiftIn, watchShifts } from "./shifts.ts";
import { expect, test } from "./workbench.ts";

/** The frame of the open notebook. */
async function notebookFrame(page: Page): Promise<Frame> {
  const element = await page.locator("yuheng-notebook-page iframe[sandbox]").elementHandle();
  return (await element!.contentFrame())!;
}

// A map at 1280 px is looked at in `publish.spec.ts`.
for (const { name, width } of [
  { name: "welcome", width: 1280 },
  { name: "trade-transfer", width: 390 },
]) {
  test(`nothing that is read moves while ${name} opens at ${width} px, and less when it is opened again`, async ({
    workbench,
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    await watchShifts(page);
    await workbench.openWhole(name);
    const first = await shiftIn(await notebookFrame(page));
    expect(first).toBeLessThan(GOOD);
    expect(await shiftIn(page.mainFrame())).toBeLessThan(GOOD);
    await expect
      .poll(() => page.evaluate((key) => localStorage.getItem(key), `yuheng.heights:${name}`))
      .toContain('"height"');
    await page.reload();
    await workbench.expectWhole();
    expect(await shiftIn(await notebookFrame(page))).toBeLessThan(Math.max(first, GOOD / 4));
  });
}

test("an output keeps its height while its cell runs again, so that nothing below it moves", async ({
  workbench,
  page,
}) => {
  await watchShifts(page);
  await workbench.openWhole("welcome");
  const frame = await notebookFrame(page);
  const before = await shiftIn(frame, true);
  const year = workbench.frame.locator("input[type=number]");
  await year.focus();
  for (const value of ["2001", "2010", "1995"]) {
    await year.fill(value);
    await expect(workbench.outputOf(4)).toContainText(`emitters of ${value}`);
  }
  expect((await shiftIn(frame, true)) - before).toBeLessThan(GOOD / 4);
});
