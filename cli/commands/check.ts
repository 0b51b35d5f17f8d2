import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { parseArgs } from "node:util";
import { checkNotebook, type RuleSettings, ruleNames } from "../../kernel/check/check-notebook.ts";
import type { Severity } from "../../kernel/check/finding.ts";
import { mendNotebook } from "../../kernel/check/mend-notebook.ts";
import { parseNotebook, serializeNotebook } from "../../kernel/document/index.ts";
import { nearestName } from "../../lib/tool/nearest-name.ts";
import { CheckEnvironments } from "../check/check-environment.ts";
import { describeRules } from "../check/describe-rules.ts";
import { type CheckedFile, type Format, formats, renderReport } from "../check/report.ts";
import type { Command } from "../command.ts";
import { Misuse, refuseMisuse } from "../misuse.ts";
import { findNotebooks } from "../notebook-files.ts";
import { NotebookStore, versionOf } from "../serve/notebook-store.ts";

const help = `Usage: yuheng check FILE… [--fix] [--rule NAME=off]… [--format text|json|github] [--rules]

Reads notebooks and says what is wrong with them: file, line, cell, and what to do. Nothing of them runs. A folder stands for
all notebooks in it.

  --fix             mend what can be mended safely; no other byte of a file changes
  --rule NAME=HOW   off, note, warning or error, for one rule; may be given several times
  --format FORMAT   text (the default), json, or github (annotations of a pull request)
  --rules           list the rules

A cell is excepted from a rule by an attribute that gives the reason: data-allow="no-unused-cell: read by the lesson".
Exit code: 0 nothing but notes, 1 errors or warnings, 2 wrong use.
`;

/** `yuheng check`: lints notebooks. */
export const check: Command = {
  usage: "check FILE… [--fix]",
  summary: "read notebooks and say what is wrong with them, with file, line and cell; --help lists its options",
  run: (args) => refuseMisuse("check", () => run(args)),
};

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      fix: { type: "boolean" },
      rule: { type: "string", multiple: true },
      rules: { type: "boolean" },
      format: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return print(help);
  if (values.rules) return print(describeRules());
  const format = readFormat(values.format);
  const settings = readSettings(values.rule ?? []);
  if (positionals.length === 0) throw new Misuse("Which notebooks? Give their files, or a folder.");
  const paths = (await Promise.all(positionals.map(findNotebooks))).flat();
  const environments = new CheckEnvironments();
  const files: CheckedFile[] = [];
  for (const path of paths) files.push(await checkFile(path, environments, settings, values.fix === true));
  process.stdout.write(renderReport(files, format));
  return files.some(({ findings }) => findings.some(({ severity }) => severity !== "note")) ? 1 : 0;
}

async function checkFile(
  file: string,
  environments: CheckEnvironments,
  settings: RuleSettings,
  fix: boolean,
): Promise<CheckedFile> {
  const text = await readFile(file, "utf8");
  const notebook = parseNotebook(text);
  const { end, ...environment } = await environments.of(file);
  try {
    if (!fix) return { file, mended: [], findings: await checkNotebook(notebook, environment, settings) };
    const { notebook: after, mended, findings } = await mendNotebook(notebook, environment, settings);
    if (mended.length > 0) {
      // Atomic, and only if the file has not changed since it was read.
      const store = new NotebookStore(dirname(file));
      await store.write(basename(file, ".html"), serializeNotebook(after), versionOf(text));
    }
    return { file, mended, findings };
  } finally {
    await end();
  }
}

function readFormat(given = "text"): Format {
  const format = formats.find((name) => name === given);
  if (!format) throw new Misuse(`There is no format “${given}”. There are ${formats.join(", ")}.`);
  return format;
}

function readSettings(given: readonly string[]): RuleSettings {
  const levels: readonly (Severity | "off")[] = ["off", "note", "warning", "error"];
  return Object.fromEntries(
    given.map((setting) => {
      const [name = "", how = ""] = setting.split("=");
      if (!ruleNames.includes(name)) {
        const near = nearestName(name, ruleNames);
        throw new Misuse(`There is no rule “${name}”. ${near ? `Did you mean “${near}”?` : '"--rules" lists them.'}`);
      }
      const level = levels.find((known) => known === how);
      if (!level) throw new Misuse(`“${setting}” is no setting of a rule. Write ${name}=off, note, warning or error.`);
      return [name, level];
    }),
  );
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}
