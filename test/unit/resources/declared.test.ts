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
const ofDomain =
  /wiod|exiobase|\bregions?\b|\bsectors?\b|input.output|mrio|leontief|stressor|\bwhat.if|\brice\b|\bcement\b|\bcbam\b|\bcattle\b|\blivestock\b|\bsteel\b|lulucf/i;

/** Where such words stand in the kernel, and why. */
const spokenElsewhere: readonly { readonly path: RegExp; readonly because: string }[] = [
  { path: /^services\/import\//, because: "the import service names the formats of lib/exchange that it reads" },
  {
    path: /^services\/catalogue-phrases\.ts$/,
    because: "texts of the catalogue that have no place in its entries yet",
  },
  { path: /^services\/(?:catalogue|vocabulary)\.ts$/, because: "fields of the catalogue's entries" },
  { path: /^output\/figure\/figure-column\.ts$/, because: "regions of a map" },
  { path: /^dialogue\/model\/(?:ask-model|model-draft)\.ts$/, because: "slots of a question that a model may fill" },
  { path: /^(?:cell\/names\/help|charts\/chart-options)\.ts$/, because: "examples, which cells understand" },
];

/** The lines of a source that speak of a domain. */
function spoken(text: string): string[] {
  return text.split("\n").filter((line) => ofDomain.test(line));
}

test("the kernel knows no domain", () => {
  const files = readdirSync(join(root, "kernel"), { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".ts"));
  expect(files.length).toBeGreaterThan(400);
  const speaking = files.filter((name) => spoken(readFileSync(join(root, "kernel", name), "utf8")).length > 0);
  expect(speaking.filter((name) => !spokenElsewhere.some(({ path }) => path.test(name)))).toEqual([]);
  // An exception that nothing needs any more goes.
  expect(spokenElsewhere.filter(({ path }) => !speaking.some((name) => path.test(name)))).toEqual([]);
});

test("a source that knows a domain is found out", () => {
  const domain = join(root, "lib/mrio/resource");
  for (const name of ["shipped-table.ts", "handle.ts", "kinds.ts", "what-if-resource.ts"])
    expect(spoken(readFileSync(join(domain, name), "utf8")).length).toBeGreaterThan(0);
});
