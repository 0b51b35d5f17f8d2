import { basename, dirname } from "node:path";
import { checkNotebook, type RuleSettings, ruleNames } from "../../kernel/check/check-notebook.ts";
import type { Severity } from "../../kernel/check/finding.ts";
import { mendNotebook } from "../../kernel/check/mend-notebook.ts";
import { parseNotebook, serializeNotebook } from "../../kernel/document/index.ts";
import { nearestName } from "../../lib/tool/nearest-name.ts";
import { CheckEnvironments } from "../check/check-environment.ts";
import type { CheckedFile } from "../check/checked-file.ts";
import { describeRules } from "../check/describe-rules.ts";
import { renderReport } from "../check/report.ts";
import { unchecked } from "../check/unchecked.ts";
import type { check as declaration } from "../declarations/check.ts";
import type { Program } from "../declarations/declaration.ts";
import { Misuse } from "../input/misuse.ts";
import { findNotebooks, type GivenNotebook, textOf } from "../input/notebook-files.ts";
import { Interrupted, untilInterrupted } from "../run/interruption.ts";
import { ProgressLine } from "../run/progress-line.ts";
import { NotebookStore, versionOf } from "../serve/notebook-store.ts";
import { paintFor } from "../terminal/colour.ts";
import { writeDocument } from "../terminal/wall.ts";

/** `yuheng check`: lints notebooks. */
export const check: Program<typeof declaration> = async ({ operands, options }) => {
  if (options.rules) {
    process.stdout.write(describeRules());
    return 0;
  }
  const format = options.json ? "json" : options.format;
  const settings = readSettings(options.rule);
  const given = await findNotebooks(operands);
  const filtered = options.fix ? given.find(({ text }) => text !== undefined) : undefined;
  if (filtered && format !== "text") {
    throw new Misuse(`Standard output takes the mended notebook or the report as ${format}: leave out one of them.`);
  }
  const environments = new CheckEnvironments();
  const line = new ProgressLine();
  const files: CheckedFile[] = [];
  try {
    await untilInterrupted(async (signal) => {
      for (const [i, notebook] of given.entries()) {
        signal.throwIfAborted();
        line.show(`${i + 1}/${given.length} ${notebook.file}`);
        files.push(
          await checkFile(notebook, environments, settings, options.fix, signal).catch((error) => {
            signal.throwIfAborted();
            return unchecked(notebook.file, error);
          }),
        );
      }
    });
  } catch (error) {
    if (error instanceof Interrupted) return error.exitCode;
    throw error;
  } finally {
    line.clear();
  }
  const isSilent = options.quiet && files.every(({ findings, mended }) => findings.length + mended.length === 0);
  const output = filtered ? process.stderr : process.stdout;
  if (!isSilent || format !== "text") output.write(renderReport(files, format, paintFor(output)));
  return files.some(({ findings }) => findings.some(({ severity }) => severity !== "note")) ? 1 : 0;
};

async function checkFile(
  given: GivenNotebook,
  environments: CheckEnvironments,
  settings: RuleSettings,
  fix: boolean,
  signal: AbortSignal,
): Promise<CheckedFile> {
  const { file } = given;
  const text = await textOf(given);
  const notebook = parseNotebook(text);
  const { end, ...environment } = await environments.of(file, signal);
  try {
    if (!fix) return { file, mended: [], findings: await checkNotebook(notebook, environment, settings) };
    const { notebook: after, mended, findings } = await mendNotebook(notebook, environment, settings);
    if (given.text !== undefined) writeDocument(serializeNotebook(after));
    else if (mended.length > 0) {
      // Atomic, and only if the file has not changed since it was read.
      const store = new NotebookStore(dirname(file));
      await store.write(basename(file, ".html"), serializeNotebook(after), versionOf(text));
    }
    return { file, mended, findings };
  } finally {
    await end();
  }
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
