import { expect, it } from "vitest";
import type { ServedLibrary } from "../../../../cli/api/served-library.ts";
import { libraryTools } from "../../../../cli/mcp/library-tools.ts";
import { findTool } from "../../../../lib/tools.ts";

it("The tools of the library tell clients of MCP what calling them does, as they declare it", () => {
  const convert = findTool("quantity.convert")!;
  const hints = libraryTools({} as ServedLibrary, [convert, { ...convert, effect: "act" }]).map(
    ({ annotations }) => annotations,
  );
  expect(hints).toEqual([
    { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  ]);
});
