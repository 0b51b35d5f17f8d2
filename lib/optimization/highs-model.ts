import type { Highs, HighsCallbackMap, Model, ModelStatusCode } from "highs";
import { messageOf } from "../message/fault.ts";
import { messages } from "../message/message.ts";
import { OptimizationError } from "./optimization-error.ts";
import type { Programme } from "./programme.ts";

const texts = messages("optimization.model", {
  refused: {
    en: "The solver does not accept the coefficients: {reason}. Choose units in which no coefficient exceeds 1e15.",
    zh: "求解器不接受这些系数：{reason}。请换用单位，使系数不超过 1e15。",
  },
  infiniteCost: {
    en: "An objective coefficient is {value}, which the solver takes for infinite. Choose units in which it is below 1e20.",
    zh: "目标函数系数 {value} 会被求解器视为无穷大。请换用单位，使其小于 1e20。",
  },
});

/** One thread, a fixed seed and no time limit: the same programme gives the same answer. */
const deterministic = { output_flag: false, random_seed: 0 };
/** HiGHS's option `infinite_cost`. */
const INFINITE_COST = 1e20;
/** HiGHS stops at a gap of 1e-4 unless told otherwise, and drops coefficients below 1e-9, such as those in Mt per kg. */
const exact = { mip_rel_gap: 1e-9, mip_abs_gap: 0, small_matrix_value: 1e-12 };

/**
 * The programme as a model of HiGHS, which owns memory until `dispose`; without `integers` its relaxation. Throws OptimizationError
 * if HiGHS does not accept its numbers.
 */
export function highsModel(highs: Highs, programme: Programme, integers?: Programme["isInteger"]): Model {
  const { sense, rows, columns } = programme;
  const { minimize, maximize } = highs.constants.objectiveSense;
  const infinite = programme.costs.find((cost) => Math.abs(cost) >= INFINITE_COST);
  if (infinite !== undefined) throw new OptimizationError("objective", texts.infiniteCost({ value: infinite }));
  const model = highs.createModel();
  try {
    model.options.set({ ...deterministic, ...exact });
    model.passModel({
      numCols: columns,
      numRows: rows,
      sense: sense === "minimize" ? minimize : maximize,
      colCost: programme.costs,
      colLower: programme.columnLower,
      colUpper: programme.columnUpper,
      rowLower: programme.rowLower,
      rowUpper: programme.rowUpper,
      matrix: {
        format: "csr",
        numRows: rows,
        numCols: columns,
        starts: programme.rowStarts,
        indices: programme.columnIndices,
        values: programme.values,
      },
      ...(integers?.includes(1) && { integrality: Int32Array.from(integers) }),
    });
    return model;
  } catch (error) {
    model.dispose();
    throw new OptimizationError("constraints", texts.refused({ reason: messageOf(error) }));
  }
}

/** Runs a model; a failure inside the solver is a status like others. */
export function statusAfterRun(highs: Highs, model: Model, callbacks?: HighsCallbackMap): ModelStatusCode {
  try {
    return model.run(callbacks).modelStatus;
  } catch (error) {
    if (error instanceof highs.errors.HighsError) return highs.constants.modelStatus.solveError;
    throw error;
  }
}
