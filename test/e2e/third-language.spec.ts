import type { Locator, Page } from "@playwright/test";
import type { Translations } from "../../lib/message/words.ts";
import { expect, test } from "./workbench.ts";

/** Registers a made-up language in the page's list, as somebody would who adds one; its words are a file of their own. */
async function addLanguage(page: Page, translations: Translations): Promise<void> {
  const inList: string[] = [];
  await page.route("**/assets/index-*.js", async (route) => {
    const program = await (await route.fetch()).text();
    const english = /\{tag:`en`,name:`English`\},/;
    if (english.test(program)) inList.push(route.request().url());
    const entry = '{tag:"eo",name:"Ảççéñţš",load:async()=>(await import("/language/eo.js")).words},';
    await route.fulfill({
      contentType: "text/javascript",
      body: program.replace(english, (found) => found + entry),
    });
  });
  await page.route("**/language/eo.js", (route) => {
    const body = `export const words = ${JSON.stringify({ translations })};`;
    return route.fulfill({ contentType: "text/javascript", body });
  });
  await page.goto("");
  expect(inList, "programs with the page's list of languages").toHaveLength(1);
}

/** What a reader sees, and hears from a screen reader, in an element and the shadow trees below it. */
function saidIn(root: Locator): Promise<string[]> {
  return root.evaluate((element) => {
    const found: string[] = [];
    const visit = (node: Node): void => {
      if (node instanceof Text) found.push(node.data);
      if (node instanceof Element) {
        // What authors and data say, code, keys and names of languages.
        if (node.matches("style, script, code, kbd, pre, iframe, svg, [lang='zh-CN'], [lang='en'], a[href^='#/n/']"))
          return;
        for (const name of ["aria-label", "title", "placeholder"]) found.push(node.getAttribute(name) ?? "");
        for (const child of node.shadowRoot?.childNodes ?? []) visit(child);
      }
      for (const child of node.childNodes) visit(child);
    };
    visit(element);
    return found.map((text) => text.replace(/\([A-Z][\w+.]*\)$/, "").trim()).filter((text) => text !== "");
  });
}

/** Names of tools, fields and rules, which have none in any language; languages are named in themselves. */
const names = /\b[a-z]+(?:[.-][a-z]+)+\b|\b(?:regions|sectors|English)\b|中文/g;

/** Whether it is said in plain letters or in Chinese. */
function isOurs(text: string): boolean {
  return /\p{Script=Han}|\b[A-Za-z]{2,}\b/u.test(text.replaceAll(names, ""));
}

test("a third language is one entry of the list: the page, its frame, engine and library speak it", async ({
  workbench,
  page,
}) => {
  // Loaded here, because it reads all sources, which the processes that only list the tests need not do.
  const { accent, pseudoFiles } = await import("../unit/message/pseudo-language.ts");
  await page.addInitScript(() => {
    const preferences = { language: "eo", visited: true, panel: true, tab: "problems" };
    if (self === top) localStorage.setItem("yuheng.preferences", JSON.stringify(preferences));
  });
  await addLanguage(page, Object.assign({}, ...pseudoFiles().values()));
  await workbench.openCells("accents", ["const co2 = 1;", "const co2 = 2;", "consumption.accounts({})", "6 * 7"]);
  await expect(page.locator("html")).toHaveAttribute("lang", "eo");
  await expect(workbench.frame.locator("html")).toHaveAttribute("lang", "eo");

  // The engine and the library, in the frame.
  await expect(workbench.error(1)).toContainText(accent(" is also defined in "));
  await expect(workbench.error(1)).toContainText(accent("duplicate"));
  await expect(workbench.error(3)).toContainText(accent("is missing; expected"));
  await expect(workbench.cell(4).getByRole("button", { name: accent("Cell menu") })).toHaveCount(1);

  // The same in a panel, which says its own title.
  const problems = page.locator("yuheng-problem-list");
  await expect(problems).toContainText(accent(" is also defined in "));
  await expect(page.getByRole("tab", { name: accent("Problems") })).toBeVisible();
  await expect(page.getByRole("tab", { name: accent("Variables") })).toBeVisible();

  // Nothing of ours around the notebook is left in another language.
  for (const chrome of ["yuheng-bar", "yuheng-rail", "yuheng-panel"]) {
    const said = await saidIn(page.locator(chrome));
    expect(said.length, chrome).toBeGreaterThan(3);
    expect(said.filter(isOurs), chrome).toEqual([]);
  }

  // It stands in the menu of languages, from which the page goes to another and back.
  await page.getByRole("button", { name: accent("Language") }).click();
  await page.getByRole("menuitemcheckbox", { name: "English" }).click();
  await expect(problems).toContainText(" is also defined in ");
  await expect(workbench.error(3)).toContainText("is missing; expected");
  await page.getByRole("button", { name: "Language" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Ảççéñţš" }).click();
  await expect(workbench.error(3)).toContainText(accent("is missing; expected"));
  await expect(page.getByRole("tab", { name: accent("Problems") })).toBeVisible();
});
