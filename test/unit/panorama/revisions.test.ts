import { describe, expect, test } from "vitest";
import { readEdition } from "../../../lib/panorama/edition.ts";
import { Revisions } from "../../../lib/panorama/revisions.ts";

const years = Array.from({ length: 20 }, (_, i) => 2000 + i);

/** One edition in which trade moves a share of what two countries make, year by year. */
const edition = (name: string, shareOf: (iso3: string, year: number) => number, scale = 1, of = years) => {
  const rows = ["AAA", "BBB"].flatMap((iso3) => of.map((year) => ({ iso3, year })));
  const made = rows.map(({ iso3 }) => scale * (iso3 === "AAA" ? 100 : 50));
  return readEdition(name, {
    rows: rows.length,
    iso3: rows.map(({ iso3 }) => iso3),
    type: rows.map(() => "country"),
    year: rows.map(({ year }) => year),
    production: made,
    consumption: rows.map(({ iso3, year }, row) => made[row]! * (1 + shareOf(iso3, year))),
  });
};

describe("revisions of what trade moves", () => {
  const now = edition("now", () => 0.1);

  test("are those of the share of production: an error of production alone is in both sides and revises nothing", () => {
    const { rms, sd } = new Revisions(
      now,
      edition("then", () => 0.1, 1.3),
    ).of("AAA")!;
    // Shares are made from rounded sums: no more than the last digits of a double are left.
    expect(rms).toBeLessThan(1e-15);
    expect(sd).toBeLessThan(1e-14);
  });

  test("are each country's own", () => {
    const then = edition("then", (iso3, year) => (iso3 === "AAA" ? 0.1 + (year % 2 === 0 ? 0.02 : -0.02) : 0.1));
    const revisions = new Revisions(now, then);
    expect(revisions.of("AAA")!.rms).toBeCloseTo(0.02, 12);
    expect(revisions.of("BBB")!.rms).toBeLessThan(1e-15);
    expect(revisions.of("AAA")!.years).toBe(20);
  });

  test("are wider the more a year resembles the one before, since fewer of them are independent", () => {
    const jumping = new Revisions(
      now,
      edition("then", (_, year) => 0.1 + (year % 2 === 0 ? 0.02 : -0.02)),
    );
    const lasting = new Revisions(
      now,
      edition("then", (_, year) => 0.1 + (year < 2010 ? 0.02 : -0.02)),
    );
    expect(jumping.autocorrelation).toBe(0);
    expect(lasting.autocorrelation).toBeGreaterThan(0.8);
    const [one, other] = [jumping.of("AAA")!, lasting.of("AAA")!];
    expect(one.rms).toBeCloseTo(other.rms, 12);
    // Student's t of 20 degrees of freedom is 2.086, of the normal law 1.960.
    expect(one.sd / one.rms).toBeCloseTo(2.086 / 1.96, 3);
    expect(other.sd / other.rms).toBeGreaterThan(2);
  });

  test("are not given of few common years, nor of the world, which trades with nobody", () => {
    const few = new Revisions(
      now,
      edition("then", () => 0.2, 1, years.slice(0, 9)),
    );
    expect(few.of("AAA")).toBeNull();
    expect(few.of("WORLD")).toBeNull();
  });
});
