import { messages } from "../../message/message.ts";
import { someOf } from "../../message/some-of.ts";
import { editDistance } from "../../tool/nearest-name.ts";
import type { DatasetColumns } from "../../tool/read.ts";
import { BorderError } from "../border-error.ts";

const texts = messages("border.good", {
  noCode: {
    en: 'good is "{code}"; expected a CN code of 4 to 8 digits, or a TARIC code of 10.',
    zh: "good 应为 4 至 8 位 CN 编码或 10 位 TARIC 编码，实际为“{code}”。",
  },
  unknown: {
    en: "The mechanism has no good with CN code {code} in this edition. The nearest codes are {nearest}.",
    zh: "该机制的此版本中没有 CN 编码为 {code} 的商品。最接近的编码有：{nearest}。",
  },
  electricity: {
    en: "good is {code}, electricity: its default values are per MWh and do not ship, and its free allocation is zero. Multiply its embedded emissions by the price.",
    zh: "good 为 {code}，即电力：其默认值按 MWh 计，未随附，且免费配额为零。请以其隐含排放乘以价格。",
  },
  heading: {
    en: "{code} is a heading with several goods: give one of {codes}.",
    zh: "{code} 为含多种商品的品目，请给出其中之一：{codes}。",
  },
});

/** A good of the mechanism, which is declared in MWh. */
const ELECTRICITY = "2716";

/** A code without the spaces and points with which it is printed. */
export function digitsOf(code: string): string {
  return code.replaceAll(/[\s.]/g, "");
}

/** A good of the annex of default values. */
export interface Good {
  readonly id: number;
  readonly sector: string;
  /** CN code of 8, 6 or 4 digits. */
  readonly code: string;
  /** TARIC code where the CN code is shared by several goods. */
  readonly taric: string | null;
  readonly description: string;
}

/** The goods of the annex, found by code. */
export class GoodList {
  readonly goods: readonly Good[];

  constructor(columns: DatasetColumns) {
    const [id, sector, code] = [columns.numbers("good_id"), columns.texts("sector"), columns.texts("cn_code")];
    const [taric, description] = [columns.texts("taric_code"), columns.texts("description")];
    this.goods = Array.from({ length: columns.rows }, (_, row) => ({
      id: id[row]!,
      sector: sector[row]!,
      code: code[row]!,
      taric: taric[row] ?? null,
      description: description[row]!,
    }));
  }

  /**
   * The goods that a code may mean, the nearest first: those of its TARIC code, else of the longest CN code that begins it (8, 6,
   * then 4 digits). Throws BorderError that names the nearest codes.
   */
  find(given: string): readonly Good[] {
    const code = digitsOf(given);
    if (!/^\d{2,10}$/.test(code)) throw new BorderError("good", texts.noCode({ code: given }));
    if (code.startsWith(ELECTRICITY)) throw new BorderError("good", texts.electricity({ code: given }));
    const ofTaric = this.goods.filter(({ taric }) => taric === code);
    if (ofTaric.length > 0) return ofTaric;
    const above = this.goods.filter((good) => code.startsWith(good.code));
    if (above.length === 0) throw this.unknown(code);
    return above.sort((a, b) => b.code.length - a.code.length);
  }

  /** Goods below a heading. */
  below(code: string): readonly Good[] {
    return this.goods.filter((good) => good.code.startsWith(code) && good.code.length > code.length);
  }

  /** Said of a heading that only introduces others. */
  heading(code: string): BorderError {
    return new BorderError("good", texts.heading({ code, codes: someOf(this.below(code).map((good) => good.code)) }));
  }

  private unknown(code: string): BorderError {
    const below = [...new Set(this.below(code).map((good) => good.code))];
    if (below.length > 0) return new BorderError("good", texts.heading({ code, codes: someOf(below) }));
    const shared = (other: string) => {
      let count = 0;
      while (count < code.length && other[count] === code[count]) count++;
      return count;
    };
    const nearest = [...new Set(this.goods.map((good) => good.code))].sort(
      (a, b) => shared(b) - shared(a) || editDistance(a, code) - editDistance(b, code) || (a < b ? -1 : 1),
    );
    return new BorderError("good", texts.unknown({ code, nearest: nearest.slice(0, 5) }));
  }
}
