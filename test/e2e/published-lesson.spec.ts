import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { readReport } from "../../kernel/exercise/report.ts";
import { newFolder, StaticHost, shipped, yuhengBuild } from "./built-site.ts";

test("a lesson is read without JavaScript, and answered and reported on in a published page", async ({ browser }) => {
  test.setTimeout(300_000);
  const site = newFolder();
  const { code, err } = await yuhengBuild(...shipped("lesson-leontief"), "--out", site);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const host = await StaticHost.open(site);
  try {
    const still = await browser.newPage({ javaScriptEnabled: false });
    await still.goto(host.address("lesson-leontief.html"));
    await expect(still.getByRole("form", { name: "The recipe" })).toBeVisible();
    await still.close();

    const page = await browser.newPage();
    await page.goto(host.address("lesson-leontief.html"));
    const frame = page.frameLocator("iframe");
    const card = frame.getByRole("region", { name: "Exercise: The recipe", exact: true });
    const answer = card.locator(
      "xpath=ancestor::section[contains(@class, 'cell')]/preceding::section[contains(@class, 'cell')][1]",
    );
    const tries = [
      ["const A = Z;", /flows themselves/],
      ["const A = Z.map((row) => row.map((z, j) => z / x[j]));", /Right\./],
    ] as const;
    for (const [source, reply] of tries) {
      await answer.getByRole("textbox").fill(source, { timeout: 60_000 });
      await card.getByRole("button", { name: "Check" }).click();
      await expect(card.getByRole("status")).toContainText(reply, { timeout: 60_000 });
    }
    page.on("dialog", (dialog) => dialog.accept("Li Wei"));
    const downloading = page.waitForEvent("download");
    await card.getByRole("button", { name: "Report for the teacher" }).click();
    const report = readReport(readFileSync((await (await downloading).path())!, "utf8"));
    expect(report?.name).toBe("Li Wei");
    expect(report?.exercises[0]?.tries.map(({ right }) => right)).toEqual([false, true]);
    await page.close();
  } finally {
    await host.close();
  }
});
