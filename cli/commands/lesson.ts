import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { csvFormatRows } from "d3";
import { parseNotebook, serializeNotebook } from "../../kernel/document/index.ts";
import { ExerciseError } from "../../kernel/lesson/declaration.ts";
import { packExercises, unpackExercises } from "../../kernel/lesson/pack.ts";
import { readReport, sawSolution } from "../../kernel/lesson/report.ts";
import type { Command } from "../command.ts";
import { Misuse, refuseMisuse } from "../misuse.ts";

const help = `Usage: yuheng lesson pack FILE [--out FILE]
       yuheng lesson unpack FILE [--out FILE]
       yuheng lesson reports FILE… [--out FILE]

"pack" seals the exercises of a notebook, so that checks, mistakes and solutions cannot be read in its file; "unpack" opens
them again for their author. That keeps honest eyes from reading, no more: who wants to can unpack. "reports" puts what
readers handed in (JSON or HTML) into one table, a line for each reader and exercise (CSV). Without --out all goes to
standard output.

Exit code: 1 if a file cannot be read or written, 2 wrong use, an exercise that cannot be packed, or a file that is no report.
`;

/** `yuheng lesson`: packs the exercises of a notebook, unpacks them, and collects reports in a table. */
export const lesson: Command = {
  usage: "lesson pack FILE | unpack FILE | reports FILE…",
  summary: "pack the exercises of a lesson or unpack them again; put readers' reports into one table; --help says more",
  run: (args) => refuseMisuse("lesson", () => run(args)),
};

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [subcommand, ...files] = positionals;
  const [file, another] = files;
  if (subcommand !== "pack" && subcommand !== "unpack" && subcommand !== "reports")
    throw new Misuse("Pack, unpack, or reports?");
  if (file === undefined) throw new Misuse(`Which file? "lesson ${subcommand}" needs one.`);
  if (subcommand === "reports") return table(files, values.out);
  if (another !== undefined) throw new Misuse(`One notebook is ${subcommand}ed at a time.`);
  return rewrite(subcommand, file, values.out);
}

async function rewrite(subcommand: "pack" | "unpack", file: string, out: string | undefined): Promise<number> {
  const change = subcommand === "pack" ? packExercises : unpackExercises;
  const read = parseNotebook(await readFile(file, "utf8"));
  try {
    const { notebook, count } = change(read);
    await write(serializeNotebook(notebook), out);
    process.stderr.write(`${count} ${count === 1 ? "exercise" : "exercises"} ${subcommand}ed.\n`);
    return 0;
  } catch (error) {
    if (error instanceof ExerciseError) throw new Misuse(`${file}: ${error.message}`);
    throw error;
  }
}

const heads = ["file", "name", "notebook", "exercise", "hash", "solved", "solution_first", "tries", "hints", "minutes"];

/** One line per report and exercise. */
async function table(files: readonly string[], out: string | undefined): Promise<number> {
  const rows: string[][] = [heads];
  let unread = 0;
  for (const file of files) {
    const report = readReport(await readFile(file, "utf8"));
    if (!report) {
      process.stderr.write(`${file} is not a report on a lesson.\n`);
      unread += 1;
      continue;
    }
    for (const exercise of report.exercises) {
      const { id, hash, solved, tries, hintsOpened, minutes } = exercise;
      const figures = [tries.length, hintsOpened, minutes ?? ""].map(String);
      const seen = String(sawSolution(exercise));
      rows.push([file, report.name, report.notebook, id, hash.slice(0, 16), solved ?? "", seen, ...figures]);
    }
  }
  await write(`${csvFormatRows(rows)}\n`, out);
  return unread > 0 ? 2 : 0;
}

async function write(text: string, out: string | undefined): Promise<void> {
  if (out === undefined) process.stdout.write(text);
  else await writeFile(out, text);
}
