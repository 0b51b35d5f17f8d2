import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { resourceKinds } from "../../../lib/handles.ts";
import { namespaceNames } from "../../../lib/namespaces.ts";
import { resources } from "../../../lib/resources.ts";
import { tools } from "../../../lib/tools.ts";

const root = join(import.meta.dirname, "../../..");

test("cells know exactly the resources that workers open", () => {
  expect([...resourceKinds.values()]).toEqual(resources.map(({ kind }) => kind));
});

test("every tool takes and makes resources that are declared", () => {
  const named = tools.flatMap(({ overResources }) => [
    ...Object.values(overResources?.places ?? {}).map(({ resource }) => resource),
    ...(overResources?.makes ? [overResources.makes.resource] : []),
  ]);
  expect(new Set(named).size).toBeGreaterThan(0);
  expect(named.filter((name) => !resourceKinds.has(name))).toEqual([]);
});

test("what a resource itself is asked is named by a tool of the library", () => {
  const named = [...resourceKinds.values()].flatMap(({ tool }) => tool ?? []);
  expect(named.filter((name) => !tools.some((tool) => tool.name === name))).toEqual([]);
});

test("the types of a resource are exported by its module, and its namespaces exist", () => {
  for (const { typing } of resources) {
    if (!typing) continue;
    const text = readFileSync(join(root, typing.modules[0]!), "utf8");
    const names = [...typing.types, typing.handle, typing.made, typing.labels, ...Object.values(typing.namespaces)];
    for (const name of names) expect(text).toMatch(new RegExp(`export (interface|class|type) ${name}\\b`));
    for (const namespace of Object.keys(typing.namespaces)) expect(namespaceNames).toContain(namespace);
  }
});

/** Words of one domain. Arrow tables and tables of a database are none. */
const ofDomain = /wiod|exiobase|\bregions?\b|\bsectors?\b|input.?output|mrio|leontief|stressor|what.?if/i;

/** The lines of a source that speak of a domain. */
function spoken(text: string): string[] {
  return text.split("\n").filter((line) => ofDomain.test(line));
}

test.each(["kernel/services/compute", "kernel/stdlib"])("%s knows no domain", (folder) => {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  expect(files.length).toBeGreaterThan(5);
  const found = files.flatMap((name) =>
    spoken(readFileSync(join(root, folder, name), "utf8")).map((line) => `${name}: ${line}`),
  );
  expect(found).toEqual([]);
});

test("a source that knows a domain is found out", () => {
  const domain = join(root, "lib/mrio/resource");
  for (const name of ["shipped-table.ts", "handle.ts", "kinds.ts", "what-if-resource.ts"])
    expect(spoken(readFileSync(join(domain, name), "utf8")).length).toBeGreaterThan(0);
});
