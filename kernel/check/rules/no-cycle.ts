import type { Rule } from "../rule.ts";
import { findGraphErrors } from "./graph-errors.ts";

export const noCycle: Rule = {
  name: "no-cycle",
  severity: "error",
  summary: "No cell waits for itself, through whichever others.",
  check: (subject) => findGraphErrors(subject, "cycle"),
};
