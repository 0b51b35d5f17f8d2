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

describe("A notebook that is moved between projects", () => {
  const text = (source: string) =>
    `<!doctype html><notebook><title>t</title><script id="1" type="module">${source}</script></notebook>`;
  const load = (file: string) => text(`FileAttachment("${file}").csv()`);
  const tree = async () => (await readdir(own, { recursive: true })).filter((name) => !/(^|\/)\./.test(name)).sort();

  test("takes the files along that it alone names, leaves the others, and what both name is in both", async () => {
    const { version } = await folders.write(
      "a",
      text('[FileAttachment("mine.csv"), FileAttachment("both.csv")]'),
      null,
    );
    await folders.write("b", load("both.csv"), null);
    for (const file of ["mine.csv", "both.csv", "nobody.csv"]) await writeFile(join(own, file), file);
    const moved = await folders.move("a", "plant", version);
    expect(moved).toMatchObject({ name: "plant/a", version });
    expect(await tree()).toEqual(
      ["b.html", "both.csv", "nobody.csv", "plant", "plant/a.html", "plant/both.csv", "plant/mine.csv"].sort(),
    );
    expect(await readFile(join(own, "plant/mine.csv"), "utf8")).toBe("mine.csv");
    expect(await folders.move("plant/a", null, version)).toMatchObject({ name: "a" });
    expect(await readFile(join(own, "mine.csv"), "utf8")).toBe("mine.csv");
  });

  test("replaces nothing: a notebook or another file of the name there, or a change since it was read, leaves all as it is", async () => {
    const { version } = await folders.write("a", load("data.csv"), null);
    await writeFile(join(own, "data.csv"), "1");
    await folders.write("full/a", "another", null);
    await folders.write("other/b", "x", null);
    await writeFile(join(own, "other/data.csv"), "2");
    const before = await tree();
    await expect(folders.move("a", "full", version)).rejects.toThrow(VersionConflict);
    await expect(folders.move("a", "other", version)).rejects.toThrow("another file “data.csv” in “other”");
    await expect(folders.move("a", "other", "0".repeat(64))).rejects.toThrow(VersionConflict);
    expect(await tree()).toEqual(before);
    expect(await readFile(join(own, "other/data.csv"), "utf8")).toBe("2");
  });

  test("stays where what it imports is, and where another imports it", async () => {
    const a = await folders.write("a", text('import {x} from "./b.html"'), null);
    const b = await folders.write("b", text("const x = 1"), null);
    await expect(folders.move("a", "plant", a.version)).rejects.toThrow("imports the notebook “b”");
    await expect(folders.move("b", "plant", b.version)).rejects.toThrow("“a” imports “b”");
  });

  test.each(["..", ".", "a/b", "../x", "/x", ".git", "datasets", "con", ""])(
    "does not leave the folder for %j",
    async (project) => {
      const { version } = await folders.write("a", "x", null);
      await expect(folders.move("a", project, version)).rejects.toThrow(InvalidName);
      expect(await tree()).toEqual(["a.html"]);
    },
  );

  test("goes through no link, and an example stays an example", async () => {
    const { version } = await folders.write("a", "x", null);
    await mkdir(join(root, "elsewhere"));
    await symlink(join(root, "elsewhere"), join(own, "linked"));
    await expect(folders.move("a", "linked", version)).rejects.toThrow("is a link to another folder");
    const example = (await folders.read("welcome"))!;
    await expect(folders.move("welcome", "plant", example.version)).rejects.toThrow(ShippedNotebook);
    expect(await readdir(join(root, "elsewhere"))).toEqual([]);
    expect(await readdir(examples)).toEqual(["steel.html", "welcome.html"]);
  });
});
