import { writeFile } from "node:fs/promises";
import { csvFormat } from "d3";
import { parseNotebook, serializeNotebook } from "../../kernel/document/index.ts";
import { ExerciseError } from "../../kernel/lesson/declaration.ts";
import { packExercises, unpackExercises } from "../../kernel/lesson/pack.ts";
import { readReport, sawSolution } from "../../kernel/lesson/report.ts";
import type { Call, Program } from "../declarations/declaration.ts";
import type { packed, reported, unpacked } from "../declarations/lesson.ts";
import { readGivenFile } from "../input/given-file.ts";
import { Misuse } from "../input/misuse.ts";
import { findNotebook, textOf } from "../input/notebook-files.ts";
import { writeJson } from "../json/write-json.ts";
import { writeDocument } from "../terminal/wall.ts";

type Rewriting = Call<typeof packed>;

/** `yuheng lesson pack`: seals the exercises of a notebook. */
export const pack: Program<typeof packed> = (call) => rewrite("pack", call);

/** `yuheng lesson unpack`: opens them again. */
export const unpack: Program<typeof unpacked> = (call) => rewrite("unpack", call);

/** `yuheng lesson reports`: collects reports in a table. */
export const reports: Program<typeof reported> = async ({ operands, options: { out, json } }) => {
  const { rows, unread } = await readReports(operands);
  if (json) writeJson("lesson reports", rows);
  if (!json || out !== undefined) await write(`${csvFormat(rows, [...heads])}\n`, out);
  return unread > 0 ? 2 : 0;
};

async function rewrite(
  way: "pack" | "unpack",
  { operands: [path = ""], options: { out, json } }: Rewriting,
): Promise<number> {
  if (json && out === undefined)
    throw new Misuse(
      "Standard output takes the notebook or the report as JSON: name a file for the notebook with --out.",
    );
  const change = way === "pack" ? packExercises : unpackExercises;
  const given = path === "-" ? await findNotebook(path) : { file: path, text: await readGivenFile(path) };
  const { file } = given;
  const read = parseNotebook(await textOf(given));
  try {
    const { notebook, count } = change(read);
    await write(serializeNotebook(notebook), out);
    if (json && out !== undefined) writeJson(`lesson ${way}`, { file, out, exercises: count });
    else process.stderr.write(`${count} ${count === 1 ? "exercise" : "exercises"} ${way}ed.\n`);
    return 0;
  } catch (error) {
    if (error instanceof ExerciseError) throw new Misuse(`${file}: ${error.message}`);
    throw error;
  }
}

const heads = [
  "file",
  "name",
  "notebook",
  "exercise",
  "hash",
  "solved",
  "solution_first",
  "tries",
  "hints",
  "minutes",
] as const;

/** One row per report and exercise, and how many of the files are no reports, which are named on stderr. */
async function readReports(files: readonly string[]) {
  const rows = [];
  let unread = 0;
  for (const file of files) {
    const report = readReport(await readGivenFile(file));
    if (!report) {
      process.stderr.write(`${file} is not a report on a lesson.\n`);
      unread += 1;
      continue;
    }
    const { name, notebook } = report;
    for (const exercise of report.exercises) {
      const { id, hash, solved, tries, hintsOpened, minutes } = exercise;
      rows.push({
        ...{ file, name, notebook, exercise: id, hash: hash.slice(0, 16), solved },
        ...{ solution_first: sawSolution(exercise), tries: tries.length, hints: hintsOpened, minutes },
      });
    }
  }
  return { rows, unread };
}

async function write(text: string, out: string | undefined): Promise<void> {
  if (out === undefined) writeDocument(text);
  else await writeFile(out, text);
}
