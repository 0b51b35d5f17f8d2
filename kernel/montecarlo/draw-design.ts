import { createSampler, type Sampler } from "../../lib/uncertainty/sampling/sampler.ts";
import { type DrawSampler, drawsOf } from "../random/draw-sampler.ts";
import { type Variable, variablesOf } from "./draw.ts";
import type { Rows } from "./draw-engine.ts";
import type { Sample } from "./sample.ts";

/**
 * Percentiles from a space-filling design instead of independent random numbers, one column per variable of the samples. All
 * draws of a design must be made. A sample that only some draws encounter has independent percentiles.
 */
export class DrawDesign {
  readonly draws: number;
  readonly #sampler: Sampler | null;

  /** Throws UncertaintyError if the design does not support that many variables. */
  constructor(name: Exclude<DrawSampler, "random">, samples: readonly Sample[], seed: number, wanted: number) {
    this.draws = drawsOf(name, wanted);
    const variables = variablesOfAll(samples).map(({ key }) => key);
    this.#sampler = variables.length === 0 ? null : createSampler(name, { variables, seed, draws: this.draws });
  }

  /** Adds the percentiles to rows. */
  fill(rows: Rows): Rows {
    const sampler = this.#sampler;
    if (!sampler) return rows;
    const columns = Object.fromEntries(
      sampler.variables.map((key, dimension) => {
        const column = new Float64Array(rows.count);
        sampler.fill(dimension, rows.first, column);
        return [key, column] as const;
      }),
    );
    return { ...rows, columns };
  }
}

/** The distinct variables of samples. */
export function variablesOfAll(samples: readonly Sample[]): Variable[] {
  return [...new Map(samples.flatMap(variablesOf).map((each) => [each.key, each])).values()];
}
