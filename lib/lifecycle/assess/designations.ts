import { type Message, messages } from "../../message/message.ts";

const texts = messages("lifecycle.designation", {
  aluminium: { en: "an aluminium alloy", zh: "铝合金" },
  stainless: { en: "a stainless steel", zh: "不锈钢" },
  steel: { en: "a steel", zh: "钢" },
  galvanised: { en: "a galvanised steel sheet", zh: "镀锌钢板" },
  castIron: { en: "a cast iron", zh: "铸铁" },
  copper: { en: "copper", zh: "铜" },
  brass: { en: "brass", zh: "黄铜" },
  zinc: { en: "a zinc alloy", zh: "锌合金" },
  abs: { en: "acrylonitrile-butadiene-styrene, a plastic", zh: "丙烯腈-丁二烯-苯乙烯，一种塑料" },
  polyamide: { en: "polyamide, a plastic", zh: "聚酰胺，一种塑料" },
  plastic: { en: "a plastic", zh: "塑料" },
  polypropylene: { en: "polypropylene", zh: "聚丙烯" },
  polyethylene: { en: "polyethylene", zh: "聚乙烯" },
  pvc: { en: "polyvinyl chloride", zh: "聚氯乙烯" },
  polystyrene: { en: "polystyrene", zh: "聚苯乙烯" },
  rubber: { en: "a rubber", zh: "橡胶" },
  laminate: { en: "glass cloth in epoxy resin, a laminate", zh: "环氧玻璃布层压板" },
});

/** How a standard writes a material. */
interface Designation {
  readonly is: Message;
  /** The standards that write it so. */
  readonly standard: string;
  /** The words by which bills are compared; of a material without data one that no data have. */
  readonly words: string;
  /** Of a whole token, with `AISI`, `ASTM`, `AW` and the like before it by a hyphen. Case matters: PC is no pc. */
  readonly written: readonly RegExp[];
  /** What a name may not say: 6061 is a bearing, too. */
  readonly not?: RegExp;
}

/**
 * What stands behind the symbol of a polymer: its filling, its flame retardance. GF30, MF20, V0; the token is short, and each part begins
 * with a sign of its own.
 */
const FILLED = "(?:[-+](?:GF|CF|MF|GB|TD|FR|V|HI|UV|I)\\d{0,2})*";
const polymer = (symbols: string) => new RegExp(`^(?:${symbols})${FILLED}$`);

/**
 * Designations of alloys, steels and polymers as drawings and bills write them, by the class of materials that they are of. Only names: no
 * figure hangs on the standard, and the grade is not in the data. The first row that fits is taken.
 */
const designations: readonly Designation[] = [
  {
    is: texts.stainless(),
    standard: "EN 10088-1, JIS G 4304, GB/T 20878, AISI",
    words: "steel stainless 304",
    written: [/^(?:SUS|SS|AISI|AISI-)-?304[A-Z]{0,2}$/i, /^304L$/, /^1\.430[167]$/, /^0?[036]Cr1[89]Ni(?:9|10|11)$/],
  },
  {
    is: texts.stainless(),
    standard: "EN 10088-1, JIS G 4304, GB/T 20878, AISI, ISO 3506-1",
    words: "steel stainless",
    written: [
      /^A[1-5]-(?:50|70|80)$/,
      /^C[1-4]-(?:50|70|80|110)$/,
      /^stainless-A[1-5]$/,
      /^(?:SUS|SS|AISI)-?[2-4]\d{2}[A-Z]{0,3}\d?$/i,
      /^31[067][LS]$/,
      /^1\.4\d{3}$/,
      /^\d{1,3}Cr(?:1[1-9]|2\d)(?:[A-Z][a-z]?\d{0,2}){0,4}$/,
      /^X\d{1,2}Cr(?:Ni|Mo|NiMo|NiTi|NiMoTi)\d{1,2}(?:-\d{1,2}){1,3}$/,
    ],
  },
  {
    is: texts.galvanised(),
    standard: "EN 10346, JIS G 3302, JIS G 3313",
    words: "galvanized steel sheet",
    written: [/^DX5[1-7]D(?:\+?Z[A-Z]?\d{0,3})?$/, /^S[EG][CH]C[CDE]?$/, /^S[EG]C[CDE]$/],
  },
  {
    is: texts.steel(),
    standard:
      "GB/T 700, GB/T 1591, GB/T 699, GB/T 3077, GB/T 18254, GB/T 2521, EN ISO 683-17, JIS G 4053, EN 10025, EN 10130, EN 10027-2, JIS G 3141, ISO 898-1, ASTM, AISI, SAE J403, SAE J404",
    words: "steel",
    written: [
      /^Q\d{3}-?[A-E]?(?:R|GJ|NH)?[A-E]?$/,
      /^S(?:185|235|275|355|420|460|690|700|960)(?:JR|J0|J2|K2|N|NL|M|ML|MC|Q|QL)?\d?(?:\+[A-Z]{1,2})?$/,
      /^St-?(?:12|13|14|37|44|52)(?:-\d)?$/i,
      /^D(?:C0[1-7]|D1[1-4])(?:\+?Z[A-Z]?\d{0,3})?$/,
      /^SP[CH][CDE]$/,
      /^1\.[0125-8]\d{3}$/,
      /^(?:08|10|15|20|25|30|35|40|45|50|55|60|65)#$/,
      /^\d{2}(?:Cr|Mn|CrMo|CrMn|CrMnTi|CrMnMo|CrNiMo|CrV|SiMn|MnB)\d{0,2}[AHE]?$/,
      /^C(?:10|15|22|25|30|35|40|45|50|55|60)[ER]?$/,
      /^(?:100Cr6|GCr(?:4|15|18)(?:Si?Mn|Mo)?|SUJ2|SAE-?52100)$/,
      /^\d{1,2}Mn?B\d{1,2}$|^\d{2}B\d{2}$/,
      /^S(?:CM|NCM|Cr)4?\d{2,3}[A-Z]{0,2}$/,
      /^S\d{2}C$/,
      /^\d{2}W\d{3,4}$/,
      /^ASTM-A\d{2,4}$/i,
      /^(?:AISI|SAE)-?(?:1[0-5]\d{2}|4[0-8]\d{2}|5[01]\d{2,3}|61\d{2}|8\d{3}|9[23]\d{2})[BHL]?$/i,
      /^class-(?:4\.[68]|5\.[68]|6\.8|8\.8|9\.8|10\.9|12\.9)$/,
      /^HRB\d{3}E?$/,
    ],
    // Concrete has classes of strength: C45/55.
    not: /concrete|b[eé]ton|hormig[oó]n|混凝土|砼|\bC\d{2}\/\d{2}/i,
  },
  {
    is: texts.castIron(),
    standard: "EN 1561, EN 1563, GB/T 9439, GB/T 1348, JIS G 5501",
    words: "iron sand casted",
    written: [
      /^(?:EN-)?GJ[LS]-?\d{3}(?:-\d{1,2})?$/,
      /^HT-?[1-4]\d0$/,
      /^QT-?\d{3}-\d{1,2}$/,
      /^GGG?-?\d{2}$/,
      /^FCD?\d{3}$/,
    ],
  },
  {
    is: texts.aluminium(),
    standard: "EN 573, EN 1706, JIS H 5302, GB/T 1173, GB/T 3190",
    words: "aluminum",
    written: [
      /^(?:AW|AA|Al)-?[1-8]\d{3}[A-Z]?(?:-?(?:T\d{1,4}|H\d{2,3}|O|F))?$/i,
      /^[1-8]\d{3}[A-Z]?-?(?:T\d{1,4}|H\d{2,3}|O)$/,
      /^(?:1050|1060|1070|1100|3003|3004|5052|5083|5754|6061|6063|6082|7005|7050|7075)A?$/,
      /^(?:AC-)?Al(?:Si|Mg|Cu|Zn|Mn)[A-Za-z0-9]{0,12}$/,
      /^ADC\d{1,2}Z?$/,
      /^A3(?:56|80|83)(?:-T\d)?$/,
      /^ZL\d{3}A?$/,
    ],
    not: /bearing|lager|轴承/i,
  },
  {
    is: texts.brass(),
    standard: "EN 1412, GB/T 5231, UNS",
    words: "brass",
    written: [
      /^CuZn\d{1,2}[A-Za-z0-9]{0,6}$/,
      /^H(?:59|62|65|68)$/,
      /^C2[1-8]\d0{1,2}$/,
      /^C36(?:0|00|04|000)$/,
      /^CW6\d{2}N$/,
    ],
  },
  {
    is: texts.copper(),
    standard: "EN 1412, GB/T 5231, UNS",
    words: "copper",
    written: [/^C1[012][012]0{1,2}$/, /^Cu-(?:ETP|DHP|OF)$/, /^T[UP][012]$/, /^CW0\d{2}A$/],
  },
  {
    is: texts.zinc(),
    standard: "EN 12844, ASTM B86",
    words: "zinc",
    written: [/^zamak-?\d{0,2}$/i, /^ZnAl\d[A-Za-z0-9]{0,4}$/, /^ZP\d{4}$/],
  },
  { is: texts.laminate(), standard: "NEMA LI 1, IPC-4101", words: "epoxy-laminate", written: [/^FR-?4$/i] },
  {
    is: texts.polyamide(),
    standard: "ISO 1043-1, ISO 16396-1",
    words: "polyamide plastic",
    written: [polymer("PA-?(?:6|66|46|11|12|610|612|6T|9T)?"), /^nylon-?\d{0,2}$/i],
  },
  { is: texts.abs(), standard: "ISO 1043-1", words: "abs plastic", written: [polymer("ABS")] },
  {
    is: texts.plastic(),
    standard: "ISO 1043-1",
    words: "plastic",
    written: [
      polymer(
        "PC|POM|PMMA|PBT|PEEK|PPS|PPO|PPE|PSU|PEI|SAN|ASA|TPU|TPE|PUR|PU|PTFE|PVDF|LCP|PETG|PET-G|EVA|EVAC|E/VAC|TPR",
      ),
    ],
  },
  {
    is: texts.polypropylene(),
    standard: "ISO 1043-1",
    words: "polypropylene pp",
    written: [polymer("PP(?=[-+])|EPP|PP-[CHR](?![A-Z])")],
  },
  { is: texts.polyethylene(), standard: "ISO 1043-1", words: "polyethylene", written: [polymer("PE|PE-X|XLPE|EPE")] },
  { is: texts.pvc(), standard: "ISO 1043-1", words: "polyvinyl chloride pvc", written: [/^U?PVC-?[UPC]?$/] },
  { is: texts.polystyrene(), standard: "ISO 1043-1", words: "polystyrene", written: [polymer("PS|HIPS|GPPS|EPS|XPS")] },
  { is: texts.rubber(), standard: "ISO 1629", words: "rubber", written: [/^(?:EPDM|H?NBR|SBR|CR|IIR)$/] },
];

/** A designation in a name. */
export interface Designated {
  readonly written: string;
  readonly is: Message;
  readonly standard: string;
  readonly words: string;
}

/** A prefix and the number of the material, which bills write apart: AISI 304, EN AW-6061, ASTM A36, PA 66. */
const APART = /\b(AISI|SAE|ASTM|SUS|SS|AW|AC|AA|PA|Nylon)[ -](?=[A-Z]?\d)/gi;
/** Numbers of stainless steels before the word: 304 SS, 316L stainless, A2 stainless. */
const STAINLESS = /(?<![\w.])([2-4]\d{2}[LHN]?|A[1-5])[ -](?:SS|stainless(?: steel)?|不锈钢)(?![A-Za-z])/gi;
/** Property classes of bolts (ISO 898-1): class 10.9, grade 12.9, or the Chinese word behind the number. */
const BOLTS = /(?:\b(?:class|grade|gr\.?)[ -]?)(\d{1,2}\.[689])(?![\d.])|(?<![\d.])(\d{1,2}\.[689])[ -]?级/gi;
/** Letters and digits with the signs inside designations, between blanks, brackets and other letters. */
const TOKEN = /(?<![\p{Script=Latin}\p{N}])[A-Za-z0-9][A-Za-z0-9.#+-]*/gu;

/** The designations in a name, and the name without them. */
export function designated(name: string): { readonly found: readonly Designated[]; readonly rest: string } {
  const text = name
    .replace(/\bEN[ -](?=A[WC][ -]?\d)/g, "")
    .replace(STAINLESS, (_, grade: string) => (/^A/i.test(grade) ? `stainless-${grade}` : `SS-${grade}`))
    .replace(BOLTS, (_, before?: string, after?: string) => `class-${before ?? after}`)
    .replace(APART, "$1-");
  const found: Designated[] = [];
  const rest = text.replace(TOKEN, (token) => {
    const written = token.replace(/[.+-]+$/, "");
    const known = designations.find(
      ({ written: forms, not }) => forms.some((form) => form.test(written)) && !not?.test(name),
    );
    if (!known) return token;
    found.push({ written, is: known.is, standard: known.standard, words: known.words });
    return " ";
  });
  return found.length === 0 ? { found, rest: name } : { found, rest };
}
