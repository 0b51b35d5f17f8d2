import { z } from "zod";
import { messages } from "../../message/message.ts";
import { toDense } from "../../numeric/csr.ts";
import { dense, identity, maxNorm, toRows, transposeDense } from "../../numeric/matrix.ts";
import { addProduct } from "../../numeric/multiply.ts";
import { matrix, matrixOf, vector } from "../../tool/matrix.ts";
import { notesOut, residualOut } from "../../tool/outcome.ts";
import { numberColumn } from "../../tool/table.ts";
import { defineTool } from "../../tool/tool.ts";
import { calcA, calcL, calcM, calcOutputMultipliers, calcS } from "../coefficients.ts";
import { requireProductive, rowName } from "../productive.ts";
import type { CachedTable } from "../resource/cached-table.ts";
import { sectorAxes, sectorColumns, type TableLabels } from "../results/table-rows.ts";
import { intensity } from "../results/table-units.ts";
import { notesOnSeries } from "../series-notes.ts";
import { TableError } from "../table.ts";

const texts = messages("mrio", {
  zeroRows: {
    en: "Output is zero in {rows}; coefficients there are zero (1/x → 0).",
    zh: "{rows} 的总产出为零；相应的系数为零（1/x → 0）。",
  },
  zeroRowsOfTable: {
    en: "Output is zero in {count} rows; coefficients there are zero (1/x → 0).",
    zh: "有 {count} 行的总产出为零；相应的系数为零（1/x → 0）。",
  },
  notSquare: {
    en: "Z is {rows} × {columns}, but it must be square.",
    zh: "Z 为 {rows} × {columns}，必须是方阵。",
  },
  outputEntries: {
    en: "x has {count} entries, but Z has {rows} rows.",
    zh: "x 有 {count} 个数，而 Z 有 {rows} 行。",
  },
  emissionColumns: {
    en: "F has {columns} columns, but Z has {rows} rows.",
    zh: "F 有 {columns} 列，而 Z 有 {rows} 行。",
  },
});

/** On an opened table: A and L are n × n and rarely needed, so they are returned on request. */
const tableOptions = z.object({ inverse: z.boolean().optional().describe("Also give A and L.") });

export const consumptionMultipliers = defineTool({
  name: "consumption.multipliers",
  title: { en: "Coefficients and multipliers", zh: "直接消耗系数、列昂惕夫逆与乘数" },
  summary: {
    en: "Input coefficients A, Leontief inverse L, output multipliers and, with a satellite account, emission multipliers M.",
    zh: "直接消耗系数 A、列昂惕夫逆矩阵 L、产出乘数；给出卫星账户时另算排放乘数 M。",
  },
  input: z.object({
    Z: z.array(z.array(z.number())).describe("Intermediate deliveries, n × n; rows sell to columns."),
    x: z.array(z.number()).describe("Gross output, n."),
    F: z.array(z.array(z.number())).describe("Emissions of production, K × n.").optional(),
  }),
  output: z.object({
    A: matrix("Input coefficients, n × n.", "1"),
    L: matrix("Leontief inverse, n × n.", "1"),
    outputMultipliers: vector("Column sums of L, n.", "1"),
    M: z.array(z.array(z.number())).describe("Emission multipliers, K × n.").optional(),
    residual: residualOut.describe("Largest absolute entry of (I − A) L − I."),
    notes: notesOut,
  }),
  tablesOut: {
    bySector: {
      description: { en: "Multipliers, sector by sector of a table's regions.", zh: "投入产出表各区域各部门的乘数。" },
      columns: {
        ...sectorColumns,
        output: numberColumn({ en: "Output multiplier.", zh: "产出乘数。" }),
        emissions: numberColumn({ en: "Emission multiplier.", zh: "排放乘数。" }, intensity),
      },
      values: ({ outputMultipliers, M }: MultiplierFields, labels: Partial<TableLabels>) => ({
        ...(isLabelled(labels) ? sectorAxes(labels) : {}),
        output: (M ?? [[]]).map(() => outputMultipliers),
        emissions: M,
      }),
    },
  },
  formula: "A = Z x̂⁻¹, L = (I − A)⁻¹, output multipliers 1ᵀ L, S = F x̂⁻¹, M = S L.",
  assumptions: [
    "Coefficients are fixed: no economies of scale, no substitution.",
    "A sector with zero output has zero coefficients.",
    "Rounds of supply die away: a table whose A has a spectral radius of 1 or more is refused.",
  ],
  references: [
    "Miller & Blair (2009), Input–Output Analysis, 2nd ed., chapters 2 and 6.",
    "Stadler (2021), Pymrio, doi:10.5334/jors.251.",
    "Hawkins & Simon (1949), Econometrica 17: 245–248, doi:10.2307/1905526.",
  ],
  async run(input, work) {
    const Z = matrixOf("Z", input.Z);
    const n = Z.rows;
    if (Z.columns !== n) throw new TableError("Z", texts.notSquare({ rows: n, columns: Z.columns }));
    if (input.x.length !== n) throw new TableError("x", texts.outputEntries({ count: input.x.length, rows: n }));
    const x = Float64Array.from(input.x);
    const A = calcA(Z, x);
    const L = await calcL(A, work, (i) => `x[${i}]`);
    const rest = dense(
      n,
      n,
      identity(n).data.map((one, p) => one - L.data[p]!),
    );
    await addProduct(1, A, L, rest, work);
    const zero = input.x.flatMap((output, i) => (output === 0 ? [i] : []));
    const result = {
      A: toRows(A),
      L: toRows(L),
      outputMultipliers: Array.from(calcOutputMultipliers(L)),
      residual: maxNorm(rest.data),
      notes: zero.length > 0 ? [texts.zeroRows({ rows: zero.map((i) => `x[${i}]`) })] : [],
    };
    if (!input.F) return result;
    const F = matrixOf("F", input.F);
    if (F.columns !== n) throw new TableError("F", texts.emissionColumns({ columns: F.columns, rows: n }));
    return { ...result, M: toRows(await calcM(calcS(F, x), L, work)) };
  },
  overResources: {
    places: { table: { resource: "table", form: "spread" } },
    options: tableOptions,
    async run({ table: cached }: { readonly table: CachedTable }, options, work) {
      const { x, F } = cached.table;
      const system = await cached.system(work);
      await requireProductive(system, rowName(cached.table), work);
      const growing = await notesOnSeries(system, cached.table, work);
      const A = system.a;
      // A row of ones next to the intensities gives the column sums of L in the same transposed solve.
      const S = calcS(F, x);
      const rows = dense(S.rows + 1, S.columns, Float64Array.from([...S.data, ...new Float64Array(S.columns).fill(1)]));
      const solved = await system.solveTransposed(transposeDense(rows), work);
      const all = toRows(transposeDense(solved.x));
      const zero = Array.from(x.keys()).filter((i) => x[i] === 0);
      const result = {
        outputMultipliers: all[S.rows]!,
        M: all.slice(0, S.rows),
        residual: solved.residual,
        notes: [
          ...(zero.length > 0 ? [texts.zeroRowsOfTable({ count: zero.length })] : []),
          ...growing.map(({ sentence }) => sentence),
        ],
      };
      if (!tableOptions.parse(options).inverse) return result;
      return { ...result, A: toRows(toDense(A)), L: toRows(await calcL(A, work, rowName(cached.table))) };
    },
  },
});

interface MultiplierFields {
  readonly outputMultipliers: number[];
  readonly M?: number[][];
}

/** Plain matrices have no regions and sectors. */
function isLabelled(labels: Partial<TableLabels>): labels is TableLabels {
  return labels.regions !== undefined;
}
