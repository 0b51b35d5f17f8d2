import type { Rule } from "../rule.ts";
import { findGraphErrors } from "./graph-errors.ts";

export const uniqueName: Rule = {
  name: "unique-name",
  severity: "error",
  summary: "A name belongs to one cell.",
  check: (subject) => findGraphErrors(subject, "duplicate"),
};
