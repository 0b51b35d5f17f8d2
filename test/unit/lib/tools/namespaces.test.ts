import { expect, test } from "vitest";
import { namespaceNames } from "../../../../lib/namespaces.ts";
import { namespaces, tools } from "../../../../lib/tools.ts";

test("every tool stands in a room that a cell may name", () => {
  for (const { name } of tools) expect(namespaceNames, name).toContain(name.split(".")[0]);
});

test("every tool is named by its namespace and its key", () => {
  const named = Object.entries(namespaces).flatMap(([namespace, record]) =>
    Object.keys(record).map((key) => `${namespace}.${key}`),
  );
  expect(tools.map(({ name }) => name)).toEqual(named);
  expect(new Set(named).size).toBe(named.length);
});

test("every namespace has a tool", () => {
  expect(Object.keys(namespaces)).toEqual([...namespaceNames]);
  for (const [name, record] of Object.entries(namespaces)) expect(Object.keys(record), name).not.toEqual([]);
});
