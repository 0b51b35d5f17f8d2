/** A length of time, as a cell of a workbook with the format `[h]:mm` has it, or a column of Arrow or Parquet. */
export class Duration {
  readonly seconds: number;

  constructor(seconds: number) {
    this.seconds = seconds;
  }

  /** The length of a number of days, as workbooks count: to the microsecond, which their doubles hold for ten thousand years. */
  static ofDays(days: number): Duration {
    return new Duration(Math.round(days * 86_400e6) / 1e6);
  }

  /** As a number in a unit of time; NaN for another unit. */
  in(unit: string): number {
    const seconds = secondsOf.get(unit.trim().toLowerCase());
    return seconds === undefined ? Number.NaN : this.seconds / seconds;
  }

  /** Hours, minutes and seconds: `255:10:04.8`. */
  toString(): string {
    const size = Math.abs(this.seconds);
    // A double has fifteen digits for certain; those of nanoseconds are nine behind the point.
    const digits = Math.min(9, Math.max(0, 15 - String(Math.trunc(size)).length));
    const [whole = "0", fraction = ""] = size.toFixed(digits).split(".");
    const seconds = BigInt(whole);
    const two = (part: bigint) => String(part).padStart(2, "0");
    const clock = `${two(seconds / 3600n)}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}`;
    const behind = fraction.replace(/0+$/, "");
    return `${this.seconds < 0 ? "-" : ""}${clock}${behind === "" ? "" : `.${behind}`}`;
  }
}

const secondsOf: ReadonlyMap<string, number> = new Map(
  [
    { seconds: 1, units: ["s", "sec", "second", "seconds", "秒"] },
    { seconds: 60, units: ["min", "minute", "minutes", "分", "分钟"] },
    { seconds: 3600, units: ["h", "hr", "hrs", "hour", "hours", "小时", "时"] },
    { seconds: 86_400, units: ["d", "day", "days", "天", "日"] },
  ].flatMap(({ seconds, units }) => units.map((unit): [string, number] => [unit, seconds])),
);
