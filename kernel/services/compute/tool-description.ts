import type { Text } from "../../../lib/message/message.ts";

/** The description of a tool, for provenance. */
export interface ToolDescription {
  readonly name: string;
  readonly title: Text;
  readonly summary: Text;
  readonly assumptions: readonly string[];
  readonly references: readonly string[];
}

/** The worker's own operation that describes tools by their names; no tool of the library has this name. */
export const describeToolsName = "tools.describe";
