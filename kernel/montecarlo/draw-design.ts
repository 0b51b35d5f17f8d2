import { createSampler, type Sampler } from "../../lib/uncertainty/sampling/sampler.ts";
import { type Variable, variablesOf } from "./draw.ts";
import type { Rows } from "./draw-engine.ts";
import { type DrawSampler, drawsOf } from "./draw-sampler.ts";
import type { Sample } from "./sample.ts";

/**
 * Percentiles of draws that are spread evenly rather than by chance alone, one column a variable of the samples. A design is
 * whole or it is none: its draws are all made. A sample that only some draws come across has independent ones.
 */
export class DrawDesign {
  readonly draws: number;
  readonly #sampler: Sampler | null;

  /** Throws UncertaintyError where the design cannot have so many variables. */
  constructor(name: Exclude<DrawSampler, "random">, samples: readonly Sample[], seed: number, wanted: number) {
    this.draws = drawsOf(name, wanted);
    const variables = variablesOfAll(samples).map(({ key }) => key);
    this.#sampler = variables.length === 0 ? null : createSampler(name, { variables, seed, draws: this.draws });
  }

  /** The rows with their percentiles. */
  filled(rows: Rows): Rows {
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

/** The variables that samples are made of, each once. */
export function variablesOfAll(samples: readonly Sample[]): Variable[] {
  return [...new Map(samples.flatMap(variablesOf).map((each) => [each.key, each])).values()];
}
