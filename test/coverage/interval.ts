import type { CoverageTest } from "../../lib/uncertainty/coverage/coverage-test.ts";

/** An interval that ships: where it is shown, what its law claims, and what it was held against. */
export interface ShippedInterval {
  readonly name: string;
  /** Names of tools, datasets and notebooks. */
  readonly shownBy: readonly string[];
  /** What its law claims: a probability, or a range without one. */
  readonly nominal: "95 %" | "range";
  readonly tests: readonly CoverageTest[];
}

/** Counts the published values that lie inside. */
export class Count {
  inside = 0;
  of = 0;

  add(value: number, lo: number, hi: number): void {
    this.of++;
    if (value >= lo && value <= hi) this.inside++;
  }

  against(against: CoverageTest["against"]): CoverageTest {
    return { against, inside: this.inside, of: this.of };
  }
}
