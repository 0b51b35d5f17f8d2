import { Float64, Int32, Table, tableToIPC, vectorFromArray } from "apache-arrow";
import { z } from "zod";
import { messages } from "../../../lib/message/message.ts";
import { type DenseMatrix, dense, transposeDense } from "../../../lib/numeric/matrix.ts";
import { defineResource } from "../../../lib/tool/resource.ts";
import type { ResourceClient } from "../../../lib/tool/resource-handle.ts";
import { ResourceHandle } from "../../../lib/tool/resource-handle.ts";
import type { MadeBy, ResourceKind } from "../../../lib/tool/resource-kind.ts";
import { defineTool } from "../../../lib/tool/tool.ts";

// A domain that the kernel has never heard of: grids of numbers, opened from a dataset, transposed by a tool, read row by row.

const texts = messages("grid", {
  opening: { en: "opening the grid", zh: "打开格网" },
  title: { en: "grid", zh: "格网" },
});

export interface GridRequest {
  readonly layer: number;
  readonly made?: MadeBy | undefined;
  /** Every cell is multiplied by this, over the grid as it is kept. */
  readonly times?: number | undefined;
}

/** What happened to grids, in order. */
export const events: string[] = [];

export class GridHandle extends ResourceHandle<GridRequest> {
  constructor(request: GridRequest, labels = {}) {
    super("grid", request, labels);
  }

  times(factor: number): GridHandle {
    return new GridHandle({ ...this.request, times: factor });
  }
}

export const gridKind: ResourceKind<GridRequest> = {
  name: "grid",
  title: texts.title(),
  tool: "grids.sum",
  datasets: ({ layer }) => ["grid_cells", `grid_names_${layer}`],
  made: {
    by: ({ made }) => made,
    request: (made) => ({ layer: (Object.values(made.of)[0]!.request as GridRequest).layer, made }),
  },
  handle: (request, labels) => new GridHandle(request, labels),
};

const reference = z.object({ name: z.literal("grid"), request: z.unknown() });

export const grid = defineResource<GridRequest, DenseMatrix>({
  kind: gridKind,
  request: z.object({
    layer: z.int().min(0),
    made: z
      .object({ tool: z.string(), of: z.record(z.string(), reference), options: z.record(z.string(), z.unknown()) })
      .optional(),
    times: z.number().optional(),
  }),
  opening: texts.opening(),
  async open({ layer }, { read }) {
    events.push(`open ${layer}`);
    const cells = await read("grid_cells", { layer });
    const layers = cells.numbers("layer");
    const value = cells.numbers("value");
    const own = Array.from({ length: cells.rows }, (_, i) => i).filter((i) => layers[i] === layer);
    return dense(
      2,
      own.length / 2,
      Float64Array.from(own, (i) => value[i]!),
    );
  },
  made: (made) => made as DenseMatrix,
  labels: ({ rows, columns }) => ({ rows, columns }),
  size: ({ data }) => data.byteLength,
  release: ({ columns }) => void events.push(`rest 2 × ${columns}`),
  overlay: {
    base: ({ times: _, ...request }) => request,
    apply: (base, { times }) =>
      times === undefined
        ? base
        : dense(
            base.rows,
            base.columns,
            base.data.map((each) => each * times),
          ),
  },
  staticCall: {
    function: "grids.grid",
    requests: (written) => {
      const layer = written.get("layer");
      return typeof layer === "number" ? [{ layer }] : [{ layer: 0 }, { layer: 1 }];
    },
  },
  views: {
    row: {
      input: z.object({ at: z.int().min(0) }),
      answer: ({ data, columns }: DenseMatrix, { at }: { at: number }) =>
        Array.from(data.slice(at * columns, (at + 1) * columns)),
    },
  },
});

const place = { grid: { resource: "grid", form: "spread" } } as const;
const cells = z.object({ cells: z.array(z.array(z.number())) });

export const sum = defineTool({
  name: "grids.sum",
  title: { en: "Sum of a grid", zh: "格网总和" },
  summary: { en: "Adds all cells.", zh: "所有格点之和。" },
  input: cells,
  output: z.object({ total: z.number() }),
  assumptions: [],
  references: [],
  run: (input) => ({ total: input.cells.flat().reduce((all, each) => all + each, 0) }),
  overResources: {
    places: place,
    options: z.object({}),
    run: async ({ grid }) => ({ total: (grid as DenseMatrix).data.reduce((all, each) => all + each, 0) }),
  },
});

export const transposed = defineTool({
  name: "grids.transposed",
  title: { en: "Transposed grid", zh: "转置格网" },
  summary: { en: "Rows become columns.", zh: "行列互换。" },
  input: cells,
  output: cells,
  assumptions: [],
  references: [],
  run: (input) => ({ cells: input.cells[0]!.map((_, j) => input.cells.map((row) => row[j]!)) }),
  overResources: {
    places: place,
    options: z.object({}),
    run: async () => ({}),
    makes: {
      resource: "grid",
      async run({ grid }) {
        events.push("transpose");
        return { made: transposeDense(grid as DenseMatrix), rest: {} };
      },
    },
  },
});

/** What the namespace has besides its tools. */
export function gridFunctions(client: ResourceClient) {
  return {
    grid: ({ layer = 0 } = {}) => new GridHandle({ layer }),
    row: ({ reference }: GridHandle, at: number) => client.view(reference, "row", { at }),
    shape: ({ reference }: GridHandle) => client.open(reference),
  };
}

/** Layers of 2 × 2, 2 × 3, 2 × 4 … cells that count from 1. */
export function gridCells(layers: number): Uint8Array {
  const cells = Array.from({ length: layers }, (_, layer) =>
    Array.from({ length: 2 * (layer + 2) }, (_, i) => ({ layer, value: i + 1 })),
  ).flat();
  const columns = {
    layer: vectorFromArray(
      cells.map(({ layer }) => layer),
      new Int32(),
    ),
    value: vectorFromArray(
      cells.map(({ value }) => value),
      new Float64(),
    ),
  };
  return tableToIPC(new Table(columns), "file");
}
