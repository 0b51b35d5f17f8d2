import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { violations } from "./violations.ts";
import { expect, test } from "./workbench.ts";

const root = join(import.meta.dirname, "../..");
const folder = join(mkdtempSync(join(tmpdir(), "yuheng-own-")), "mine");
let serving: ChildProcess;
let address: string;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  const { YUHENG_NOTEBOOKS: _, PORT: __, ...env } = process.env;
  serving = spawn(process.execPath, [join(root, "cli/start.mjs"), "--no-open", "--folder", folder], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  address = await new Promise((resolve, reject) => {
    serving.stdout!.on("data", (piece) => {
      out += piece;
      const [, found] = /(http:\/\/localhost:\d+\/)/.exec(out) ?? [];
      if (found) resolve(found);
    });
    serving.once("close", () => reject(new Error(`npm start ended: ${out}`)));
  });
});

test.afterAll(async () => {
  if (serving.exitCode === null) {
    const ended = new Promise((resolve) => serving.once("close", resolve));
    serving.kill();
    await ended;
  }
  rmSync(join(folder, ".."), { recursive: true, force: true });
});

test("what a person makes lies in their folder by project; an example stays as it is and is duplicated to be edited", async ({
  workbench,
  page,
}) => {
  test.setTimeout(300_000);
  const shipped = () => readFileSync(join(root, "notebooks/welcome.html"), "utf8");
  const before = shipped();

  // The list: nothing of one's own, and the examples.
  await page.goto(`${address}#/`);
  const mine = page.getByRole("region", { name: "Mine" });
  await expect(mine).toContainText("Nothing here yet");
  await expect(page.getByRole("region", { name: "Examples" }).getByRole("article").first()).toBeVisible();

  // A change of an example is kept in the browser, and goes into the copy.
  await page.goto(`${address}#/n/welcome`);
  await expect(workbench.cell(1)).toBeVisible();
  const title = page.getByRole("textbox", { name: "Title of the notebook" });
  await title.fill("My own emitters");
  await title.press("Enter");
  await page.keyboard.press("Control+S");
  await page.reload();
  await expect(title).toHaveValue("My own emitters");
  expect(shipped()).toBe(before);
  await page.getByRole("button", { name: "Duplicate to edit" }).click();
  await expect(page).toHaveURL(/#\/n\/welcome-2$/);
  await expect(page.getByText("This is your own copy, in your folder.")).toBeVisible();
  expect(readFileSync(join(folder, "welcome-2.html"), "utf8")).toContain("My own emitters");
  await title.fill("Mine alone");
  await title.press("Enter");
  await page.keyboard.press("Control+S");
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  expect(readFileSync(join(folder, "welcome-2.html"), "utf8")).toContain("Mine alone");

  // A project begins with its first notebook, and has files of its own.
  await page.goto(`${address}#/`);
  await mine.getByRole("textbox", { name: "Name of the new project" }).fill("Plant A");
  await mine.getByRole("button", { name: "New project" }).click();
  await expect(page).toHaveURL(/#\/n\/plant-a\/untitled-notebook$/);
  await expect(workbench.cell(1)).toBeVisible();
  const asked = await page.evaluate(async () => {
    const token = document.querySelector<HTMLMetaElement>('meta[name="yuheng-token"]')!.content;
    const body = new FormData();
    body.append("writing", JSON.stringify({ tables: {}, version: null }));
    body.append("content", new Blob(["a\n1\n"]));
    const put = (beside: string) =>
      fetch(`api/files/data.csv?beside=${encodeURIComponent(beside)}`, {
        method: "PUT",
        headers: { "X-Yuheng-Token": token },
        body,
      }).then(({ status }) => status);
    return [await put("plant-a/untitled-notebook"), await put("welcome")];
  });
  expect(asked).toEqual([200, 403]);
  expect(readFileSync(join(folder, "plant-a/data.csv"), "utf8")).toBe("a\n1\n");
  expect(existsSync(join(root, "notebooks/data.csv"))).toBe(false);

  await page.goto(`${address}#/`);
  await expect(mine.getByRole("heading", { name: "plant-a" })).toBeVisible();
  await expect(mine.getByRole("link", { name: /Mine alone/ })).toBeVisible();
  expect(readdirSync(folder).filter((file) => !file.startsWith("."))).toEqual(["plant-a", "welcome-2.html"]);
  expect(shipped()).toBe(before);

  // It moves into the project with its files, and a second copy is asked where it shall be.
  await page.goto(`${address}#/n/welcome-2`);
  await expect(workbench.cell(1)).toBeVisible();
  await page.keyboard.press("Control+K");
  await page.getByRole("combobox").fill("Move to project");
  await page.keyboard.press("Enter");
  const moving = page.getByRole("dialog", { name: "Move to project" });
  await expect(moving.getByRole("combobox", { name: "Project" })).toHaveValue("=plant-a");
  expect(await violations(page, { frame: false })).toEqual([]);
  await moving.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page).toHaveURL(/#\/n\/plant-a\/welcome-2$/);
  expect(readFileSync(join(folder, "plant-a/welcome-2.html"), "utf8")).toContain("Mine alone");
  expect(existsSync(join(folder, "welcome-2.html"))).toBe(false);

  await page.goto(`${address}#/n/welcome`);
  await page.getByRole("button", { name: "Duplicate to edit" }).click();
  const copying = page.getByRole("dialog", { name: "Duplicate to edit" });
  await copying.getByRole("combobox", { name: "Project" }).selectOption("New project");
  await copying.getByRole("textbox", { name: "Name of the new project" }).fill("Plant B");
  await copying.getByRole("button", { name: "Duplicate", exact: true }).click();
  await expect(page).toHaveURL(/#\/n\/plant-b\/welcome$/);
  expect(existsSync(join(folder, "plant-b/welcome.html"))).toBe(true);
  expect(shipped()).toBe(before);
});
