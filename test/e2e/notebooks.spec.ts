import { readdirSync } from "node:fs";
import { violations } from "./violations.ts";
import { expect, test } from "./workbench.ts";

const notebooks = readdirSync(new URL("../../notebooks/", import.meta.url))
  .filter((file) => file.endsWith(".html"))
  .map((file) => file.replace(/\.html$/, ""));

// A busy machine may take a minute for what else takes seconds.
test.setTimeout(180_000);

// Nothing is caught half way between two colours.
test.use({ contextOptions: { reducedMotion: "reduce" } });

for (const name of notebooks) {
  test(`the notebook ${name} runs to its end without an error, with named figures, sources and nothing in anyone's way`, async ({
    workbench,
    page,
  }) => {
    await workbench.open(name);
    const cells = workbench.frame.locator(".cell");
    await expect(workbench.frame.locator('.cell[data-status="fresh"]')).toHaveCount(await cells.count(), {
      timeout: 150_000,
    });
    await expect(workbench.frame.locator("html")).toHaveClass(/still/);
    await expect(workbench.frame.locator(".error")).toHaveCount(0);
    const unnamed = workbench.frame.locator(".output > svg:not([aria-label]), .output figure > svg:not([aria-label])");
    await expect(unnamed).toHaveCount(0);
    await expect(workbench.frame.getByRole("contentinfo")).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
