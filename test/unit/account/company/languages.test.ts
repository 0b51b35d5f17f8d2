import { describe, expect, test } from "vitest";
import { pastedSheet } from "../../../../lib/account/reading/open-sheets.ts";
import { readSheets } from "../../../../lib/account/reading/read-sheets.ts";
import { call } from "../../inventory/company/calling.ts";
import { readLine } from "../read-lines.ts";

const targetsOf = async (names: readonly string[], unit: string) => {
  const lines = names.map((name, i) => readLine(i + 2, { name, amount: 10, unit, year: 2023 }));
  const account = await call("account.compute", { lines, kind: "company", region: "DEU" });
  return account.lines.map(({ match }: { match: { to: string | null } }) => match.to);
};

describe("What is used has the same factor in every language", () => {
  test.each([
    [
      "Electricity",
      "kWh",
      "Strom|Électricité|Electricidad|Energia elétrica|Energia elettrica|Energia elektryczna|Elektriciteit|外购电力",
    ],
    ["Natural gas", "kWh", "Erdgas|Gaz naturel|Gas natural|Gás natural|Gas naturale|Gaz ziemny|Aardgas|天然气"],
    [
      "Petrol company cars",
      "L",
      "Benzin Dienstwagen|Essence voiture|Gasolina flota|Gasolina frota|Benzina flotta|Benzyna samochód|Benzine wagenpark",
    ],
    ["Diesel fleet", "L", "Gasóleo rodoviário|Gasolio per autotrazione|Olej napędowy pojazdy|Gazole routier|柴油车队"],
    ["Heating oil", "L", "Heizöl|Fioul domestique|Gasolio da riscaldamento|Olej opałowy|Huisbrandolie"],
    ["Firewood", "t", "Brennholz|Bois de chauffage|Legna da ardere|Lenha|Drewno opałowe|Brandhout|薪柴"],
    ["Anthracite", "t", "Anthrazit|Antracita|Antracite|Antracyt|Antraciet|无烟煤"],
    [
      "General waste to landfill",
      "t",
      "Gewerbeabfall Deponie|Déchets non dangereux enfouissement|Rifiuti indifferenziati in discarica|Odpady zmieszane, składowisko|Bedrijfsafval stort",
    ],
    [
      "General waste, incineration",
      "t",
      "Déchets banals incinérés|Rifiuti indifferenziati, termovalorizzatore|Restafval verbranding",
    ],
    ["Water supply", "m3", "Trinkwasser|Eau potable|Agua potable|Água tratada|Acqua potabile|Woda|Leidingwater|自来水"],
    ["Wastewater", "m3", "Abwasser|Eaux usées|Aguas residuales|Esgoto|Acque reflue|Ścieki|Afvalwater|污水"],
    ["Hotel nights", "item room-night", "Übernachtung|Nuitées|Pernoctaciones|Hospedagem|Pernottamento|Nocleg|酒店住宿"],
  ])("%s", async (english, unit, others) => {
    const names = others.split("|");
    const [first, ...rest] = await targetsOf([english, ...names], unit);
    expect(first).toEqual(expect.any(String));
    expect(names.filter((_, i) => rest[i] !== first)).toEqual([]);
  });
});

describe("Tables of other languages are read whole", () => {
  const read = (text: string) => {
    const { lines, leftOut, asks } = readSheets([pastedSheet("data.csv", text)], {});
    return {
      lines: lines.map(({ name, amount, unit, site }) => `${name} ${amount} ${unit}${site === null ? "" : ` ${site}`}`),
      out: leftOut.filter(({ kind }) => kind !== "head" && kind !== "empty").map(({ kind }) => kind),
      asks: asks.map(({ key }) => key),
    };
  };

  test("Portuguese: “Consumo” stands above the names, and a unit of the company is no unit", () => {
    expect(
      read(
        "Consumo;Unidade;Quantidade;Unidade operacional\nEnergia elétrica;kWh;125.430,50;Joinville\nÓleo diesel;L;4.310,75;Frota\nGLP;kg;540,00;Refeitório\nTotal geral;;;\n",
      ),
    ).toEqual({
      lines: ["Energia elétrica 125430.5 kWh Joinville", "Óleo diesel 4310.75 L Frota", "GLP 540 kg Refeitório"],
      out: ["note"],
      asks: [],
    });
  });

  test("Italian: units in a column “u.m.”, and standard cubic metres", () => {
    expect(
      read("Vettore energetico;u.m.;Consumo 2023\nGas naturale;Smc;62.300,5\nBenzina;litri;2.310,0\nTotale;;\n").lines,
    ).toEqual(["Gas naturale 62300.5 m3", "Benzina 2310 L"]);
  });

  test("Polish: months across", () => {
    expect(
      read(
        "Nośnik energii;Jednostka;Styczeń;Luty;Marzec\nEnergia elektryczna;MWh;10,5;9,5;8\nGaz ziemny;m3;100;90;80\n",
      ).lines,
    ).toEqual(["Energia elektryczna 28 MWh", "Gaz ziemny 270 m3"]);
  });

  test("Dutch, with a subtotal", () => {
    expect(read("Energiedrager;Verbruik;Eenheid\nAardgas;300;m3\nBenzine;20,5;liter\nTotaal;;\n").lines).toEqual([
      "Aardgas 300 m3",
      "Benzine 20.5 L",
    ]);
  });
});

describe("Refrigerants", () => {
  test("what equipment holds is asked for, what was refilled is counted", async () => {
    const lines = ["R-410A charge of a roof unit", "R-410A 初始充注量", "R-410A top-up", "R-410A"].map((name, i) =>
      readLine(i + 2, { name, amount: 10, unit: "kg", year: 2023 }),
    );
    const account = await call("account.compute", { lines, kind: "company", region: "DEU" });
    expect(account.lines.map(({ emissions }: { emissions: unknown }) => emissions !== null)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test("a table of charges alone says why it has no lines", () => {
    const { lines, sheets } = readSheets(
      [pastedSheet("data.csv", "Equipment,Refrigerant,Charge (kg)\nChiller,R-134a,120\nCold room,R-404A,18\n")],
      {},
    );
    expect(lines).toEqual([]);
    expect(sheets[0]!.reason).toMatchObject({ code: "account.read.sizesOnly", values: { columns: ["Charge (kg)"] } });
  });
});
