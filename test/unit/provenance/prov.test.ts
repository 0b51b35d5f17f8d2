import { expect, it } from "vitest";
import { provOf } from "../../../kernel/provenance/prov.ts";
import type { TrailPart } from "../../../kernel/provenance/trail.ts";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";

const dataset = {
  name: "mrio_co2",
  title: "CO2 by sector",
  publisher: "A publisher",
  licence: "CC-BY-4.0",
  licence_url: "https://creativecommons.org/licenses/by/4.0/",
  citation: "A citation.",
  vintage: "2019",
  source: "A source",
  sha256: "00ff",
} as DatasetEntry;

const trail: TrailPart[] = [
  { id: 2, place: 2, source: "total", inputs: ["total"], outputs: [], steps: [], distance: 0 },
  {
    id: 1,
    place: 1,
    source: "const total = …",
    inputs: [],
    outputs: ["total"],
    steps: [
      {
        kind: "query",
        sql: "select 1 from mrio_co2 where year = ?",
        values: ["2011"],
        datasets: ["mrio_co2"],
        rows: 7,
      },
      {
        kind: "tool",
        tool: "consumption.accounts",
        input: "{}",
        datasets: ["mrio_co2"],
        rows: [{ dataset: "mrio_co2", where: "year = 2011", rows: 1476, of: 25092 }],
        factors: {
          file: "",
          uses: 1,
          rows: 1,
          factors: 1,
          first: [
            {
              row: 3,
              activity: "Coal",
              gas: "CO2",
              factor: 94600,
              unit: "kg/TJ",
              source: "V2",
              table: "1.4",
              page: "",
            },
          ],
        },
        facts: { method: "LU" },
      },
    ],
    distance: 1,
  },
];

const tool = {
  name: "consumption.accounts",
  title: { en: "Accounts", zh: "账户" },
  summary: { en: "", zh: "" },
  assumptions: [],
  references: ["Miller & Blair (2009)"],
};

it("writes a trail as PROV in JSON-LD whose every reference is defined in it", () => {
  const sources = {
    notebook: { name: "nb", title: "Notebook" },
    datasets: [dataset],
    tools: [tool],
    at: "2026-11-24T00:00:00Z",
    rowsOf: () => ({ rows: [{ dataset: "mrio_co2", where: "year=2011", rows: 1476, of: 25092 }], notes: ["A note."] }),
  };
  const prov = provOf(trail, sources) as { "@context": Record<string, string>; "@graph": Record<string, unknown>[] };
  const ids = prov["@graph"].map((node) => node["@id"] as string);
  expect(new Set(ids).size).toBe(ids.length);
  const referred: string[] = [];
  const walk = (value: unknown, isNode: boolean) => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, each] of Object.entries(value)) {
      if (key === "@id" && !isNode) referred.push(each as string);
      walk(each, false);
    }
  };
  for (const node of prov["@graph"]) walk(node, true);
  expect(referred.length).toBeGreaterThan(5);
  for (const id of referred) expect(ids).toContain(id);
  const types = JSON.stringify(prov["@graph"].map((node) => node["@type"]));
  for (const type of ["prov:Activity", "prov:Entity", "prov:Plan", "prov:Organization", "prov:SoftwareAgent"])
    expect(types).toContain(type);
  const node = (id: string) => prov["@graph"].find((each) => each["@id"] === `yuheng:cell-1:${id}`);
  expect(node("call-1")).toMatchObject({ "yuheng:values": ["2011"], "yuheng:notes": ["A note."] });
  expect(node("call-1:rows-1")).toMatchObject({
    "prov:wasDerivedFrom": { "@id": "yuheng:dataset-mrio_co2" },
    "yuheng:where": "year=2011",
    "yuheng:rows": 1476,
  });
  expect(node("call-1:result")).toMatchObject({ "yuheng:rows": 7 });
  expect(node("call-2")!["prov:used"]).toContainEqual({ "@id": "yuheng:cell-1:call-2:rows-1" });
  expect(node("call-2:factor-1")).toMatchObject({
    "prov:value": 94600,
    "yuheng:table": "1.4",
    "yuheng:activity-row": 3,
  });
  expect(JSON.stringify(prov)).toContain("creativecommons.org/licenses/by/4.0");
});
