import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { NotebookFolders, ShippedNotebook } from "../../../cli/serve/notebook-folders.ts";
import { InvalidName, VersionConflict } from "../../../cli/serve/notebook-store.ts";

let root: string;
let own: string;
let examples: string;
let folders: NotebookFolders;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "yuheng-folders-"));
  own = join(root, "my");
  examples = join(root, "notebooks");
  await mkdir(examples);
  await writeFile(join(examples, "welcome.html"), "an example");
  await writeFile(join(examples, "steel.html"), "steel, as it ships");
  folders = new NotebookFolders(own, examples);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const names = async () => (await folders.list()).map(({ name, example }) => `${name}${example ? " (example)" : ""}`);

describe("A person's notebooks beside the examples", () => {
  test("are listed first, those of projects by their folder, without links, hidden folders and that of datasets", async () => {
    expect(await names()).toEqual(["steel (example)", "welcome (example)"]);
    for (const folder of ["Plant 2024", "datasets", ".git"]) await mkdir(join(own, folder), { recursive: true });
    for (const file of ["Plant 2024/a", "datasets/b", ".git/c", "mine"])
      await writeFile(join(own, `${file}.html`), "x");
    await mkdir(join(root, "elsewhere"));
    await writeFile(join(root, "elsewhere/secret.html"), "x");
    await symlink(join(root, "elsewhere"), join(own, "linked"));
    expect(await names()).toEqual(["mine", "Plant 2024/a", "steel (example)", "welcome (example)"]);
    await expect(folders.read("linked/secret")).rejects.toThrow("is a link to another folder");
    await expect(folders.write("linked/new", "x", null)).rejects.toThrow("is a link to another folder");
  });

  test("are written into the person's folder, with a project made by its first notebook; an example stays as it is", async () => {
    const example = (await folders.read("welcome"))!;
    expect(example).toMatchObject({ text: "an example", example: true });
    await expect(folders.write("welcome", "changed", example.version)).rejects.toThrow(ShippedNotebook);
    // A page that looks for a free name takes the next one.
    await expect(folders.write("welcome", "new", null)).rejects.toThrow(VersionConflict);
    expect(await readFile(join(examples, "welcome.html"), "utf8")).toBe("an example");

    expect(await folders.write("new", "top", null)).toMatchObject({ name: "new", text: "top" });
    const made = await folders.write("plant/welcome", "mine", null);
    expect(made.name).toBe("plant/welcome");
    await folders.write("plant/welcome", "mine, changed", made.version);
    expect(await readFile(join(own, "plant/welcome.html"), "utf8")).toBe("mine, changed");
    expect(await readdir(examples)).toEqual(["steel.html", "welcome.html"]);
    expect(await names()).toEqual(["new", "plant/welcome", "steel (example)", "welcome (example)"]);
  });

  test("hide an example of the same name, which was put there by hand", async () => {
    await mkdir(own);
    await writeFile(join(own, "steel.html"), "my own steel");
    expect(await folders.read("steel")).toMatchObject({ text: "my own steel" });
    expect(await names()).toEqual(["steel", "welcome (example)"]);
  });

  test("have their files beside them: in their project, in the person's folder, or read only beside the examples", async () => {
    await folders.write("plant/a", "x", null);
    expect(await folders.folderOf("plant/a")).toEqual({ folder: join(own, "plant"), name: "a", writable: true });
    expect(await folders.folderOf("new")).toEqual({ folder: own, name: "new", writable: true });
    expect(await folders.folderOf("welcome")).toEqual({ folder: examples, name: "welcome", writable: false });
    expect(await folders.folderOf("nowhere/a")).toMatchObject({ folder: own });
  });

  test.each(["a/b/c", "../x", "./x", ".hidden/x", "/x", "x/", "con/x", "datasets/x"])(
    "cannot be named %s, and nothing is written",
    async (name) => {
      await expect(folders.write(name, "x", null)).rejects.toThrow(InvalidName);
      expect(await readdir(root)).not.toContain("x.html");
    },
  );
});
