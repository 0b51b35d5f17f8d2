import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { paintFor } from "../../../cli/terminal/colour.ts";
import { control, visible } from "../../../cli/terminal/visible.ts";
import { raiseWall, writeDocument } from "../../../cli/terminal/wall.ts";
import { notebookOf } from "../check/checked.ts";
import { yuheng } from "./yuheng.ts";

/** A terminal puts a text into the clipboard (OSC 52, by ESC and by C1), clears the screen, goes back in the line, turns the direction. */
const HOSTILE = "\u001b]52;c;ZXZpbA==\u0007\u009d52;c;ZXZpbA==\u009c\u001b[2J\r\b\u007f\u202egnp.\u2066x\u2029";

/** What no terminal may get: all but the line feed and the tab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: what is looked for
const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

describe("What is written", () => {
  test("shows control characters, and leaves every other text as it is", () => {
    expect(visible("a\u001b[31mb\u009b\n\t中文 é 𝄞")).toBe("a\\u001b[31mb\\u009b\n\t中文 é 𝄞");
    expect(visible(HOSTILE)).not.toMatch(OBEYED);
  });

  test("keeps the command's own sequences, which no text can forge", () => {
    const { red } = paintFor({}, { FORCE_COLOR: "1" });
    expect(visible(`${red("a\u001b[8m")}${control("\r")}`)).toBe("\u001b[31ma\\u001b[8m\u001b[39m\r");
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => !OBEYED.test(visible(text))));
  });

  test("says the same in JSON", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => JSON.parse(visible(JSON.stringify({ text }))).text === text),
    );
  });

  test("goes through one wall, in pieces too; a document goes as it is, unless a terminal shows it", () => {
    const { stdout } = process;
    const { write, isTTY } = stdout;
    let out = "";
    stdout.write = ((piece: string | Uint8Array) => {
      out += Buffer.from(piece as string).toString();
      return true;
    }) as typeof write;
    const lower = raiseWall();
    try {
      stdout.write("\u001b]0;x");
      for (const byte of Buffer.from("é\u009b")) stdout.write(Uint8Array.of(byte));
      Object.assign(stdout, { isTTY: false });
      writeDocument("\u001b");
      Object.assign(stdout, { isTTY: true });
      writeDocument("\u001b");
    } finally {
      lower();
      Object.assign(stdout, { write, isTTY });
    }
    expect(out).toBe("\\u001b]0;xé\\u009b\u001b\\u001b");
  });
});

describe("A hostile notebook", { timeout: 120_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "yuheng-terminal-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("starts no line of its own in the report of a check, which the log of a pull request would obey", async () => {
    const name = "a\n::add-mask::b.html";
    await writeFile(join(folder, name), notebookOf(["display(totl)"]));
    for (const format of ["text", "github"]) {
      const { out } = await yuheng(["check", name, "--format", format], "", folder);
      expect(out).toContain("totl");
      const lines = out.split("\n").filter((line) => /^\s*::/.test(line));
      expect(lines.filter((line) => !line.startsWith("::error file="))).toEqual([]);
    }
  });
});
