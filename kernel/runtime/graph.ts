import { type Message, messages } from "../../lib/message/message.ts";
import { type CellError, sentenceFields } from "./cell-error.ts";
import type { CellDefinition } from "./definition.ts";

const texts = messages("runtime", {
  cell: {
    en: "cell {place}",
    zh: "第 {place} 个单元格",
  },
  duplicate: {
    en: "`{name}` is also defined in {others:and}. A name belongs to one cell: rename it here or there.",
    zh: "`{name}` 在{others:and}中也有定义。一个名称只能属于一个单元格：请在此处或彼处改名。",
  },
  readsDuplicate: {
    en: "`{name}` is defined in {definers:and}, so that it has no single value. A name belongs to one cell: rename it in one of them.",
    zh: "{definers:and}都定义了 `{name}`，因此它没有唯一的值。一个名称只能属于一个单元格：请在其中一处改名。",
  },
  cycle: {
    en: "This cell reads {links:and}, which in turn depends on this cell (through {others:and}). Break the circle in one of them.",
    zh: "此单元格读取 {links:and}，而后者又依赖此单元格（经由{others:and}）。请在其中一处断开循环。",
  },
});

/** The static dataflow graph of a notebook: definitions, reads, and errors. */
export interface Graph {
  /** Cells that define a name, in document order. */
  readonly definers: ReadonlyMap<string, readonly number[]>;
  /** Cells that a cell reads, by name. */
  readonly reads: ReadonlyMap<number, ReadonlyMap<string, number>>;
  /** Cells that read a cell. */
  readonly readers: ReadonlyMap<number, ReadonlySet<number>>;
  /** Cells that cannot run: those that read a name which several cells define, and those of a cycle. */
  readonly errors: ReadonlyMap<number, CellError>;
  /** Cells that run, but define a name that others define, too. */
  readonly warnings: ReadonlyMap<number, readonly CellError[]>;
}

/** Names a cell in a sentence by its position in the document, from 1. */
export type Naming = (cell: number) => Message;

/** Builds the graph of cells given in document order; a paused cell cannot close a cycle. */
export function buildGraph(cells: readonly CellDefinition[], paused: ReadonlySet<number> = new Set()): Graph {
  const place = new Map(cells.map((cell, i) => [cell.id, i + 1]));
  const naming: Naming = (id) => texts.cell({ place: place.get(id)! });
  const definers = new Map<string, number[]>();
  for (const { id, outputs } of cells) {
    for (const name of outputs) {
      const list = definers.get(name);
      if (list) list.push(id);
      else definers.set(name, [id]);
    }
  }
  const reads = new Map<number, Map<string, number>>();
  const readers = new Map<number, Set<number>>(cells.map(({ id }) => [id, new Set()]));
  for (const { id, inputs } of cells) {
    const read = new Map<string, number>();
    for (const name of inputs) {
      for (const definer of definers.get(name) ?? []) {
        if (!read.has(name)) read.set(name, definer);
        readers.get(definer)!.add(id);
      }
    }
    reads.set(id, read);
  }
  const duplicates = new Map([...definers].filter(([, owners]) => owners.length > 1));
  const errors = new Map<number, CellError>();
  for (const error of findReadersOfDuplicates(cells, duplicates, definers, naming)) errors.set(...error);
  // A name without a single value closes no cycle.
  const single = new Map([...definers].filter(([name]) => !duplicates.has(name)));
  for (const error of findCycles(cells, single, paused, naming)) if (!errors.has(error[0])) errors.set(...error);
  return { definers, reads, readers, errors, warnings: findDuplicates(duplicates, definers, naming) };
}

/** Every cell downstream of the given ones, excluding them unless a path leads back. */
export function downstream(graph: Graph, cells: Iterable<number>): Set<number> {
  const found = new Set<number>();
  const open = [...cells];
  for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
    for (const reader of graph.readers.get(cell) ?? []) {
      if (!found.has(reader)) {
        found.add(reader);
        open.push(reader);
      }
    }
  }
  return found;
}

/** The remark on each cell that defines a name which others define, too. */
function findDuplicates(
  duplicates: ReadonlyMap<string, readonly number[]>,
  definers: ReadonlyMap<string, unknown>,
  naming: Naming,
): Map<number, CellError[]> {
  const found = new Map<number, CellError[]>();
  for (const [name, cells] of duplicates) {
    const to = freeName(name, definers);
    for (const cell of new Set(cells)) {
      const others = [...new Set(cells)].filter((other) => other !== cell).map(naming);
      const warning: CellError = {
        name: "duplicate",
        ...sentenceFields(texts.duplicate({ name, others })),
        mend: { kind: "rename", cell, from: name, to },
      };
      const list = found.get(cell);
      if (list) list.push(warning);
      else found.set(cell, [warning]);
    }
  }
  return found;
}

/** The error of each cell that reads a name which several cells define; the mend renames the last definition. */
function* findReadersOfDuplicates(
  cells: readonly CellDefinition[],
  duplicates: ReadonlyMap<string, readonly number[]>,
  definers: ReadonlyMap<string, unknown>,
  naming: Naming,
): Generator<[number, CellError]> {
  if (duplicates.size === 0) return;
  for (const { id, inputs, placeOf } of cells) {
    const name = inputs.find((input) => duplicates.has(input));
    if (name === undefined) continue;
    const owners = [...new Set(duplicates.get(name)!)];
    yield [
      id,
      {
        name: "duplicate",
        ...sentenceFields(texts.readsDuplicate({ name, definers: owners.map(naming) })),
        ...placeOf?.(name),
        mend: { kind: "rename", cell: owners.at(-1)!, from: name, to: freeName(name, definers) },
      },
    ];
  }
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  const stem = name.replace(/\d+$/, "") || name;
  let i = 2;
  while (taken.has(`${stem}${i}`)) ++i;
  return `${stem}${i}`;
}

/** Tarjan's strongly connected components, without recursion: a notebook may be a chain of thousands. */
function* findCycles(
  cells: readonly CellDefinition[],
  definers: ReadonlyMap<string, readonly number[]>,
  paused: ReadonlySet<number>,
  naming: Naming,
): Generator<[number, CellError]> {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  // A paused cell reads nothing: pausing one member breaks the cycle.
  const upstream = (id: number) =>
    paused.has(id) ? [] : byId.get(id)!.inputs.flatMap((name) => definers.get(name) ?? []);
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const onStack = new Set<number>();
  const stack: number[] = [];
  for (const { id: root } of cells) {
    if (index.has(root)) continue;
    const work: { id: number; next: number; edges: number[] }[] = [];
    const enter = (id: number) => {
      index.set(id, index.size);
      low.set(id, index.get(id)!);
      stack.push(id);
      onStack.add(id);
      work.push({ id, next: 0, edges: upstream(id) });
    };
    enter(root);
    while (work.length > 0) {
      const top = work[work.length - 1]!;
      const edge = top.edges[top.next++];
      if (edge !== undefined) {
        if (!index.has(edge)) enter(edge);
        else if (onStack.has(edge)) low.set(top.id, Math.min(low.get(top.id)!, index.get(edge)!));
        continue;
      }
      work.pop();
      const parent = work[work.length - 1];
      if (parent) low.set(parent.id, Math.min(low.get(parent.id)!, low.get(top.id)!));
      if (low.get(top.id) !== index.get(top.id)) continue;
      const component: number[] = [];
      let member: number;
      do {
        member = stack.pop()!;
        onStack.delete(member);
        component.push(member);
      } while (member !== top.id);
      if (component.length > 1) yield* describeCycle(component, byId, definers, naming);
    }
  }
}

function* describeCycle(
  component: readonly number[],
  byId: ReadonlyMap<number, CellDefinition>,
  definers: ReadonlyMap<string, readonly number[]>,
  naming: Naming,
): Generator<[number, CellError]> {
  const members = new Set(component);
  for (const id of component) {
    const links = byId
      .get(id)!
      .inputs.filter((name) => definers.get(name)?.some((definer) => definer !== id && members.has(definer)));
    const others = component.filter((other) => other !== id).map(naming);
    yield [
      id,
      {
        name: "cycle",
        ...sentenceFields(
          texts.cycle({
            links: links.map((name) => `\`${name}\``),
            others,
          }),
        ),
        mend: { kind: "pause", cell: id },
      },
    ];
  }
}
