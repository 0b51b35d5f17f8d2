import { describe, expect, test } from "vitest";
import { writeMessage } from "../../lib/message/write.ts";
import { aboveNamed, type NamedTotal, namedTotals } from "../../lib/tool/named-totals.ts";
import { tableOf } from "../unit/datasets/shipped.ts";

type Row = Readonly<Record<string, unknown>>;

const rowsOf = ({ dataset, year }: NamedTotal): Row[] =>
  [...tableOf(dataset)].map((row) => row!.toJSON() as Row).filter((row) => Number(row.year) === year);
const isWorld = (row: Row) =>
  [row.area_type, row.area, row.entity].some((each) => each === "world" || each === "World");
const sumOf = (rows: readonly Row[], column: string) => rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);
const largest = (rows: readonly Row[], column: string) => Math.max(...rows.map((row) => Number(row[column] ?? 0)));

const fact = (fuel: string, factor: number) => (rows: readonly Row[]) =>
  largest(
    rows.filter((row) => isWorld(row) && row.fuel === fuel && /consumption|production/.test(String(row.flow))),
    "value",
  ) / factor;
const eia = (column: string) => (rows: readonly Row[]) => largest(rows.filter(isWorld), column);
const mineral = (product: string) => (rows: readonly Row[]) =>
  largest(
    rows.filter((row) => isWorld(row) && row.product === product),
    "production_kt",
  ) / 1000;
const animals = (item: string) => (rows: readonly Row[]) =>
  sumOf(
    rows.filter((row) => row.item === item),
    "head",
  );

/** The lowest net calorific value of an oil in the defaults of IPCC 2006: that of Orimulsion. */
const leastOfOil = () => {
  const values = [...tableOf("factors_energy")].map((row) => row!.toJSON() as Row);
  return Number(values.find((row) => row.parameter === "NCV" && row.activity === "Orimulsion")!.value);
};

/** Each total from its dataset, in its unit, by what its sentence says. */
const computed: Readonly<Record<string, (rows: readonly Row[]) => number>> = {
  "all coal that the world consumed Mt": fact("coal", 1e6),
  "all coal that the world consumed TJ": eia("coal_tj_gcv"),
  "all oil that the world consumed kbbl/d": fact("oil", 1e3),
  "all oil that the world consumed TJ": eia("oil_tj_gcv"),
  "all oil that the world consumed, at 27.5 TJ/Gg, the least of any oil in IPCC 2006, Mt": (rows) =>
    eia("oil_tj_ncv")(rows) / leastOfOil() / 1000,
  "all natural gas that the world produced m3": fact("gas", 1),
  "all natural gas that the world consumed TJ": eia("gas_tj_gcv"),
  "all electricity that the world generated TWh": (rows) => sumOf(rows.filter(isWorld), "generation_twh"),
  "all cement that the world produced Mt": mineral("cement"),
  "all clinker that the kilns of the world could make Mt": mineral("clinker_capacity"),
  "all pig iron that the world produced Mt": mineral("pig_iron"),
  "all raw steel that the world produced Mt": mineral("raw_steel"),
  "all primary aluminium that the world produced Mt": mineral("aluminium_primary"),
  "all cattle that the world kept head": animals("Cattle"),
  "all buffalo that the world kept head": animals("Buffalo"),
  "all sheep that the world kept head": animals("Sheep"),
  "all goats that the world kept head": animals("Goats"),
  "all pigs that the world kept head": animals("Swine / pigs"),
  "all horses that the world kept head": animals("Horses"),
  "all camels that the world kept head": animals("Camels"),
  "all nitrogen that the world used as fertiliser kt N": (rows) =>
    sumOf(
      rows.filter((row) => row.flow === "use"),
      "n_t",
    ) / 1000,
  "all rice that the world harvested kha": (rows) => sumOf(rows, "harvested_area_kha"),
};

describe("The world's total of a named thing", () => {
  test.each(namedTotals.map((total) => [`${writeMessage(total.what())} ${total.unit}`, total] as const))(
    "%s is what its dataset has",
    (name, total) => {
      // Values are written with six digits or more.
      expect(computed[name]!(rowsOf(total)) / total.value).toBeCloseTo(1, 6);
    },
  );

  test.each([
    [20, "Gt", "coal", "all coal"],
    [9, "Gt", "Coking Coal", ""],
    [8, "Gt", "Gas/Diesel Oil", "all oil"],
    [7, "Gt", "柴油", ""],
    [3e8, "TJ NCV", "无烟煤", "all coal"],
    [3e8, "TJ NCV", "natural gas", "all natural gas"],
    [40_000, "TWh", "electricity", "all electricity"],
    [2e8, "bbl/d", "crude oil", "all oil"],
    [5, "Gt", "cement", "all cement"],
    [5, "Gt", "limestone", ""],
    [2e9, "head", "dairy cows", "all cattle"],
    [2e9, "head", "chickens", ""],
    [2e8, "t N", "synthetic", "all nitrogen"],
    // What is emitted is no fuel, and charcoal no coal.
    [15, "Gt CO2", "coal", ""],
    [20, "Gt", "charcoal", ""],
    [20, "Gt", "soil", ""],
  ])("%d %s of %s: more than %s", (value, unit, name, total) => {
    const notes = aboveNamed(value, unit, "amount", () => name.toLowerCase()).map((note) => writeMessage(note));
    expect(notes).toHaveLength(total === "" ? 0 : 1);
    if (total !== "") expect(notes[0]).toContain(`more than ${total}`);
  });
});
