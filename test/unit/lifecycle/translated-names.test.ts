import { describe, expect, test } from "vitest";
import { billWords, isTranslated } from "../../../lib/lifecycle/assess/material-terms.ts";
import { assessBill, lineOf } from "./assessed-bill.ts";

/** Lines as bills of seven languages have them, beside the English line that means the same. */
const alike: readonly (readonly [english: string, ...others: string[]])[] = [
  [
    "stainless steel",
    "Acier inoxydable",
    "ACERO INOXIDABLE",
    "aço inox",
    "Acciaio inossidabile",
    "RVS",
    "ステンレス",
    "不鏽鋼",
  ],
  ["steel", "Acier", "aceros", "Aço", "acciaio", "staal", "stal", "鉄", "강철"],
  ["glass", "Verre", "vidrio", "vidro", "vetro", "szkło", "ガラス", "유리"],
  ["aluminum", "aluminio", "Alumínio", "ALLUMINIO", "アルミ", "鋁", "알루미늄"],
  ["polypropylene", "Polypropylène (PP)", "Polipropileno", "polipropilene", "ポリプロピレン"],
  ["cardboard", "Carton ondulé", "Cartón", "papelão", "cartone", "golfkarton", "tektura falista", "段ボール", "골판지"],
  ["timber", "bois massif", "Madera", "madeira", "Legno", "hout", "drewno", "목재"],
  ["cast iron", "hierro fundido", "Ferro fundido", "ghisa", "gietijzer", "żeliwo", "鋳鉄"],
  ["concrete", "Béton", "hormigón", "concreto", "calcestruzzo", "コンクリート"],
];

describe("names of other languages", () => {
  test("get the data of the English name, and say that the translation is ours", async () => {
    for (const [english, ...others] of alike) {
      const rows = [english, ...others].map((name): [string, number, string] => [name, 2, "kg"]);
      const found = await assessBill(rows);
      const { score, activityName } = lineOf(found, english);
      expect(score).not.toBeNull();
      for (const name of others) {
        const line = lineOf(found, name);
        expect(line, name).toMatchObject({ score, activityName });
        expect(line.reason, name).toContain("own translation");
      }
    }
  });

  test("stand within longer names, in the plural and without their accents", () => {
    expect(billWords("Tôle d'acier galvanisé")).toEqual(expect.arrayContaining(["sheet", "steel"]));
    expect(billWords("tubo de aco inoxidavel")).toEqual(["pipe", "steel", "stainless"]);
    expect(billWords("Tubos de cobre")).toEqual(["pipe", "copper"]);
    expect(billWords("アルミ板")).toContain("aluminum");
  });

  test("are no words of English, nor of another of these languages", () => {
    for (const name of ["Sable paint", "Fonte de alimentação", "Rame A4", "Copper tube", "Steel", "不锈钢", "铝合金"])
      expect(isTranslated(name), name).toBe(false);
    // Taken for no copper, for rame is a ream as well; in a phrase that only Italian has, it is one.
    expect(billWords("tubo di rame")).toEqual(["pipe", "copper"]);
  });

  test("that have no data say so, not that they were not read", async () => {
    const found = await assessBill([
      ["Silicona", 1, "kg"],
      ["Xyloquartz", 1, "kg"],
    ]);
    expect(lineOf(found, "Silicona").reason).toContain("of no class of materials with data");
    expect(lineOf(found, "Xyloquartz").reason).toContain("give its English name");
  });
});
