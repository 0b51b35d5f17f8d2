import { describe, expect, test } from "vitest";
import { inEnglish } from "../../lib/message/english.ts";
import { agwpCo2, gwpOfDecay, integratedCo2Response, radiativeEfficiencyPerKg } from "../../lib/quantity/agwp.ts";
import { blends } from "../../lib/quantity/blends.ts";
import { metricValue, toCo2e } from "../../lib/quantity/co2e.ts";
import { weakest } from "../../lib/quantity/evidence.ts";
import { convert, quantity, unitFactor } from "../../lib/quantity/quantity.ts";
import agwp from "./quantity/agwp.json" with { type: "json" };
import { ar6Metrics } from "./quantity/ar6-metrics.ts";
import headline from "./quantity/gwp-headline.json" with { type: "json" };
import cases from "./quantity/unit-and-gas-conversions.json" with { type: "json" };

// Ratios of whole molar masses are exact: they agree with the published doubles to the last bit or two.
const LAST_BITS = 4e-16;

const near = (actual: number, expected: number, relative: number) =>
  expect(Math.abs(actual / expected - 1), `${actual} beside ${expected}`).toBeLessThanOrEqual(relative);

describe("conversions of openscm-units", () => {
  test.each([
    ["t C", "t CO2", 0],
    ["t CO2", "t C", 1],
    ["t N2O-N", "t N2O", 2],
    ["t NH3", "t N", 3],
    ["t CH4", "t C", 4],
    ["t NOx", "t N", 5],
    ["t C", "g C", 7],
    ["a", "day", 8],
  ] as const)("%s is so many %s", (from, to, at) => {
    near(unitFactor(from, to), cases.cases[at]![2] as number, LAST_BITS);
  });

  test("N2O-N becomes CO2e by AR4 over 100 years", () => {
    const co2e = toCo2e(quantity(1, "kt N2O-N"), "AR4GWP100");
    near(co2e.value, cases.cases[6]![2] as number, LAST_BITS);
    expect(co2e.unit).toBe("kt CO2e AR4.GWP100");
  });

  test.each(cases.metric_pairs as [string, string, number][])("%s of %s is %d", (metric, gas, value) => {
    expect(metricValue(gas, metric).value).toBe(value);
  });

  test.each(Object.entries(cases.blends_AR4GWP100))("the blend %s has AR4 GWP100 %d", (blend, value) => {
    expect(Math.abs(metricValue(blend, "AR4.GWP100").value - value)).toBeLessThanOrEqual(cases.blend_atol);
  });

  test.each(Object.entries(cases.blend_composition))("the blend %s is made of %o", (blend, composition) => {
    expect(Object.fromEntries(blends.get(blend)!.map(({ gas, share }) => [gas, share]))).toEqual(composition);
  });

  test("the energy units are those of IEA and ISO", () => {
    expect(convert(quantity(1, "toe"), "GJ").value).toBe(cases.energy.toe_GJ);
    expect(convert(quantity(1, "tce"), "GJ").value).toBe(cases.energy.tce_GJ);
    expect(convert(quantity(1, "kWh"), "MJ").value).toBe(cases.energy.kWh_MJ);
    expect(convert(quantity(1, "Btu"), "J").value).toBe(cases.energy.Btu_J);
    expect(convert(quantity(1, "therm"), "MJ").value).toBe(cases.energy.therm_MJ);
  });
});

describe("published metrics", () => {
  const published = Object.entries(headline.headline).flatMap(([gas, values]) =>
    Object.entries(values).map(([metric, value]) => [gas, metric, value] as const),
  );
  test.each(published.filter(([, , value]) => value !== null))("%s has %s %d", (gas, metric, value) => {
    expect(metricValue(gas, metric).value).toBe(value);
  });

  test.each(published.filter(([, , value]) => value === null))(
    "%s has no %s, and the error says where it has one",
    (gas, metric) => {
      expect(() => metricValue(gas, metric)).toThrow(/has no value in .*It has one in/);
    },
  );

  test.each(ar6Metrics.filter(({ gas }) => gas !== "CO2"))("$gas has the metrics of AR6 Table 7.SM.7", (row) => {
    for (const metric of ["GWP20", "GWP100", "GWP500", "GTP100"] as const)
      expect(metricValue(row.gas, `AR6.${metric}`).value).toBe(row[metric]);
  });

  test("AR6 tells fossil from biogenic methane as its Table 7.15 does, and the unmarked one stays 27.9", () => {
    const { CH4_fossil, CH4_nonfossil } = agwp.AR6_table_7_15;
    for (const metric of ["GWP20", "GWP100", "GWP500", "GTP100"] as const) {
      expect(metricValue("CH4", `AR6.${metric}`, "fossil").value).toBe(CH4_fossil[metric]);
      expect(metricValue("CH4", `AR6.${metric}`, "biogenic").value).toBe(CH4_nonfossil[metric]);
    }
    expect(metricValue("CH4", "AR6.GWP100").value).toBe(27.9);
    expect(metricValue("CH4", "AR6.GWP20", "fossil").status).toBe("transcription");
    expect(metricValue("CH4", "AR6.GTP100", "fossil")).toMatchObject({ status: "memory", read: null });
  });

  test("SF6 of AR6 is what the authors' file of Table 7.SM.7 has, and says that other tables differ", () => {
    expect(metricValue("SF6", "AR6.GWP100")).toMatchObject({ value: 25_200, status: "source" });
    expect(metricValue("SF6", "AR6.GWP100").read).toContain("metrics_supplement_cleaned.csv");
    expect(inEnglish(metricValue("SF6", "AR6.GWP100").note)).toContain("24,300");
    expect(metricValue("SF6", "AR5.GWP100")).toMatchObject({ value: 23_500, note: null });
  });

  test("a blend is no better shown than the weakest of its parts", () => {
    expect(metricValue("R-410A", "AR6.GWP100")).toMatchObject({ status: "transcription" });
    expect(weakest(["source", "memory", "transcription"])).toBe("memory");
    expect(weakest([])).toBe("source");
  });

  test("the UNFCCC's reporting takes AR5 with one methane for all", () => {
    expect(metricValue("CH4", "UNFCCC.GWP100", "fossil").value).toBe(28);
    expect(metricValue("N2O", "UNFCCC.GWP100").value).toBe(265);
    expect(metricValue("CH4", "AR5.GWP100", "fossil").value).toBe(30);
  });
});

describe("absolute warming potentials", () => {
  test.each(Object.entries(agwp.irf_integral))(
    "the response of CO2 over %s years integrates to %d",
    (horizon, years) => {
      near(integratedCo2Response(Number(horizon)), years, 1e-14);
    },
  );

  test("CO2 has AR6's radiative efficiency per kilogram and AGWP", () => {
    near(radiativeEfficiencyPerKg(1.33e-5, 44.01), agwp.re_co2_W_m2_kg_AR6, 1e-12);
    for (const [horizon, value] of Object.entries(agwp.computed.AGWP_CO2)) near(agwpCo2(Number(horizon)), value, 1e-12);
    // The report's own numbers carry three digits and another fit of the response.
    for (const [horizon, value] of Object.entries(agwp.computed.published_AR6_AGWP_CO2))
      near(agwpCo2(Number(horizon)), value, 5e-3);
  });

  // A pure exponential leaves out the carbon cycle's response, which lifts halocarbons by 2 to 7 %.
  const molarMasses = { "HFC-134a": 102.03, "HFC-23": 70.01, "HFC-32": 52.02, "CFC-11": 137.37 };
  test.each(Object.entries(molarMasses))(
    "%s (%d g/mol) lies a few per cent below its published GWP",
    (gas, molarMass) => {
      const row = ar6Metrics.find((candidate) => candidate.gas === gas)!;
      for (const [horizon, published] of [
        [20, row.GWP20],
        [100, row.GWP100],
        [500, row.GWP500],
      ] as const) {
        const ratio = published / gwpOfDecay(row.lifetime, row.perPpb, molarMass, horizon);
        expect(ratio).toBeGreaterThan(1.01);
        expect(ratio).toBeLessThan(1.08);
      }
      const computed = agwp.halocarbon_check[gas as "HFC-134a"]["100"].pure_exponential;
      // That check divides by AR6's own AGWP of CO2; molar masses differ in their last digit.
      const byPublished = agwpCo2(100) / agwp.computed.published_AR6_AGWP_CO2["100"];
      near(gwpOfDecay(row.lifetime, row.perPpb, molarMass, 100) * byPublished, computed, 1e-3);
    },
  );
});
