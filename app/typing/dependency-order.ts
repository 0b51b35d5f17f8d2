import type { CellModule } from "./cell-module.ts";
import type { NotebookName } from "./notebook-module.ts";

/** Cells in dependency order, and the length of the longest chain. Cells of a cycle come in any order. */
export function orderByDependency(
  modules: Iterable<CellModule>,
  names: ReadonlyMap<string, NotebookName>,
): { order: CellModule[]; depth: number } {
  const depths = new Map<CellModule, number>();
  const visited = new Set<CellModule>();
  const order: CellModule[] = [];
  const readBy = (module: CellModule) => Array.from(module.imports.keys(), (name) => names.get(name)?.module);
  for (const first of modules) {
    // Iterative, because a chain may be longer than the stack.
    const path = [first];
    for (let module = path.at(-1); module; module = path.at(-1)) {
      const pending = visited.has(module)
        ? []
        : readBy(module).filter((read): read is CellModule => read !== undefined && !visited.has(read));
      visited.add(module);
      if (pending.length > 0) {
        path.push(...pending);
        continue;
      }
      path.pop();
      if (depths.has(module)) continue;
      const below = readBy(module).map((read) => (read && depths.get(read)) ?? 0);
      depths.set(module, 1 + Math.max(0, ...below));
      order.push(module);
    }
  }
  return { order, depth: Math.max(0, ...depths.values()) };
}
