import { namespaceNames } from "../../lib/namespaces.ts";
import { timerNames } from "../stdlib/timers.ts";

/** Names that every run of a cell is given anew, because what they do belongs to that run. */
export const bound: readonly string[] = [
  "sql",
  "datasets",
  ...namespaceNames,
  "sample",
  "spread",
  "compute",
  "trace",
  "test",
  "expect",
  "random",
  "Math",
  "Date",
  ...timerNames,
];

/** Names of the realm that a notebook should not find by accident: they look like data and are not. */
export const hiddenGlobals: ReadonlySet<string> = new Set([
  "name",
  "status",
  "event",
  "length",
  "origin",
  "parent",
  "top",
  "external",
  "closed",
  // Of Node's, where a notebook runs without a page: it means the same in both.
  "process",
  "require",
  "module",
  "exports",
  "global",
  "Buffer",
]);

/** Common words among them: a notebook that declares one means its own. */
export const yieldingNames: ReadonlySet<string> = new Set([...namespaceNames, "sample", "spread", "test", "expect"]);
