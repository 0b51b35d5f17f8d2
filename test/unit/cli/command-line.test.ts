import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findCommand } from "../../../cli/command-line/find-command.ts";
import { helpOf } from "../../../cli/command-line/help-text.ts";
import { readCall } from "../../../cli/command-line/read-call.ts";
import { type CommandDeclaration, exitCodes } from "../../../cli/declarations/declaration.ts";
import { type CommandWords, declarations, groups } from "../../../cli/declarations/declarations.ts";
import { paintFor } from "../../../cli/terminal/colour.ts";
import { visible } from "../../../cli/terminal/visible.ts";
import { codeIn, linesOf, readmes, textOf } from "../suite/readme-text.ts";
import { yuheng } from "./yuheng.ts";

const root = join(import.meta.dirname, "../../..");
const all = Object.entries<CommandDeclaration>(declarations) as [CommandWords, CommandDeclaration][];

const cooking = {
  summary: "cook",
  description: "Cooks.",
  operands: [{ name: "DISH", missing: "Which dish?" }],
  excess: "One dish at a time: “{word}” is one too many.",
  options: {
    salt: { type: "number", hint: "GRAMS", summary: "" },
    minutes: { type: "number", hint: "MINUTES", positive: true, summary: "" },
    heat: { type: "choice", of: ["low", "high-fan"], default: "low", hint: "HEAT", summary: "" },
    with: { type: "choice", of: ["rice", "beans"], list: true, hint: "LIST", summary: "" },
    note: { type: "text", many: true, hint: "TEXT", summary: "" },
    pot: { type: "text", short: "p", required: "In which pot?", hint: "POT", summary: "" },
    list: { type: "flag", alone: true, summary: "" },
  },
  examples: [],
  exits: {},
} as const satisfies CommandDeclaration;

const read = (...args: string[]) => readCall(cooking, args);

describe("The arguments of a command", () => {
  test("are read by its declaration, with types, defaults and lists", () => {
    const { operands, options } = read(
      "soup",
      "--salt=2",
      "-p",
      "iron",
      "--with",
      "rice, BEANS",
      "--note",
      "a",
      "--note",
      "b",
    );
    expect(operands).toEqual(["soup"]);
    expect(options).toEqual({
      salt: 2,
      minutes: undefined,
      heat: "low",
      with: ["rice", "beans"],
      note: ["a", "b"],
      pot: "iron",
      list: false,
    });
    expect(read("soup", "--pot", "iron", "--heat", "high").options).toMatchObject({ heat: "high-fan", note: [] });
    expect(read("--pot", "iron", "--", "--soup").operands).toEqual(["--soup"]);
  });

  test.each([
    [[], "Which dish?"],
    [["soup"], "In which pot?"],
    [["soup", "cake", "-p", "iron"], "One dish at a time: “cake” is one too many."],
    [["soup", "--salt", "much"], "--salt takes a number, not “much”."],
    [["soup", "--salt="], "--salt takes a number, not “”."],
    [["soup", "--minutes", "0"], "--minutes takes a number above 0, not “0”."],
    [["soup", "--heat", "lo"], "There is no heat “lo”. There are low, high-fan. Did you mean “low”?"],
    [["soup", "--with", "rice,bean"], "There is no with “bean”. There are rice, beans. Did you mean “beans”?"],
    [["soup", "--sault", "2"], "Unknown option '--sault'. Did you mean \"--salt\"?"],
    [["soup", "--pot"], "Option '-p, --pot <value>' argument missing."],
    [["soup", "--list=yes", "-p", "iron"], "Option '--list' does not take an argument."],
  ])("%j are refused with a sentence", (args, sentence) => {
    expect(() => read(...args)).toThrow(sentence);
  });

  test("need no operand where an option says all", () => {
    expect(read("--list", "--pot", "iron").options).toMatchObject({ list: true });
  });
});

describe("Every command", () => {
  test.each(all)("%s says how it is used, with examples and exit codes", async (words, declaration) => {
    const { code, out, err } = await yuheng([...words.split(" "), "--help"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(new RegExp(`^Usage: yuheng ${words}\\b`));
    for (const name of Object.keys(declaration.options)) expect(out).toContain(`--${name}`);
    expect(declaration.examples.length).toBeGreaterThan(0);
    for (const [line] of declaration.examples) {
      expect(out).toContain(line);
      // An example is a call of this command, and one that its declaration takes.
      const [first = "", second = ""] = words.split(" ");
      const own = new RegExp(`yuheng ${first}(?= |$)(?: ${second}(?= |$))?(?<args>[^|<>)]*)`).exec(line);
      expect([line, own !== null]).toEqual([line, true]);
      const args = [...own!.groups!.args!.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
      if (words !== "completion") expect(() => readCall(declaration, args)).not.toThrow();
    }
    for (const code of Object.keys(declaration.exits)) expect(Object.keys(exitCodes)).toContain(code);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(110);
    expect((await yuheng(["help", ...words.split(" ")])).out).toBe(out);
  });

  test("that reports has --json, and a shape for it", async () => {
    const { code, out } = await yuheng(["help", "--json"]);
    expect(code).toBe(0);
    const declared: Record<string, { options: object; output: { type?: string } | null }> = JSON.parse(out);
    // What prints JSON or a script anyway, and help, whose JSON is this.
    const without = ["call", "completion", "help"];
    for (const [words, { options, output }] of Object.entries(declared)) {
      const reports = !without.includes(words);
      expect([words, "json" in options || words === "call" || words === "completion"]).toEqual([words, true]);
      expect([words, output !== null]).toEqual([words, reports]);
    }
    expect(declared.check!.output).toMatchObject({ type: "array" });
  });

  test("is listed in the order of use, without loading what it runs", async () => {
    const { code, out } = await yuheng(["--help"]);
    expect(code).toBe(0);
    const listed = [...out.matchAll(/^ {2}(\w+)/gm)].map(([, word]) => word);
    expect([...new Set(listed)]).toEqual([...new Set(all.map(([words]) => words.split(" ")[0]))]);
  });
});

describe("yuheng", () => {
  test("says its version", async () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(await yuheng(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  test.each([
    [["biuld"], 'There is no command "biuld". Did you mean "build"? "yuheng help" lists them.\n'],
    [["dataset"], 'There is no command "dataset". Did you mean "datasets"? "yuheng help" lists them.\n'],
    [["toString"], 'There is no command "toString". "yuheng help" lists them.\n'],
    [
      ["datasets", "exprot", "population"],
      "“datasets exprot” is not known. There are list, show and export. Did you mean “export”?\n",
    ],
    [
      ["lesson"],
      '“lesson” needs a second word. There are pack, unpack and reports. "yuheng lesson --help" says how it is used.\n',
    ],
    [["help", "fly"], 'There is no command "fly". "yuheng help" lists them.\n'],
    [["tools", "all"], '“all” is one word too many. "yuheng tools --help" says how it is used.\n'],
  ])("%j is refused with a sentence and 2", async (args, sentence) => {
    expect(await yuheng(args)).toEqual({ code: 2, out: "", err: sentence });
  });

  test("explains its groups and takes options before the second word", async () => {
    for (const group of Object.keys(groups)) {
      const { code, out } = await yuheng([group, "--help"]);
      expect([code, out]).toEqual([0, expect.stringContaining(`Usage: yuheng ${group} `)]);
    }
    const [before, after] = [await yuheng(["datasets", "--json", "list"]), await yuheng(["datasets", "--json"])];
    expect(before).toEqual(after);
    expect(JSON.parse(before.out).length).toBeGreaterThan(10);
  });

  test("has one table of exit codes, which the READMEs repeat", async () => {
    const { out } = await yuheng(["help", "exit-codes"]);
    const [table] = out.split("\n\n");
    const lines = table!.split("\n").slice(1);
    expect(lines.map((line) => line.trim().split(/\s+/)[0])).toEqual(Object.keys(exitCodes));
    expect(JSON.parse((await yuheng(["help", "exit-codes", "--json"])).out)).toEqual(exitCodes);
    const english = textOf("README.md");
    for (const [code, meaning] of Object.entries(exitCodes)) expect(english).toContain(`| ${code} | ${meaning} |`);
    for (const readme of readmes) {
      const codes = [...textOf(readme).matchAll(/^\| (\d+) \|/gm)].map(([, code]) => code);
      expect([readme, codes]).toEqual([readme, Object.keys(exitCodes)]);
    }
  });

  test("is shown in the READMEs with calls that it takes", () => {
    const calls = readmes.flatMap((readme) => codeIn(textOf(readme), "sh").flatMap((code) => linesOf(code, "#")));
    expect(calls.filter((line) => line.startsWith("npx yuheng ")).length).toBeGreaterThan(20);
    for (const line of calls.filter((each) => each.startsWith("npx yuheng "))) {
      const args = line
        .replace(/^npx yuheng /, "")
        .replace(/ [<>|].*$/, "")
        .split(/\s+/);
      const found = findCommand(args);
      if (!("words" in found)) throw new Error(line);
      expect(() => readCall(declarations[found.words], found.rest), line).not.toThrow();
    }
  });
});

describe("Colours", () => {
  const terminal = { isTTY: true, hasColors: () => true };

  test("are those of a terminal, unless NO_COLOR is set, and FORCE_COLOR decides before both", () => {
    const red = (stream: Parameters<typeof paintFor>[0], environment: NodeJS.ProcessEnv) =>
      paintFor(stream, environment).red("x") !== "x";
    expect(red(terminal, {})).toBe(true);
    expect(red({ isTTY: true, hasColors: () => false }, {})).toBe(false);
    expect(red({}, {})).toBe(false);
    expect(red(terminal, { NO_COLOR: "1" })).toBe(false);
    expect(red(terminal, { NO_COLOR: "" })).toBe(true);
    expect(red({}, { FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(true);
    expect(red(terminal, { FORCE_COLOR: "0" })).toBe(false);
  });

  test("change nothing but the colour", () => {
    const [plain, painted] = [paintFor({}, {}), paintFor({}, { FORCE_COLOR: "1" })];
    const help = helpOf("run", painted);
    expect(help).not.toBe(helpOf("run", plain));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of colours
    expect(visible(help).replaceAll(/\u001b\[\d+m/g, "")).toBe(helpOf("run", plain));
  });
});
