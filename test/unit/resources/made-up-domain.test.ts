import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { neededDatasets } from "../../../cli/build/needed-datasets.ts";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import { Jobs } from "../../../kernel/services/compute/jobs.ts";
import { libraryOf } from "../../../kernel/services/compute/library.ts";
import { ResourceCache } from "../../../kernel/services/compute/resource-cache.ts";
import { toolsOf } from "../../../kernel/services/namespace.ts";
import { toolStep } from "../../../kernel/services/record.ts";
import { equalData } from "../../../kernel/values/equal.ts";
import { plainValue } from "../../../kernel/values/plain.ts";
import { uninterrupted } from "../../../lib/numeric/work.ts";
import { datasetsOf, kindsByName } from "../../../lib/tool/resource-kind.ts";
import type { Selection } from "../../../lib/tool/selection.ts";
import { events, GridHandle, grid, gridCells, gridFunctions, gridKind, sum, transposed } from "./grid.ts";

const kinds = kindsByName([gridKind]);
const tools = new Map([sum, transposed].map((tool) => [tool.name, tool]));
const library = libraryOf({ findTool: (name) => tools.get(name) as never, suggestTools: () => [] }, [grid]);

interface Grids {
  grid(options: { layer: number }): GridHandle;
  row(grid: GridHandle, at: number): Promise<number[]>;
  shape(grid: GridHandle): Promise<{ rows: number; columns: number }>;
  sum(grid: GridHandle | object): Promise<{ total: number; columns: number }>;
  transposed(grid: GridHandle): Promise<GridHandle & { rows: number; columns: number }>;
}

/** The namespace as a cell finds it, over a cache that keeps so many bytes. */
function open(most?: number) {
  const jobs = new Jobs(library, new ResourceCache(library, most));
  const read: Selection[] = [];
  const load = async () => gridCells(4);
  const compute = (_: unknown, operation: string, input: unknown) =>
    // What travels is cloned.
    jobs.run(operation, structuredClone(input), { work: uninterrupted, load, reads: (part) => read.push(part) });
  const grids = toolsOf("grids", { compute } as never, {} as never, kinds, gridFunctions) as Grids;
  return { grids, read, jobs, load };
}

beforeEach(() => {
  events.length = 0;
});

describe("A resource of a domain that the kernel does not know", () => {
  test("is opened once for all tools on it, and its labels belong to their results", async () => {
    const { grids, read } = open();
    const world = grids.grid({ layer: 1 });
    expect(await grids.sum(world)).toEqual({ rows: 2, columns: 3, total: 21 });
    expect(await grids.sum(world)).toMatchObject({ total: 21 });
    expect(await grids.sum({ cells: [[1, 2]] })).toEqual({ total: 3 });
    expect(events).toEqual(["open 1"]);
    expect(read[0]).toEqual({ dataset: "grid_cells", where: "layer = 1", rows: 6, of: 28 });
    expect(read).toHaveLength(2);
  });

  test("answers its views without a tool", async () => {
    const { grids } = open();
    expect(await grids.row(grids.grid({ layer: 0 }), 1)).toEqual([3, 4]);
    expect(await grids.shape(grids.grid({ layer: 0 }))).toEqual({ rows: 2, columns: 2 });
    expect(events).toEqual(["open 0"]);
  });

  test("is made by a tool, comes back as a handle, and rests on what the tool took", async () => {
    const { grids, read } = open();
    const made = await grids.transposed(grids.grid({ layer: 1 }));
    expect(made).toBeInstanceOf(GridHandle);
    expect([made.rows, made.columns]).toEqual([3, 2]);
    expect(await grids.row(made, 0)).toEqual([1, 4]);
    expect(events.filter((event) => event === "transpose")).toHaveLength(1);
    expect(datasetsOf(made.reference, kinds)).toEqual(["grid_cells", "grid_names_1"]);
    expect(new Set(read.map(({ where }) => where))).toEqual(new Set(["layer = 1"]));
  });

  test("is given up when there is no room, the one asked for longest ago first, and opened or made again", async () => {
    // Room for two of layers 0 to 2, of 32, 48 and 64 bytes.
    const { grids } = open(112);
    const made = await grids.transposed(grids.grid({ layer: 1 }));
    await grids.sum(grids.grid({ layer: 2 }));
    events.length = 0;
    const opened = () => events.filter((event) => !event.startsWith("rest"));
    expect(await grids.sum(made)).toMatchObject({ total: 21 });
    expect(opened()).toEqual([]);
    await grids.sum(grids.grid({ layer: 0 }));
    await grids.sum(grids.grid({ layer: 2 }));
    events.length = 0;
    expect(await grids.sum(made)).toMatchObject({ total: 21 });
    expect(opened()).toEqual(["open 1", "transpose"]);
  });

  test("is kept alone where it is larger than the room", async () => {
    const { grids } = open(1);
    await grids.sum(grids.grid({ layer: 2 }));
    await grids.sum(grids.grid({ layer: 2 }));
    expect(events).toEqual(["open 2"]);
  });

  test("rests while another is used", async () => {
    const { grids } = open();
    await grids.sum(grids.grid({ layer: 0 }));
    await grids.sum(grids.grid({ layer: 1 }));
    expect(events).toEqual(["open 0", "open 1", "rest 2 × 2"]);
  });

  test("is opened once for all changes that are laid over it", async () => {
    const { grids } = open();
    const world = grids.grid({ layer: 0 });
    const totals = [2, 3, 4].map(async (factor) => (await grids.sum(world.times(factor))).total);
    expect(await Promise.all(totals)).toEqual([20, 30, 40]);
    expect(await grids.sum(world)).toMatchObject({ total: 10 });
    expect(events).toEqual(["open 0"]);
  });

  test("is the same data by its request, and written as its reference", () => {
    expect(equalData(new GridHandle({ layer: 1 }), new GridHandle({ layer: 1 }))).toBe(true);
    expect(equalData(new GridHandle({ layer: 1 }), new GridHandle({ layer: 2 }))).toBe(false);
    vi.stubGlobal("Node", class {});
    onTestFinished(() => void vi.unstubAllGlobals());
    expect(plainValue({ world: new GridHandle({ layer: 1 }) })).toEqual({ world: { $grid: { layer: 1 } } });
  });

  test("stands in the trail with its datasets, and what it is asked itself as the tool that it names", () => {
    const of = { grid: { name: "grid", request: { layer: 1 } } };
    const made = { $grid: { layer: 1, made: { tool: "grids.transposed", of, options: {} } } };
    const step = toolStep("$grid.row", { ...made, at: 0 }, { facts: {} }, [], kinds);
    expect(step).toMatchObject({ tool: "grids.sum", datasets: ["grid_cells", "grid_names_1"] });
  });

  test("brings the datasets of a call in the text of a cell to a built page, of all that it may open", () => {
    const catalogue = ["grid_cells", "grid_names_0", "grid_names_1"].map((name) => ({ name })) as DatasetEntry[];
    const needed = (source: string) => [...neededDatasets([{ kind: "js", source }], [], catalogue, [grid]).names];
    expect(needed("grids.sum(grids . grid({layer: 1}))")).toEqual(["grid_cells", "grid_names_1"]);
    expect(needed("grids.grid({layer})")).toEqual(["grid_cells", "grid_names_0", "grid_names_1"]);
    expect(needed("grids.sum(world)")).toEqual([]);
  });

  test("refuses a request that is none, with the field", async () => {
    const { jobs, load } = open();
    const context = { work: uninterrupted, load, reads() {} };
    await expect(jobs.run("grids.sum", { $grid: { layer: "top" } }, context)).rejects.toMatchObject({
      name: "ToolInputError",
      message: 'grids.sum: $grid.layer is the text "top"; expected a number.',
    });
    await expect(jobs.run("grids.sum", { $grid: { layer: -1 } }, context)).rejects.toThrow("expected a number ≥ 0");
    await expect(jobs.run("$grid.row", { $grid: { layer: 0 }, at: -1 }, context)).rejects.toThrow("at is -1; expected");
    await expect(jobs.run("$grid.column", { $grid: { layer: 0 } }, context)).rejects.toThrow("`$grid.column`");
    await expect(jobs.run("$lake", {}, context)).rejects.toThrow("`$lake`");
  });
});
