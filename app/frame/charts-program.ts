import type { ChartsModule } from "../../kernel/charts/charts-builtin.ts";
import { type SharedModules, sharedModules } from "../../kernel/charts/shared-modules.ts";
import { chartsName } from "../../kernel/sandbox/precompiled.ts";
import { onceFor } from "../../kernel/services/once-for.ts";

// biome-ignore lint/security/noGlobalEval: the frame can load its own programs only as text, from the page
const evaluate = globalThis.eval;

type ChartsProgram = (shared: SharedModules) => ChartsModule;

/** The program, if it came as a script, before any cell could put another in its place. */
const registered = (globalThis as { [chartsName]?: ChartsProgram })[chartsName];

/**
 * The charts by name, whose program is requested from the page by the first cell that names `charts`, and again after a failure.
 * It shares libraries with the frame's own program.
 */
export function chartsFrom(program: () => Promise<string>): () => Promise<ChartsModule> {
  const opened = new Map<"charts", Promise<ChartsModule>>();
  return () =>
    onceFor(opened, "charts", async () => {
      const open: ChartsProgram = registered ?? evaluate(await program());
      return open(sharedModules);
    });
}
