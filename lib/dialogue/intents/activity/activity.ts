import { hotelPlaces } from "../../../company/hotel-places.ts";
import type { Text } from "../../../message/message.ts";
import { ask, type Intent, type Outcome, refuse } from "../../intent.ts";
import type { Link } from "../../link.ts";
import type { Found, Matter } from "../../matter.ts";
import type { Assumption, Json } from "../../plan.ts";
import type { FactorAxis } from "./factor-axis.ts";
import { landfillOf, type UkActivity, ukActivities } from "./uk-activities.ts";
import { type Amount, EDITION, elsewhere, MASS, source, ukDraft, ukFactors } from "./uk-factor.ts";

const onePassenger: Assumption = {
  slot: "amount",
  value: 1,
  label: { en: "one passenger", zh: "一名乘客" },
  because: { en: "no number of passengers is given", zh: "未给出乘客人数" },
  rivals: [],
};

const DISTANCE = /^(?:km|mi|nmi)$/;

/** What an activity of people or companies emits, by the factors of the United Kingdom: travel, freight, hotels, water, landfill. */
export const activityIntent: Intent = {
  id: "activity",
  title: { en: "emissions of travel, freight, nights, water and waste", zh: "出行、货运、住宿、用水与废弃物的排放" },
  ofGivenAmounts: true,
  read(matter) {
    const found = matter.find("material").filter(({ meaning }) => /^(?:activity|waste):/.test(String(meaning.value)));
    const activity = ofOne(found);
    if (!activity) return null;
    for (const { link } of found) matter.use(link);
    const key = String(activity.meaning.value);
    if (key === "activity:hotel") return hotel(matter, activity);
    const waste = key.startsWith("waste:") ? landfillOf(key) : undefined;
    if (key.startsWith("waste:") && (!waste || !matter.takes("technology", "Landfill"))) return null;
    const rows = waste ? [waste] : ukActivities[key];
    const measured = rows && amountOf(matter);
    const row = measured && rowOf(rows, measured.unit);
    if (!row) return null;
    beside(matter);
    const outcome = byFactor(matter, row, activity, measured);
    return elsewhere(matter) ?? outcome;
  },
};

/** The row of a unit; of passengers where a distance alone is given, which is then one passenger's. */
function rowOf(rows: readonly UkActivity[], unit: UkActivity["unit"]): UkActivity | undefined {
  return (
    rows.find((each) => each.unit === unit) ?? (unit === "km" ? rows.find((each) => each.unit === "pkm") : undefined)
  );
}

/** Words of transport that freight makes more special. */
const general: Readonly<Record<string, string>> = {
  "activity:flight": "activity:air freight",
  "activity:train": "activity:freight train",
};

/** The one activity that the words name: the longest where several words name one; null if they name two. */
function ofOne(found: readonly Found[]): Found | null {
  const values = found.map(({ meaning }) => String(meaning.value));
  const special = found.filter(({ meaning }) => !values.includes(general[String(meaning.value)] ?? ""));
  const [first, ...others] = [...special].sort((a, b) => b.link.words.length - a.link.words.length);
  return first && others.every(({ meaning }) => meaning.value === first.meaning.value) ? first : null;
}

/** The amount in the units of the factors: kilometres, with a mass or with passengers, or a mass or volume alone. */
function amountOf(matter: Matter): Amount | null {
  const quantities = matter.links.filter(
    (link): link is Link & { quantity: NonNullable<Link["quantity"]> } => !!link.quantity,
  );
  matter.use(...quantities);
  const kilometres = quantities.filter(({ quantity }) => DISTANCE.test(quantity.unit));
  const masses = quantities.filter(({ quantity }) => MASS.test(quantity.unit));
  const persons = quantities.filter(({ quantity }) => quantity.unit === "person");
  const volumes = quantities.filter(({ quantity }) => quantity.unit === "m3");
  if (kilometres.length + masses.length + persons.length + volumes.length !== quantities.length) return null;
  const words = quantities.map(({ words }) => words);
  const of = ({ quantity }: (typeof quantities)[number]) => ({ value: quantity.value, unit: quantity.unit });
  const [distance, mass, person, volume] = [kilometres[0], masses[0], persons[0], volumes[0]];
  if ([kilometres, masses, persons, volumes].some((each) => each.length > 1)) return null;
  // “500 tonne kilometres” is read as a mass before a word.
  const made = matter.find("process").find(({ meaning }) => /kilometre$/.test(String(meaning.value)));
  matter.use(made?.link);
  const number = made ? matter.numbers()[0] : undefined;
  if (made && mass && !distance && made.meaning.value !== "passenger kilometre" && quantities.length === 1)
    return {
      unit: "tkm",
      value: mass.quantity.value,
      measured: mass.quantity.unit,
      times: { value: 1, unit: "km" },
      words: [`${mass.words} ${made.link.words}`],
    };
  if (made && number && quantities.length === 0 && made.meaning.value !== "kilometre") {
    const unit = made.meaning.value === "passenger kilometre" ? "pkm" : "tkm";
    return { unit, value: number.number, measured: unit, times: null, words: [`${number.words} ${made.link.words}`] };
  }
  if (distance && mass && !person)
    return { unit: "tkm", value: distance.quantity.value, measured: distance.quantity.unit, times: of(mass), words };
  if (distance && person && !mass)
    return { unit: "pkm", value: distance.quantity.value, measured: distance.quantity.unit, times: of(person), words };
  if (distance && !mass && !person)
    return { unit: "km", value: distance.quantity.value, measured: distance.quantity.unit, times: null, words };
  if (mass && quantities.length === 1)
    return { unit: "t", value: mass.quantity.value, measured: mass.quantity.unit, times: null, words };
  if (volume && quantities.length === 1)
    return { unit: "m3", value: volume.quantity.value, measured: "m3", times: null, words };
  return null;
}

/** Words beside the amount that change nothing. */
function beside(matter: Matter): void {
  matter.emissions("CO2", "GHG");
  matter.takes("operation", "total", "factor", "convert", "flow", "above");
  matter.use(...matter.links.filter(({ words }) => /^(?:开|shipping|freight|moving|load|loaded|sites?)$/i.test(words)));
  matter.takes("process", "travel", "route");
  matter.takes("place", "GBR");
  matter.takes("database", "DEFRA");
  matter.unit();
  // The edition of the factors.
  matter.use(...matter.links.filter(({ years }) => years && "one" in years && years.one === EDITION));
}

function byFactor(matter: Matter, row: UkActivity, activity: Found, amount: Amount): Outcome {
  const assumed: Assumption[] = [ukFactors];
  const parts: string[] = [];
  for (const part of row.name) {
    if (typeof part === "string") {
      parts.push(part);
      continue;
    }
    const said = part.said(matter);
    if (said === undefined && "ask" in part.otherwise) return askFor(matter, part, part.otherwise.ask);
    if (said === undefined && "value" in part.otherwise) {
      const { value, label, because } = part.otherwise;
      assumed.push({ slot: part.slot, value, label, because, rivals: choicesOf(matter, part) });
      parts.push(value);
    } else parts.push(said!);
  }
  // A distance alone is one passenger's.
  if (row.unit === "pkm" && amount.unit === "km") {
    assumed.push(onePassenger);
    const times = { value: 1, unit: "person" };
    return ukDraft(parts.join(" · "), row.unit, activity.meaning.label, { ...amount, times }, assumed);
  }
  return ukDraft(parts.join(" · "), row.unit, activity.meaning.label, amount, assumed);
}

function choicesOf(matter: Matter, { choices: { kind, values } }: FactorAxis) {
  return values.map((value) => ({ value: value as Json, label: matter.lexicon.conceptLabel(kind, value) }));
}

function askFor(matter: Matter, axis: FactorAxis, question: Text): Outcome {
  return ask(axis.slot, question, choicesOf(matter, axis));
}

/** Nights in a hotel of a country. */
function hotel(matter: Matter, activity: Found): Outcome | null {
  const [nights, ...others] = matter.numbers();
  if (!matter.takes("process", "night") || !nights || others.length > 0) return null;
  if (matter.quantities().length > 0) return null;
  beside(matter);
  // “On a business trip”
  matter.use(
    ...matter.links.filter(({ words }) =>
      /^(?:government|团队|出差|差|stay|stays|房|一房|一间房|一間房)$/i.test(words),
    ),
  );
  const all = matter.all("place");
  // The factors are the United Kingdom's wherever the hotel is.
  const abroad = all.filter(({ meaning }) => meaning.value !== "GBR");
  const [place, ...more] = abroad.length > 0 ? abroad : all;
  if (more.some(({ meaning }) => meaning.value !== place?.meaning.value)) return null;
  const label = matter.lexicon;
  if (!place)
    return ask(
      "place",
      { en: "In which country is the hotel?", zh: "酒店在哪个国家？" },
      ["CHN", "USA", "GBR", "DEU", "FRA", "JPN"].map((value) => ({ value, label: label.placeLabel(value) })),
    );
  const name = hotelPlaces[String(place.meaning.value)];
  if (name === undefined)
    return refuse("no such data", {
      en: [{ source: source.en }, " have no hotels of ", { name: place.meaning.label.en }, "."],
      zh: [{ source: source.zh }, "没有", { name: place.meaning.label.zh }, "酒店的因子。"],
    });
  return ukDraft(
    `Hotel stay · ${name}`,
    "item room-night",
    {
      en: `${activity.meaning.label.en}, ${place.meaning.label.en}`,
      zh: `${place.meaning.label.zh}${activity.meaning.label.zh}`,
    },
    { value: nights.number, measured: "item room-night", times: null, words: [nights.words] },
    [],
  );
}
