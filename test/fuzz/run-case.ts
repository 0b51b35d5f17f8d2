import { Random } from "./random.ts";
import type { Ending, Target } from "./target.ts";

/** The input of a case: the same for the same target, seed and number. */
export function inputOf(target: Target, seed: number, index: number): unknown {
  return target.generate(new Random(seed, target.name, index));
}

/** Resolves with what came of a case; rejects where the contract is broken. */
export function runCase(target: Target, seed: number, index: number): Promise<Ending> {
  return target.run(inputOf(target, seed, index));
}
