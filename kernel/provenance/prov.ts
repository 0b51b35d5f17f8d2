import { writeMessage } from "../../lib/message/write.ts";
import type { Selection } from "../../lib/tool/selection.ts";
import type { DatasetEntry } from "../services/catalogue.ts";
import type { ToolDescription } from "../services/compute/tool-description.ts";
import { type FactorUse, type QueryStep, type Step, writeFact } from "../services/step.ts";
import type { QueryRows } from "./query-rows.ts";
import type { TrailPart } from "./trail.ts";

/** The data of the export besides the trail itself. */
export interface TrailSources {
  readonly notebook: { readonly name: string; readonly title: string };
  readonly datasets: readonly DatasetEntry[];
  readonly tools: readonly ToolDescription[];
  /** The time of the export, ISO 8601. */
  readonly at: string;
  /** The rows that a query read, if known. */
  rowsOf(step: QueryStep): QueryRows | undefined;
}

type Node = Record<string, unknown>;

/**
 * A trail as W3C PROV in JSON-LD (PROV-O, W3C Recommendation 30 April 2013): datasets and the values of cells are entities,
 * runs of cells and calls of tools are activities, publishers and this software are agents. Tools are plans with their
 * references; licences are `dcterms:license`.
 */
export function provOf(trail: readonly TrailPart[], { notebook, datasets, tools, at, rowsOf }: TrailSources): Node {
  const known = new Set(datasets.map(({ name }) => name));
  const definers = new Map(trail.flatMap((cell) => cell.outputs.map((name) => [name, cell.id] as const)));
  const publishers = [...new Set(datasets.map(({ publisher }) => publisher))];
  return {
    "@context": {
      prov: "http://www.w3.org/ns/prov#",
      dcterms: "http://purl.org/dc/terms/",
      rdfs: "http://www.w3.org/2000/01/rdf-schema#",
      yuheng: `urn:yuheng:${notebook.name}:`,
    },
    "@graph": [
      { "@id": "yuheng:software", "@type": "prov:SoftwareAgent", "rdfs:label": "Yuheng Notebook" },
      ...publishers.map((name) => ({ "@id": publisherId(name), "@type": "prov:Organization", "rdfs:label": name })),
      ...datasets.map(datasetNode),
      ...tools.map(planNode),
      ...trail.flatMap((cell) => cellNodes(cell, definers, known, rowsOf)),
      {
        "@id": "yuheng:trail",
        "@type": ["prov:Entity", "prov:Bundle"],
        "rdfs:label": notebook.title,
        "prov:generatedAtTime": at,
      },
    ],
  };
}

function datasetNode(entry: DatasetEntry): Node {
  return {
    "@id": datasetId(entry.name),
    "@type": "prov:Entity",
    "rdfs:label": entry.title,
    "dcterms:license": entry.licence_url ?? entry.licence,
    "dcterms:bibliographicCitation": entry.citation,
    "dcterms:issued": entry.vintage,
    "dcterms:source": entry.source,
    "dcterms:identifier": `sha256:${entry.sha256}`,
    "prov:wasAttributedTo": { "@id": publisherId(entry.publisher) },
  };
}

function planNode({ name, title, references }: ToolDescription): Node {
  return {
    "@id": toolId(name),
    "@type": ["prov:Entity", "prov:Plan"],
    "rdfs:label": title.en,
    "dcterms:references": references,
  };
}

/** The run of a cell, its result, and the calls it made. */
function cellNodes(
  cell: TrailPart,
  definers: ReadonlyMap<string, number>,
  known: ReadonlySet<string>,
  rowsOf: TrailSources["rowsOf"],
): Node[] {
  const read = [...new Set(cell.inputs.flatMap((name) => definers.get(name) ?? []))].map((id) => ({
    "@id": valueId(id),
  }));
  const calls = cell.steps.map((step, i) => callNodes(step, `yuheng:cell-${cell.id}:call-${i + 1}`, known, rowsOf));
  return [
    {
      "@id": runId(cell.id),
      "@type": "prov:Activity",
      "rdfs:label": `Cell ${cell.place}`,
      "prov:value": cell.source,
      "prov:used": [...read, ...calls.map(([call]) => ({ "@id": `${call!["@id"]}:result` }))],
      "prov:wasAssociatedWith": { "@id": "yuheng:software" },
    },
    {
      "@id": valueId(cell.id),
      "@type": "prov:Entity",
      "rdfs:label": cell.outputs.join(", ") || `Output of cell ${cell.place}`,
      "prov:wasGeneratedBy": { "@id": runId(cell.id) },
      "prov:wasDerivedFrom": read,
    },
    ...calls.flat(),
    ...calls.map(([call], i) => resultNode(call!, cell.steps[i]!)),
  ];
}

function resultNode(call: Node, step: Step): Node {
  return {
    "@id": `${call["@id"]}:result`,
    "@type": "prov:Entity",
    "prov:wasGeneratedBy": { "@id": call["@id"] },
    ...(step.kind === "query" ? { "yuheng:rows": step.rows } : {}),
  };
}

/** A call, and the rows and factors that it used. */
function callNodes(
  step: Step,
  id: string,
  known: ReadonlySet<string>,
  rowsOf: TrailSources["rowsOf"],
): [Node, ...Node[]] {
  const read = step.kind === "query" ? rowsOf(step) : undefined;
  const selections = step.kind === "tool" ? step.rows : (read?.rows ?? []);
  const factors = step.kind === "tool" ? (step.factors?.first ?? []) : [];
  const used = [
    ...selections
      .filter(({ dataset }) => known.has(dataset))
      .map((selection, i) => rowsNode(selection, `${id}:rows-${i + 1}`)),
    ...factors.map((use, i) => factorNode(use, `${id}:factor-${i + 1}`)),
  ];
  const call = callNode(step, id, known);
  const ids = used.map((node) => ({ "@id": node["@id"] }));
  const notes = read && read.notes.length > 0 ? { "yuheng:notes": read.notes.map((note) => writeMessage(note)) } : {};
  const before = (call["prov:used"] as Node[] | undefined) ?? [];
  return [{ ...call, ...notes, ...(ids.length > 0 ? { "prov:used": [...before, ...ids] } : {}) }, ...used];
}

/** The rows of a dataset that fulfil a condition. */
function rowsNode({ dataset, where, rows, of }: Selection, id: string): Node {
  return {
    "@id": id,
    "@type": "prov:Entity",
    "rdfs:label": `${rows} of ${of} rows of ${dataset}`,
    "prov:wasDerivedFrom": { "@id": datasetId(dataset) },
    "yuheng:where": where,
    "yuheng:rows": rows,
    "yuheng:of": of,
  };
}

/** A factor, with its source, and the row of activity data that it was multiplied by. */
function factorNode({ row, activity, gas, factor, unit, source, table, page }: FactorUse, id: string): Node {
  return {
    "@id": id,
    "@type": "prov:Entity",
    "rdfs:label": [activity, gas].filter(Boolean).join(", "),
    "prov:value": factor,
    "dcterms:source": source,
    "yuheng:unit": unit,
    "yuheng:table": table,
    "yuheng:page": page,
    "yuheng:activity-row": row,
  };
}

function callNode(step: Step, id: string, known: ReadonlySet<string>): Node {
  const used = (names: readonly string[]) =>
    names.filter((name) => known.has(name)).map((name) => ({ "@id": datasetId(name) }));
  const node = { "@id": id, "@type": "prov:Activity" };
  switch (step.kind) {
    case "dataset":
      return { ...node, "rdfs:label": `Reading ${step.dataset}`, "prov:used": used([step.dataset]) };
    case "query":
      return {
        ...node,
        "rdfs:label": "SQL query",
        "prov:value": step.sql,
        "yuheng:values": step.values ?? [],
        "prov:used": used(step.datasets),
      };
    case "notebook":
      return { ...node, "rdfs:label": `Reading the notebook ${step.notebook}` };
    case "file":
      return { ...node, "rdfs:label": `Reading the file ${step.file}`, "yuheng:sha256": step.sha256 };
    case "tool":
      return {
        ...node,
        "rdfs:label": step.tool,
        "prov:value": step.input,
        "prov:used": used(step.datasets),
        "prov:qualifiedAssociation": {
          "@type": "prov:Association",
          "prov:agent": { "@id": "yuheng:software" },
          "prov:hadPlan": { "@id": toolId(step.tool) },
        },
        ...Object.fromEntries(
          Object.entries(step.facts).map(([name, fact]) => [`yuheng:fact-${name}`, writeFact(fact)]),
        ),
      };
  }
}

const datasetId = (name: string) => `yuheng:dataset-${name}`;
const toolId = (name: string) => `yuheng:tool-${name}`;
const runId = (cell: number) => `yuheng:cell-${cell}:run`;
const valueId = (cell: number) => `yuheng:cell-${cell}:value`;
const publisherId = (name: string) => `yuheng:publisher-${encodeURIComponent(name)}`;
