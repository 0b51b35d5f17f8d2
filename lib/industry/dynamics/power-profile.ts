import type { Message } from "../../message/message.ts";
import { messages } from "../../message/message.ts";
import type { Read } from "../../tool/read.ts";
import { IndustryError } from "../industry-error.ts";

const texts = messages("industry.profile", {
  noCountry: {
    en: "power_hours has no country {country}; it has {countries}.",
    zh: "power_hours 中没有国家 {country}；现有 {countries}。",
  },
  notThere: {
    en: "power_hours has hours of {country} from {first} to {last}; {from} with {hours} hours is not within them.",
    zh: "power_hours 中 {country} 的小时数据为 {first} 至 {last}；从 {from} 起的 {hours} 小时不在其中。",
  },
  gap: {
    en: "{country} has no {quantity} in the {hours} hours from {date} {hour}:00 UTC. Begin later, or choose another country.",
    zh: "{country} 从 {date} {hour}:00（UTC）起 {hours} 小时没有{quantity}数据。请推迟起点或换一个国家。",
  },
  filled: {
    en: "{count} missing {count:hour|hours} of {quantity} were set between the hours around them.",
    zh: "{quantity}有 {count} 个缺失小时，按前后小时插值补齐。",
  },
  scaled: {
    en: "Hours of {quantity} are those of {country} from {from} as reported, scaled to a mean of {mean} MW.",
    zh: "{quantity}取 {country} 自 {from} 起运营商报告的逐小时数据，按均值 {mean} MW 缩放。",
  },
  load: { en: "load", zh: "负荷" },
  wind: { en: "wind", zh: "风电" },
  solar: { en: "solar", zh: "光伏" },
  allZero: {
    en: "{country} reports no {quantity} above zero in these hours, so that they cannot be scaled.",
    zh: "{country} 在这些小时内没有大于零的{quantity}数据，无法缩放。",
  },
});

/** The longest gap that is set between the hours around it. */
const GAP = 3;
const HOUR = 3_600_000;

/** Which hours, and to which mean each quantity is scaled, in MW. */
export interface ProfileChoice {
  readonly country: string;
  /** First hour, as 2019-01-01 or 2019-01-01T06; by default the first of the country. */
  readonly from?: string | undefined;
  readonly hours: number;
  readonly load?: number | undefined;
  readonly wind?: number | undefined;
  readonly solar?: number | undefined;
}

export interface PowerProfile {
  readonly load: Float64Array;
  readonly supply: Float64Array;
  /** First hour, ISO 8601. */
  readonly from: string;
  readonly notes: readonly Message[];
}

/** Hours of a country in the dataset `power_hours`, scaled by their means. Throws IndustryError for hours that are not there. */
export async function powerProfile(choice: ProfileChoice, read: Read): Promise<PowerProfile> {
  const { country, hours } = choice;
  const columns = await read("power_hours", { iso3: country });
  const [iso3, date, hour] = [columns.texts("iso3"), columns.texts("date"), columns.numbers("hour")];
  const rowAt = new Map<number, number>();
  const countries = new Set<string>();
  for (let row = 0; row < columns.rows; row++) {
    countries.add(iso3[row]!);
    if (iso3[row] === country) rowAt.set(Date.parse(`${date[row]}T00:00Z`) / HOUR + hour[row]!, row);
  }
  if (rowAt.size === 0)
    throw new IndustryError("profile", texts.noCountry({ country, countries: [...countries].join(", ") }));
  const known = [...rowAt.keys()];
  const [first, last] = [known[0]!, known.at(-1)!];
  const iso = (at: number) => `${new Date(at * HOUR).toISOString().slice(0, 13)}:00Z`;
  const from = choice.from === undefined ? first : beginOf(choice.from);
  if (!(from >= first && from + hours - 1 <= last))
    throw new IndustryError(
      "profile",
      texts.notThere({
        country,
        first: iso(first),
        last: iso(last),
        from: Number.isNaN(from) ? choice.from! : iso(from),
        hours,
      }),
    );
  const notes: Message[] = [];
  const scaled = (name: "load_mw" | "wind_mw" | "solar_mw", quantity: Message, mean: number | undefined) => {
    if (mean === undefined || mean === 0) return new Float64Array(hours);
    const reported = columns.numbers(name);
    const values = Float64Array.from({ length: hours }, (_, t) => {
      const row = rowAt.get(from + t);
      return row === undefined ? Number.NaN : (reported[row] ?? Number.NaN);
    });
    const filled = fill(values, (t, length) => {
      const [day, at] = [iso(from + t).slice(0, 10), iso(from + t).slice(11, 13)];
      return new IndustryError("profile", texts.gap({ country, quantity, hours: length, date: day, hour: at }));
    });
    if (filled > 0) notes.push(texts.filled({ count: filled, quantity }));
    const own = values.reduce((sum, value) => sum + value, 0) / hours;
    if (!(own > 0)) throw new IndustryError("profile", texts.allZero({ country, quantity }));
    notes.push(texts.scaled({ quantity, country, from: iso(from), mean }));
    return values.map((value) => (value * mean) / own);
  };
  const load = scaled("load_mw", texts.load(), choice.load);
  const wind = scaled("wind_mw", texts.wind(), choice.wind);
  const solar = scaled("solar_mw", texts.solar(), choice.solar);
  return { load, supply: wind.map((value, t) => value + solar[t]!), from: iso(from), notes };
}

/** Hours since 1970 of 2019-01-01 or 2019-01-01T06; NaN for another text. */
function beginOf(text: string): number {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}).*)?$/.exec(text);
  return match ? Date.parse(`${match[1]}T${match[2] ?? "00"}:00Z`) / HOUR : Number.NaN;
}

/** Sets short gaps on the line between their neighbours; returns how many hours. */
function fill(values: Float64Array, refused: (at: number, length: number) => IndustryError): number {
  let filled = 0;
  for (let t = 0; t < values.length; t++) {
    if (!Number.isNaN(values[t])) continue;
    let end = t;
    while (end < values.length && Number.isNaN(values[end])) end++;
    if (end - t > GAP || t === 0 || end === values.length) throw refused(t, end - t);
    const [before, after] = [values[t - 1]!, values[end]!];
    for (let at = t; at < end; at++) values[at] = before + ((after - before) * (at - t + 1)) / (end - t + 1);
    filled += end - t;
  }
  return filled;
}
