import { describe, expect, test } from "vitest";
import { a64Codes } from "../../../lib/exchange/mrio/eurostat-accounts.ts";
import { findTables } from "../../../lib/exchange/mrio/find-tables.ts";
import { archive, plain } from "./archive.ts";
import { emerging, eora, exiobase, figaroMatrix, gloria, icio } from "./samples.ts";

async function read(files: Readonly<Record<string, string>>, stressors?: readonly string[]) {
  const [table] = findTables(archive(files, 17));
  return plain(await table!.read(stressors && { stressors }));
}

const offered = async (files: Readonly<Record<string, string>>) =>
  (await findTables(archive(files))[0]!.stressors()).map(
    ({ name, unit, isUsual }) => `${name} [${unit}]${isUsual ? " *" : ""}`,
  );

/** Air emissions accounts as Eurostat's bulk download has them: flags behind values, ":" for none, sums beside parts. */
const tsv = [
  "freq,airpol,nace_r2,unit,geo\\TIME_PERIOD\t2020 \t2021 ",
  "A,CH4,A01,T,AT\t1 \t20.5 p",
  "A,CH4,A01,THS_T,AT\t0.001 \t0.0205 ",
  "A,CO2,A,T,AT\t9 \t999 ",
  "A,CO2,A01,T,AT\t90 \t100 e",
  "A,CO2,B,T,AT\t: \t: c",
  "A,CO2,HH,T,AT\t6 \t7 ",
  "A,CO2,HH_TRA,T,AT\t6 \t5 ",
  "A,CO2,TOTAL,T,AT\t6 \t1e3 ",
  "A,CO2,A01,KG_HAB,AT\t6 \t8 ",
  "A,PFC_CO2E,B,THS_T,AT\t6 \t3 ",
  "A,CO2,A01,T,EU27_2020\t6 \t5000 ",
].join("\n");

/** The same from the data browser, with labels asked for and lines in another order. */
const csv = [
  "DATAFLOW,LAST UPDATE,freq,airpol,nace_r2,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG",
  "ESTAT:ENV_AC_AINAH_R2(1.0),01/01/24,A:Annual,CO2:Carbon dioxide,HH:Households,T:Tonne,AT:Austria,2021,7,",
  'ESTAT:ENV_AC_AINAH_R2(1.0),01/01/24,A:Annual,CO2:Carbon dioxide,"A01:Crop, animal",T:Tonne,AT:Austria,2021,100,e',
  "ESTAT:ENV_AC_AINAH_R2(1.0),01/01/24,A:Annual,CO2:Carbon dioxide,B:Mining,T:Tonne,AT:Austria,2020,5,",
  "ESTAT:ENV_AC_AINAH_R2(1.0),01/01/24,A:Annual,CH4:Methane,A01:Crop,T:Tonne,AT:Austria,2021,20.5,p",
  "ESTAT:ENV_AC_AINAH_R2(1.0),01/01/24,A:Annual,PFC_CO2E:PFC,B:Mining,THS_T:Thousand tonnes,AT:Austria,2021,3,",
].join("\n");

describe("FIGARO with Eurostat's air emissions accounts", () => {
  test.each([
    ["TSV", { "estat_env_ac_ainah_r2.tsv": tsv }],
    ["SDMX-CSV", { "env_ac_ainah_r2_linear.csv": csv }],
  ])("has tonnes of the year by industry and households, read from %s", async (_, accounts) => {
    const table = await read({ ...figaroMatrix, ...accounts });
    const at = (name: string) => table.stressors.indexOf(name);
    expect(table.F[at("CO2 [t]")]).toEqual([100, 0, 0, 0]);
    expect(table.FY[at("CO2 [t]")]).toEqual([7, 0, 0, 0]);
    expect(table.F[at("CH4 [t]")]).toEqual([20.5, 0, 0, 0]);
    expect(table.F[at("PFC_CO2E [kt]")]).toEqual([0, 3, 0, 0]);
    expect(table.notes).toEqual(["env_ac_ainah_r2 has no figures for 1 of 2 regions (ROW): they are zero here."]);
  });

  test("ends in a sentence where the accounts have another year, or were cut", async () => {
    const other = tsv.replace("2021", "2022");
    await expect(read({ ...figaroMatrix, "env_ac_ainah_r2.tsv": other })).rejects.toThrow(
      "env_ac_ainah_r2.tsv, line 1: a column 2021 was expected in the header.",
    );
    await expect(read({ ...figaroMatrix, "env_ac_ainah_r2.tsv": `${tsv}\nA,CO2,A01` })).rejects.toThrow(
      "env_ac_ainah_r2.tsv, line 13: as many fields as in the header were expected.",
    );
  });

  test("knows the industries by either code", () => {
    const last = (code: string) => a64Codes(code).at(-1);
    expect(["C10-C12", "E37-E39", "R90-R92", "N80-N82"].map((code) => a64Codes(code)[1])).toEqual([
      "C10T12",
      "E37T39",
      "R90T92",
      "N80T82",
    ]);
    expect(["M69_M70", "C31_C32", "J62_J63"].map((code) => a64Codes(code)[2])).toEqual(["M69_70", "C31_32", "J62_63"]);
    expect(["D", "O", "P"].map(last)).toEqual(["D35", "O84", "P85"]);
  });
});

describe("ICIO with OECD's emissions by industry", () => {
  const rows = (header: string, ...lines: string[]) => [header, ...lines].join("\n");
  const sdmx = rows(
    "STRUCTURE,REF_AREA,FREQ,MEASURE,COUNTERPART_AREA,ACTIVITY,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT",
    "DATAFLOW,AUS,A,PROD_GHG,W,A01_02,2018,12.5,T_CO2E,6",
    "DATAFLOW,AUS,A,PROD_GHG,W,HFCE,2018,2,T_CO2E,6",
    "DATAFLOW,AUS,A,PROD_GHG,W,A01_02,2017,99,T_CO2E,6",
    "DATAFLOW,AUS,A,FD_GHG,W,A01_02,2018,99,T_CO2E,6",
    "DATAFLOW,AUS,A,PROD_GHG,CHN,A01_02,2018,99,T_CO2E,6",
    "DATAFLOW,CHN,A,PROD_GHG,W,B,2018,4,T_CO2E,6",
    "DATAFLOW,BUNK,A,PROD_GHG,W,H50,2018,700,T_CO2E,6",
  );
  const older = rows(
    '"VAR","Indicator","COU","Country","IND","Industry","TIME","Unit Code","PowerCode Code","Value"',
    '"PROD_GHG","x","AUS","Australia","DA01_02","Agriculture","2018","T_CO2E","6",12.5',
    '"PROD_GHG","x","AUS","Australia","HFCE","Households","2018","T_CO2E","6",2',
    '"PROD_GHG","x","CHN","China","B","Mining","2018","T_CO2E","6",4',
  );

  test.each([
    ["SDMX-CSV", "DSD_ICIO_GHG_MAIN.csv", sdmx],
    ["the older export", "IO_GHG_2021.csv", older.replace("DA01_02", "A01_02")],
  ])("has those of production in the year, read from %s", async (_, name, text) => {
    const { "emissions_2018.csv": __, ...table } = icio;
    const found = await read({ ...table, [name]: text });
    expect(found.stressors.at(-1)).toBe("PROD_GHG [10^6 T_CO2E]");
    expect(found.F.at(-1)).toEqual([12.5, 0, 0, 4]);
    // The last column is the statistical discrepancy.
    expect(found.FY.at(-1)).toEqual([2, 0, 0, 0, 0, 0]);
    const bunkers = found.notes.filter((note) => note.includes("BUNK"));
    expect(bunkers).toEqual(
      text === sdmx ? ["PROD_GHG of BUNK (10^6 T_CO2E) belongs to no region and was left out: 700.000."] : [],
    );
  });
});

test("Bunkers in a file of one's own belong to no region: they are left out and noted", async () => {
  const own = icio["emissions_2018.csv"]!.replace("AUS_HFCE", "AUS_HFCE,BUNKERS").replace("0.5", "0.5,33");
  const table = await read({ ...icio, "emissions_2018.csv": own });
  expect(table.FY.at(-1)).toEqual([0.5, 0, 0, 0, 0, 0]);
  expect(table.notes).toContain("CO2 of BUNKERS, which belongs to no region, was left out: 33.0000 Mt.");
});

describe("The stressors of a database", () => {
  test("are offered with their units, greenhouse gases as the usual choice", async () => {
    expect(await offered(exiobase)).toEqual([
      "Value Added [M.EUR]",
      "CO2 - combustion - air [kg] *",
      "CH4 - agriculture - air [kg] *",
    ]);
    expect(await offered(eora)).toEqual(["I-GHG-CO2 emissions (Gg) from PRIMAP [Gg] *", "Crop area (ha) Barley [ha]"]);
    expect(await offered(gloria)).toEqual(["co2_excl_short_cycle_org_c_total_EDGAR [kt] *"]);
    expect(await offered(emerging)).toEqual(["CO2 [Mt] *"]);
    expect(await offered(icio)).toEqual(["CO2 [Mt] *"]);
    expect(await offered({ ...figaroMatrix, "env_ac_ainah_r2.tsv": tsv })).toEqual([
      "CH4 [t] *",
      "CO2 [t] *",
      "PFC_CO2E [kt] *",
    ]);
  });

  test("are those that a person chose, and no others", async () => {
    expect((await read(exiobase, ["Value Added"])).stressors).toEqual(["Value Added [M.EUR]"]);
    expect((await read(eora, ["Crop area (ha) Barley"])).F).toEqual([[1, 1, 1, 1]]);
    // Value added and taxes stand in the table itself.
    expect((await read(icio, [])).stressors).toEqual(["TLS [million USD]", "VA [million USD]"]);
  });
});
