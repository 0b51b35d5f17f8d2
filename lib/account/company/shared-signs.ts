import { messages } from "../../message/message.ts";
import { sharedSigns } from "../../quantity/currencies.ts";
import type { AccountInput } from "../account-maker.ts";
import type { ReadLine } from "../line-shape.ts";
import { Asks } from "../matching/asks.ts";

const texts = messages("account.company.sign", {
  which: { en: "Which currency is “{sign}”?", zh: "“{sign}”是哪种货币？" },
  byPlace: {
    en: "“{sign}” was taken as {currency}, the money of {place}.",
    zh: "“{sign}”按{place}的货币 {currency} 计。",
  },
  usual: {
    en: "“{sign}” was taken as {currency}: the file names no currency.",
    zh: "“{sign}”按 {currency} 计：文件未写明币种。",
  },
  code: { en: "{code}", zh: "{code}" },
});

/** By sign, the money of the countries that write theirs with it. */
const moneyOf: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map<
  string,
  Readonly<Record<string, string>>
>([
  [
    "$",
    {
      USA: "USD",
      AUS: "AUD",
      CAN: "CAD",
      NZL: "NZD",
      HKG: "HKD",
      SGP: "SGD",
      TWN: "TWD",
      MEX: "MXN",
      ARG: "ARS",
      CHL: "CLP",
      COL: "COP",
      URY: "UYU",
    },
  ],
  ["¥", { CHN: "CNY", JPN: "JPY" }],
  ["kr", { SWE: "SEK", NOR: "NOK", DNK: "DKK", ISL: "ISK" }],
]);

/** Signs that are one currency unless something says otherwise. */
const usual: ReadonlyMap<string, string> = new Map([
  ["$", "USD"],
  ["¥", "CNY"],
]);

/** Lines whose money is written with a sign of several currencies, in the one that is meant: by an answer, by the place, else the usual one. */
export function inOneCurrency(
  { lines, mapping }: Pick<AccountInput, "lines" | "mapping">,
  country: string | null,
): { readonly lines: readonly ReadLine[]; readonly asks: Asks } {
  const asks = new Asks();
  const { answers = {} } = mapping;
  return { lines: lines.map((line) => (sharedSigns.has(line.unit) ? settled(line) : line)), asks };

  function settled(line: ReadLine): ReadLine {
    const sign = line.unit;
    const codes = sharedSigns.get(sign)!;
    const key = `currency:${sign}`;
    const answer = Object.hasOwn(answers, key) ? answers[key]! : null;
    if (answer !== null && codes.includes(answer)) return { ...line, unit: answer };
    const own = country === null ? undefined : moneyOf.get(sign)?.[country];
    if (own !== undefined)
      return { ...line, unit: own, notes: [...line.notes, texts.byPlace({ sign, currency: own, place: country! })] };
    const assumed = usual.get(sign) ?? null;
    const options = codes.map((code) => ({ value: code, label: texts.code({ code }) }));
    asks.add(line, key, texts.which({ sign }), options, assumed);
    if (assumed === null) return line;
    return { ...line, unit: assumed, notes: [...line.notes, texts.usual({ sign, currency: assumed })] };
  }
}
