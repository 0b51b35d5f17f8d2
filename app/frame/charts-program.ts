import type { ChartsModule } from "../../kernel/charts/charts-builtin.ts";
import { type SharedModules, sharedModules } from "../../kernel/charts/shared-modules.ts";
import { onceFor } from "../../kernel/services/once-for.ts";

// biome-ignore lint/security/noGlobalEval: the frame can load its own programs only as text, from the page
const evaluate = globalThis.eval;

/**
 * The charts by name, whose program is requested from the page by the first cell that names `charts`, and again after a failure.
 * It shares libraries with the frame's own program.
 */
export function chartsFrom(program: () => Promise<string>): () => Promise<ChartsModule> {
  const opened = new Map<"charts", Promise<ChartsModule>>();
  return () =>
    onceFor(opened, "charts", async () => {
      const open: (shared: SharedModules) => ChartsModule = evaluate(await program());
      return open(sharedModules);
    });
}
