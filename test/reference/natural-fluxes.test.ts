import { describe, expect, test } from "vitest";
import { airSeaFlux, lnSolubility, schmidtNumber, seaWaterDensity } from "../../lib/natural/air-sea-flux.ts";
import { naturalWildfire } from "../../lib/natural/tools/emissions.ts";
import { naturalBookkeeping, naturalLandUseSpread } from "../../lib/natural/tools/land.ts";
import { naturalAirSeaFlux } from "../../lib/natural/tools/ocean.ts";
import { callTool } from "../../lib/tool/call.ts";
import { rowsOf } from "./natural/shipped-rows.ts";

describe("the flux between sea and air", () => {
  test("has the Schmidt number 668.344 at 20 °C (Wanninkhof 2014, table 1 gives 668)", () => {
    expect(schmidtNumber(20)).toBeCloseTo(668.344, 3);
  });

  test("has ln K0 = −3.5617 at salinity 35 and 25 °C (Weiss 1974)", () => {
    expect(lnSolubility(35, 25)).toBeCloseTo(-3.5617, 4);
  });

  test("has the density of sea water that UNESCO gives as check values of EOS-80", () => {
    expect(seaWaterDensity(0, 5)).toBeCloseTo(999.96675, 5);
    expect(seaWaterDensity(35, 5)).toBeCloseTo(1027.67547, 5);
    expect(seaWaterDensity(35, 25)).toBeCloseTo(1023.34306, 5);
  });

  test("is near the rule of thumb 7.7e-4 U² ΔpCO2 mol/m²/yr (Wanninkhof 2014, eq. 6) at 20 °C", () => {
    const { flux_mol_m2_yr: flux } = airSeaFlux({
      temperature_C: 20,
      salinity: 35,
      wind_m_s: 7,
      fco2_water_uatm: 380,
      fco2_air_uatm: 400,
    });
    const rule = 7.7e-4 * 49 * -20;
    // The rule takes k K0 for constant over the ocean; at 20 °C it is some 6 % high.
    expect(Math.abs(flux / rule - 1)).toBeLessThan(0.1);
  });

  test("names what is outside the range of the fits", async () => {
    const surface = { temperature_C: 60, salinity: 35, wind_m_s: 7, fco2_water_uatm: 380, fco2_air_uatm: 400 };
    await expect(callTool(naturalAirSeaFlux, surface)).rejects.toThrow(
      "temperature_C is 60; expected a number between -2 and 40 (°C, where the Schmidt number is fitted).",
    );
  });
});

describe("bookkeeping", () => {
  /** A hectare of primary forest (150 t C of vegetation, 100 of soil) to cropland (5, 75), in closed form. */
  const cover = { vegetation: 150, soil: 100 };
  const biome = {
    stocks: {
      primary: cover,
      secondary: cover,
      cropland: { vegetation: 5, soil: 75 },
      pasture: { vegetation: 5, soil: 75 },
    },
    fate: { atOnce: 0.4, slash: 0.15, products10: 0.35, products100: 0.1 },
    times: { slash: 5, products10: 10, products100: 100, soil: 20, regrowth: 20 },
  };
  const closedForm = [
    68.13564895334817, 8.900488112822165, 7.8415255021076025, 6.9309744312055726, 6.145707942576004, 5.466449163063704,
    4.8771051301287285, 4.364218395918109, 3.9165153411978966, 3.524533923447781,
  ];

  test("emits of a cleared hectare what the closed form gives, year by year, and 170 t C in the end", async () => {
    const changes = [{ year: 2000, from: "primary", to: "cropland", area_ha: 1 }];
    const result = await callTool(naturalBookkeeping, { biome, changes, from: 2000, to: 2009 });
    // Differences of exponentials against the same with expm1: some roundings of 68.
    for (const [i, { total }] of result.years.entries()) expect(total.value).toBeCloseTo(closedForm[i]!, 11);
    expect(result.committed_tC).toBeCloseTo(170, 12);
  });

  test("has a range where a sigma of the stocks is given, and none where it is not", async () => {
    const changes = [{ year: 2000, from: "primary", to: "cropland", area_ha: 1 }];
    const input = { biome, changes, from: 2000, to: 2009 };
    const plain = await callTool(naturalBookkeeping, input);
    for (const { total } of plain.years) expect(total).toMatchObject({ lo: null, hi: null, interval: "none given" });
    const ranged = await callTool(naturalBookkeeping, { ...input, vegetationSigma: 0.2 });
    for (const [i, { total }] of ranged.years.entries()) {
      expect(total.value).toBe(plain.years[i]!.total.value);
      // The soil's 25 t C/ha come in 20 years and do not move with the vegetation.
      const soil = ranged.years[i]!.byPool.soil!;
      expect(total.lo).toBeCloseTo(soil + 0.8 * (total.value - soil), 11);
      expect(total.hi).toBeCloseTo(soil + 1.2 * (total.value - soil), 11);
      expect(total.interval).toBe("1 sigma of the stocks of vegetation (20 %)");
    }
  });

  test("gives for the Amazon's clearing of 2004 a committed emission within what publications give", async () => {
    // INPE PRODES: 27,772 km². Committed emissions of Amazon clearing: 120 to 200 t C/ha in publications.
    const changes = [{ year: 2004, from: "primary", to: "pasture", area_ha: 2_777_200 }];
    const result = await callTool(naturalBookkeeping, {
      biome: "tropical moist forest",
      changes,
      from: 2004,
      to: 2004,
    });
    const perHectare = result.committed_tC / 2_777_200;
    expect(perHectare).toBeGreaterThan(120);
    expect(perHectare).toBeLessThan(210);
    expect(result.stocksStatus).toBe("memory");
  });
});

describe("the spread of bookkeeping models", () => {
  const rows = rowsOf("land_use_change_countries") as unknown as { entity: string; year: number; mtc: number }[];
  const of = (entity: string) => rows.filter((row) => row.entity === entity);

  test("is for China 2022 +268, −33 and −26 Mt C: they disagree in sign", async () => {
    const china = await callTool(naturalLandUseSpread, { rows: of("China"), from: 2022, to: 2022 });
    expect(china.models.map(({ model, value }) => [model, Math.round(value)])).toEqual([
      ["BLUE", 268],
      ["H&C2023", -33],
      ["OSCAR", -26],
    ]);
    expect(china.agreeInSign).toBe(false);
  });

  test("is for Brazil 2022 304, 119 and 372 Mt C: they agree that it emits", async () => {
    const brazil = await callTool(naturalLandUseSpread, { rows: of("Brazil"), from: 2022, to: 2022 });
    expect(brazil.models.map(({ value }) => Math.round(value))).toEqual([304, 119, 372]);
    expect(brazil.agreeInSign).toBe(true);
  });

  test("is refused for more than one country at once", async () => {
    const both = [...of("China"), ...of("Brazil")];
    await expect(callTool(naturalLandUseSpread, { rows: both, from: 2022, to: 2022 })).rejects.toThrow(
      "The rows are of 2 countries; choose those of one.",
    );
  });
});

describe("a wildfire", () => {
  test("of 1,000 ha with 41 t/ha burnt emits the tonnes of the worked case (IPCC 2006 Vol 4 eq. 2.27)", async () => {
    const fire = await callTool(naturalWildfire, {
      area_ha: 1000,
      fuel_t_ha: 41,
      combustion: 1,
      vegetation: "extratropical forest",
    });
    expect(fire.CO2.value).toBeCloseTo(64_329, 9);
    expect(fire.CO.value).toBeCloseTo(4387, 9);
    expect(fire.CH4.value).toBeCloseTo(192.7, 9);
    expect(fire.N2O.value).toBeCloseTo(10.66, 9);
    // Sigmas of area and fuel (0.2, 0.3) and of the factor in table 2.5 (107 ± 37) in quadrature; of N2O it gives none.
    expect(fire.CO.hi! - fire.CO.value).toBeCloseTo(4387 * Math.hypot(0.2, 0.3, 37 / 107), 9);
    expect(fire.CO.interval).toBe("1 sigma");
    expect(fire.N2O.interval).toBe("1 sigma; that of the factor is assumed");
  });
});
