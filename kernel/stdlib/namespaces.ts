import { type Namespace, namespaceNames } from "../../lib/namespaces.ts";
import type { Run } from "../runtime/run.ts";
import { type ToolPage, toolsOf } from "../services/namespace.ts";

/** All namespaces of the library for one run, whose calls belong to the trail of that run. */
export function namespacesOf(page: ToolPage, run: Run): Record<Namespace, unknown> {
  const all = namespaceNames.map((name) => [name, toolsOf(name, page, run)]);
  return Object.fromEntries(all) as Record<Namespace, unknown>;
}
