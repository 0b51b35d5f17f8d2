import { type Message, messages } from "../../message/message.ts";
import type { Calibration } from "../calibration/calibrate.ts";

const texts = messages("industry.calibrationNotes", {
  atBound: {
    en: "{parameter} rests on its bound {value}: its interval is not valid, and the others hold for that value.",
    zh: "{parameter} 停在边界 {value} 上：其区间无效，其余参数的区间以该值为前提。",
  },
  correlated: {
    en: "{first} and {second} are correlated by {r}: the readings determine them together rather than each by itself.",
    zh: "{first} 与 {second} 的相关系数为 {r}：读数较能确定二者的组合，而不是各自的值。",
  },
});

/** From this correlation the reader is told. */
const STRONG = 0.98;

/** What a reader must know of fitted parameters: which rest on a bound, and which are determined only together. */
export function calibrationNotes({ parameters, correlation }: Calibration): Message[] {
  const names = parameters.map(({ name }) => name);
  return [
    ...parameters.filter(({ atBound }) => atBound).map(({ name, value }) => texts.atBound({ parameter: name, value })),
    ...names.flatMap((first, i) =>
      names.slice(i + 1).flatMap((second, j) => {
        const r = correlation[i]![i + 1 + j]!;
        return Math.abs(r) >= STRONG ? [texts.correlated({ first, second, r: r.toFixed(3) })] : [];
      }),
    ),
  ];
}
