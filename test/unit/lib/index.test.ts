import { expect, test } from "vitest";
import * as library from "../../../lib/index.ts";
import { tools } from "../../../lib/tools.ts";

test("Every tool is a function of its room in the library, and every function a tool", () => {
  const functions = Object.entries(library).flatMap(([room, members]) =>
    typeof members === "object" && !Array.isArray(members)
      ? Object.entries(members).map(([name, member]) => [`${room}.${name}`, typeof member])
      : [],
  );
  const expected = tools.map(({ name }) => [name, "function"]);
  expect(functions.sort()).toEqual(expected.sort());
});
