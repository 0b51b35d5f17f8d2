import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { outputFaults } from "../output-faults.ts";
import { textFaults } from "./figure-text.ts";
import { sidewaysScroll } from "./sideways.ts";
import { expect, fileOf, test } from "./workbench.ts";

const folder = join(import.meta.dirname, "../../notebooks/templates");
const templates = readdirSync(folder).filter((file) => file.endsWith(".html"));

test.setTimeout(300_000);
test.use({ contextOptions: { reducedMotion: "reduce" }, viewport: { width: 390, height: 844 } });

test("every template runs on a phone in both languages: nothing scrolls sideways, no text is cut or says nothing", async ({
  workbench,
  page,
}) => {
  expect(templates).toHaveLength(10);
  for (const file of templates) {
    await test.step(file, async () => {
      const name = `template-${file.replace(/\.html$/, "").replace(".", "-")}`;
      writeFileSync(fileOf(name), readFileSync(join(folder, file)));
      await workbench.openWhole(name);
      await expect(workbench.frame.locator(".error"), file).toHaveCount(0);
      await expect.poll(() => sidewaysScroll(page), { message: file }).toEqual([]);
      const frame = page.frames().find((each) => each.parentFrame() === page.mainFrame())!;
      await expect.poll(() => textFaults(frame), { message: file }).toEqual([]);
      const outputs = await workbench.frame.locator(".output").evaluateAll((all) => all.map((each) => each.innerHTML));
      expect(
        outputs.flatMap((html) => outputFaults(html)),
        file,
      ).toEqual([]);
    });
  }
});
