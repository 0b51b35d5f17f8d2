import { expect, test } from "vitest";
import { toolStep } from "../../../kernel/services/record.ts";
import { resourceOperation } from "../../../lib/tool/resource-operation.ts";
import { findTool } from "../../../lib/tools.ts";

test("what a what-if handle asks frame by frame stands in the trail as the tool that the library describes", () => {
  const { tool } = toolStep(resourceOperation("whatIf", "frame"), { factors: [] }, { facts: {} }, []) as {
    tool: string;
  };
  expect(findTool(tool)?.references.length).toBeGreaterThan(0);
});
