import type { Message } from "../../message/message.ts";
import { counterparts } from "./coverage-test.ts";
import { testedCoverage } from "./tested-coverage.ts";

/** The intervals that ship and were held against published figures, by name. */
export type IntervalName = keyof typeof testedCoverage;

/** An interval with 95 % in its name holds at least this share of the published figures it was held against. */
export const LEAST_SHARE = 0.85;

/** The test of an interval that fewest figures passed. */
export interface Coverage {
  readonly share: number;
  readonly inside: number;
  readonly of: number;
  readonly against: Message;
}

/** The worst test of the named intervals; null without one. What is made of several is no better than the worst of them. */
export function coverageOf(names: readonly IntervalName[]): Coverage | null {
  let worst: Coverage | null = null;
  for (const name of names)
    for (const { against, inside, of } of testedCoverage[name]) {
      const share = inside / of;
      if (worst === null || share < worst.share) worst = { share, inside, of, against: counterparts[against]() };
    }
  return worst;
}

/** Whether what is made of the named intervals may be called an interval of 95 %; without a test nothing speaks against it. */
export function mayBeCalled95(names: readonly IntervalName[]): boolean {
  return (coverageOf(names)?.share ?? 1) >= LEAST_SHARE;
}
