import { expect, test } from "vitest";
import { rooms } from "../../../kernel/stdlib/room-names.ts";
import { tools } from "../../../lib/tools/registry.ts";

test("every tool stands in a room that a cell may name", () => {
  for (const { name } of tools) expect(rooms, name).toContain(name.split(".")[0]);
});
