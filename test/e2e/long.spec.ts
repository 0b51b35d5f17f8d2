import { expect, test, type Workbench } from "./workbench.ts";

const CELLS = 300;

/** Cells that each read the one before, so that what is wrong with their order shows. */
function chain(): string[] {
  return Array.from({ length: CELLS }, (_, i) => (i === 0 ? "const v0 = 1;" : `const v${i} = v${i - 1} + 1;`));
}

/** Whether the browser lays a cell out now. */
function isLaidOut(workbench: Workbench, place: number): Promise<boolean> {
  return workbench.cell(place).evaluate((cell) => cell.checkVisibility({ contentVisibilityAuto: true }));
}

const hasEditor = (workbench: Workbench, place: number) => expect(workbench.editor(place)).toHaveCount(1);
const hasNoEditor = (workbench: Workbench, place: number) => expect(workbench.editor(place)).toHaveCount(0);

test("a long notebook is laid out where it is seen, and keeps its order and what is typed", async ({
  workbench,
  page,
}) => {
  await test.step("in a long notebook what is far from the window is neither laid out nor has an editor, and comes when it is near", async () => {
    await workbench.openCells("long-window", chain());
    await workbench.expectWhole();
    await hasEditor(workbench, 1);
    await hasNoEditor(workbench, 200);
    expect(await isLaidOut(workbench, 200)).toBe(false);
    await workbench.cell(200).scrollIntoViewIfNeeded();
    await hasEditor(workbench, 200);
    expect(await isLaidOut(workbench, 200)).toBe(true);
    await hasNoEditor(workbench, 1);
    expect(await isLaidOut(workbench, 1)).toBe(false);
  });

  await test.step("cells inserted, moved and deleted in a long notebook stand in their order; a keystroke is laid out once: what it changes is known before the picture", async () => {
    const order = () =>
      workbench.frame.locator(".cell").evaluateAll((cells) => cells.slice(20, 32).map(({ id }) => Number(id.slice(5))));
    const before = await order();
    await workbench.cell(25).scrollIntoViewIfNeeded();
    await workbench.editor(25).click();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+ArrowDown");
    await expect.poll(order).toEqual([...before.slice(0, 4), before[5], before[4], ...before.slice(6)]);
    await page.keyboard.press("Shift+ArrowUp");
    await expect.poll(order).toEqual(before);
    await page.keyboard.press("b");
    await expect.poll(order).toEqual([...before.slice(0, 5), CELLS + 1, ...before.slice(5, -1)]);
    await page.keyboard.press("d");
    await page.keyboard.press("d");
    await expect.poll(order).toEqual(before);
    await expect(workbench.output(CELLS)).toBeAttached();

    await workbench.cell(150).scrollIntoViewIfNeeded();
    await workbench.editor(150).click();
    await page.keyboard.press("End");
    await page.keyboard.type(" // ");
    await expect(workbench.cell(150)).toHaveClass(/edited/);
    const frame = page.frames().find((each) => each !== page.mainFrame())!;
    const session = await page.context().newCDPSession(frame);
    await session.send("Performance.enable");
    const layouts = async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "LayoutCount")!.value;
    };
    const drawn = () =>
      frame.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await drawn();
    const laidOut = await layouts();
    const strokes = 20;
    for (let i = 0; i < strokes; ++i) {
      await page.keyboard.type("a");
      await drawn();
    }
    expect(await layouts()).toBeLessThan(laidOut + 1.5 * strokes);
    await expect(workbench.editor(150)).toHaveText(`const v149 = v148 + 1; // ${"a".repeat(strokes)}`);
  });

  await test.step("what was typed into a cell stands there after its editor went and came again, and the cell that has the keyboard keeps it", async () => {
    await workbench.cell(1).scrollIntoViewIfNeeded();
    await workbench.type(1, "const v0 = 41;");
    await page.keyboard.press("Escape");
    await workbench.editor(2).click();
    await workbench.cell(250).scrollIntoViewIfNeeded();
    await workbench.editor(250).click();
    await hasNoEditor(workbench, 1);
    await workbench.cell(1).scrollIntoViewIfNeeded();
    await expect(workbench.editor(1)).toHaveText("const v0 = 41;");
    await expect(workbench.cell(1)).toHaveClass(/edited/);

    // However far the window goes.
    await workbench.editor(1).click();
    await page.keyboard.press("Control+End");
    await workbench.cell(250).scrollIntoViewIfNeeded();
    await hasEditor(workbench, 250);
    await page.keyboard.type("/**/");
    await expect(workbench.editor(1)).toHaveText("const v0 = 41;/**/");
  });

  await test.step("a mend far from the window stands in the cell's editor once one comes there", async () => {
    const cells = [...chain(), "const v0 = 2;"];
    await workbench.openCells("long-mend", cells);
    await expect(workbench.error(1)).toContainText("also defined in cell 301");
    await page.keyboard.press("Control+Home");
    await workbench
      .error(CELLS + 1)
      .getByRole("button")
      .dispatchEvent("click");
    await workbench.expectStatus(CELLS, "fresh");
    await workbench.cell(CELLS + 1).scrollIntoViewIfNeeded();
    await expect(workbench.editor(CELLS + 1)).toHaveText("const v300 = 2;");
  });
});
