import { type SharedModules, sharedModules } from "../../kernel/charts/shared-modules.ts";
import { chartsName } from "../../kernel/sandbox/precompiled.ts";
import { onceFor } from "../../kernel/services/once-for.ts";
import type { DialogueModule } from "../../kernel/stdlib/ask.ts";
import type { ChartsModule } from "../../kernel/stdlib/charts.ts";
import type { GraphvizModule } from "../../kernel/stdlib/dot.ts";
import type { FormsModule } from "../../kernel/stdlib/forms.ts";
import type { SqliteModule } from "../../kernel/stdlib/sqlite-client.ts";
import type { SearchModule } from "./list-search.ts";
import type { SheetsModule } from "./sheet-file.ts";

// biome-ignore lint/security/noGlobalEval: the frame can load its own programs only as text, from the page
const evaluate = globalThis.eval;

/**
 * A module whose program is requested from the page by the first cell that names it, and again after a failure. `open` makes the
 * module from what the program evaluates to; a `registered` program came as a script and is taken instead.
 */
function laterModule<Program, Module>(
  program: () => Promise<string>,
  open: (program: Program) => Module,
  registered?: Program,
): () => Promise<Module> {
  const opened = new Map<"module", Promise<Module>>();
  return () => onceFor(opened, "module", async () => open(registered ?? evaluate(await program())));
}

type ChartsProgram = (shared: SharedModules) => ChartsModule;

/** The program of the charts, if it came as a script, before any cell could put another in its place. */
const registered = (globalThis as { [chartsName]?: ChartsProgram })[chartsName];

/** The charts by name, which share libraries with the frame's own program. */
export function chartsFrom(program: () => Promise<string>): () => Promise<ChartsModule> {
  return laterModule(program, (open: ChartsProgram) => open(sharedModules), registered);
}

/** The dialogue, which shares the frame's messages and faults. */
export function dialogueFrom(program: () => Promise<string>): () => Promise<DialogueModule> {
  return laterModule(program, (open: (shared: SharedModules) => DialogueModule) => open(sharedModules));
}

/** The search in long lists, which shares the frame's messages. */
export function searchFrom(program: () => Promise<string>): () => Promise<SearchModule> {
  return laterModule(program, (open: (shared: SharedModules) => SearchModule) => open(sharedModules));
}

/** The forms by name, which share the frame's messages and the sentences of results. */
export function formsFrom(program: () => Promise<string>): () => Promise<FormsModule> {
  return laterModule(program, (open: (shared: SharedModules) => FormsModule) => open(sharedModules));
}

/** The reader of files with sheets, which shares the frame's messages and faults. */
export function sheetsFrom(program: () => Promise<string>): () => Promise<SheetsModule> {
  return laterModule(program, (open: (shared: SharedModules) => SheetsModule) => open(sharedModules));
}

/** Graphviz, or SQLite: a module of its own. */
export function moduleFrom<Module extends GraphvizModule | SqliteModule>(
  program: () => Promise<string>,
): () => Promise<Module> {
  return laterModule(program, (open: () => Module) => open());
}
