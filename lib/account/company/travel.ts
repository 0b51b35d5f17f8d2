import { hotelPlaces } from "../../company/hotel-places.ts";
import { messages } from "../../message/message.ts";
import { inUnit } from "../matching/amount-unit.ts";
import type { Activities } from "./activities.ts";
import { allOf, type Clues, firstOf, wordsFor } from "./clues.ts";
import type { Finder, Finding, Sources } from "./finding.ts";
import type { Target } from "./target.ts";

const texts = messages("account.company", {
  trip: { en: "“{words}” names how people travel.", zh: "“{words}”说明了出行方式。" },
  whichHaul: {
    en: "How far do the flights “{name}” go, and are they within one country?",
    zh: "“{name}”的航程有多远，是否在一国之内？",
  },
  distanceOfPeople: {
    en: "Kilometres of a journey are read as those of one passenger.",
    zh: "里程按一名乘客的里程计。",
  },
  byTripLength: { en: "Journeys times the distance of each.", zh: "次数乘以每次的距离。" },
  needDistance: {
    en: "The distance of “{name}” is needed, in km of passengers or of the car.",
    zh: "需要“{name}”的距离，以人公里或车公里计。",
  },
  ownCar: {
    en: "Is “{name}” of the company's own vehicles (scope 1, by their fuel) or of vehicles of employees and others (scope 3)?",
    zh: "“{name}”是企业自有车辆（范围一，按燃料计），还是员工或他人的车辆（范围三）？",
  },
  noEmission: { en: "Walking and cycling emit nothing that is counted.", zh: "步行和骑行没有计入的排放。" },
  ofUk: { en: "The factor is of the United Kingdom.", zh: "因子为英国的因子。" },
  peopleOfCar: {
    en: "For cars the distance of the vehicle is needed, and the file gives that of passengers; one person a car is assumed.",
    zh: "汽车需要车辆里程，而文件给出的是人公里；假定每车一人。",
  },
  hotelOf: { en: "“{words}” names nights in hotels.", zh: "“{words}”说明是酒店住宿。" },
  hotelNowhere: {
    en: "In which country the hotels are is not known: it is needed, or the factor of another country can stand in.",
    zh: "不知道酒店在哪个国家：需要国家，或用其他国家的因子代替。",
  },
  hotelCountry: {
    en: "There is no factor of hotels in {country}: that of China, the United Kingdom or another country can stand in.",
    zh: "没有 {country} 酒店的因子：可用中国、英国或其他国家的代替。",
  },
  homeOffice: { en: "“{words}” names work at home.", zh: "“{words}”说明是居家办公。" },
  severalModes: {
    en: "“{name}” names several ways to travel: which is it?",
    zh: "“{name}”写有多种出行方式：是哪一种？",
  },
});

const AIR = "Business travel- air · Flights";
const LAND = "Business travel- land";

/** Travel of people in vehicles of others: categories 6 and 7 of scope 3. */
export const findTravel: Finder = (clues, sources) => {
  const { unit, tags } = clues;
  const category = tags.has("role:commuting") || clues.written.category === "7" ? "7" : "6";
  if (tags.has("role:homeworking") && unit.dimension === "hours") return homeOffice(clues, sources);
  if (unit.dimension === "nights" || (tags.has("mode:hotel") && unit.dimension === "count"))
    return hotel(clues, sources);
  const isTravel =
    ["distance", "person distance"].includes(unit.dimension) ||
    (clues.hasDistance && ["count", "persons"].includes(unit.dimension));
  const mode = modeOf(clues);
  if (!isTravel) {
    const isJourney =
      mode !== null && ["count", "persons", "none"].includes(unit.dimension) && !["active", "hotel"].includes(mode);
    if (!isJourney) return null;
    return {
      kind: "none",
      target: null,
      others: targetsOf(mode, clues, sources, category),
      how: texts.needDistance({ name: clues.name }),
    };
  }
  if (mode === null) return null;
  return journey(mode, clues, sources, category);
};

function journey(mode: string, clues: Clues, sources: Sources, category: "6" | "7"): Finding {
  if (mode === "active")
    return { kind: "name", target: null, others: [], how: texts.noEmission(), apart: texts.noEmission() };
  const [target, ...others] = targetsOf(mode, clues, sources, category);
  const how = texts.trip({
    words: wordsFor(
      clues,
      `mode:${mode}`,
      ...allOf(clues, "haul").map((of) => `haul:${of}`),
      ...allOf(clues, "class").map((of) => `class:${of}`),
    ).join(", "),
  });
  const notes = sources.country === "GBR" ? [] : [texts.ofUk()];
  const question = questionOf(mode, clues, category);
  const conversion = conversionOf(clues, target ?? null);
  return {
    kind: question || isNear(mode, clues) ? "class" : "name",
    target: target ?? null,
    others,
    how,
    notes,
    ...(conversion ? { conversion } : {}),
    ...(question ? { question } : {}),
  };
}

/** Metros, fast trains and coaches stand in the table by British names only. */
function isNear(mode: string, clues: Clues): boolean {
  return mode === "metro" || (mode === "car" && firstOf(clues, "drive") === null);
}

function questionOf(mode: string, clues: Clues, category: "6" | "7"): Finding["question"] | undefined {
  const modes = allOf(clues, "mode").filter((of) => of !== "hotel");
  const isOwn =
    clues.written.scope === "1" ||
    (clues.tags.has("use:vehicle") &&
      clues.written.scope === null &&
      category === "6" &&
      !clues.tags.has("role:business travel") &&
      mode === "car");
  if (isOwn) return { text: texts.ownCar({ name: clues.name }), assumed: false };
  const distinct = new Set(modes.map((of) => (of === "coach" ? "bus" : of)));
  if (distinct.size > 1 && distinct.has("flight"))
    return { text: texts.severalModes({ name: clues.name }), assumed: false };
  if (mode === "flight" && firstOf(clues, "haul") === null)
    return { text: texts.whichHaul({ name: clues.name }), assumed: true };
  return undefined;
}

function modeOf(clues: Clues): string | null {
  const modes = allOf(clues, "mode");
  // "Rental car", "taxi", "bus" and "train" say more than "car" and the words of trips.
  return (
    modes.find((mode) => mode !== "car") ??
    modes[0] ??
    tripMode(clues) ??
    (clues.tags.has("role:business travel") && firstOf(clues, "drive") !== null ? "car" : null)
  );
}

/** In a file of trips "air", "road" and "sea" are how people travel. */
const tripModes: Readonly<Record<string, string>> = { air: "flight", rail: "rail", road: "car", sea: "ferry" };

function tripMode(clues: Clues): string | null {
  const { written, tags } = clues;
  const isTrip =
    written.category === "6" ||
    written.category === "7" ||
    tags.has("role:business travel") ||
    tags.has("role:commuting");
  const [mode] = allOf(clues, "freight").flatMap((of) => tripModes[of] ?? []);
  return isTrip && mode !== undefined ? mode : null;
}

/** The likeliest factor of a mode first, then its neighbours. */
function targetsOf(mode: string, clues: Clues, { activities, country }: Sources, category: "6" | "7"): Target[] {
  const land = (name: string) => activities.named(category, `${LAND} · ${name}`);
  const found = (...targets: (Target | null)[]) => targets.filter((target) => target !== null);
  switch (mode) {
    case "flight":
      return flights(clues, activities, country);
    case "rail":
      return found(land("Rail · National rail"), land("Rail · International rail"), land("Rail · Light rail and tram"));
    case "intl rail":
      return found(land("Rail · International rail"), land("Rail · National rail"));
    case "metro":
      return found(land("Rail · Light rail and tram"), land("Rail · London Underground"), land("Rail · National rail"));
    case "bus":
      return found(land("Bus · Average local bus"), land("Bus · Coach"));
    case "coach":
      return found(land("Bus · Coach"), land("Bus · Average local bus"));
    case "taxi":
      return found(land("Taxis · Regular taxi"), land("Taxis · Black cab"));
    case "motorbike":
      return found(land("Motorbike · Average"), land("Motorbike · Small"), land("Motorbike · Large"));
    case "ferry":
      return found(
        activities.named("6", "Business travel- sea · Ferry · Average (all passenger)"),
        activities.named("6", "Business travel- sea · Ferry · Foot passenger"),
      );
    case "car":
      return cars(clues, land);
    default:
      return [];
  }
}

function cars(clues: Clues, land: (name: string) => Target | null): Target[] {
  const drives = [
    "Unknown",
    "Petrol",
    "Diesel",
    "Hybrid",
    "Plug-in Hybrid Electric Vehicle",
    "Battery Electric Vehicle",
  ];
  const said = firstOf(clues, "drive");
  return [...(said === null ? [] : [said]), ...drives].flatMap(
    (drive) => land(`Cars (by size) · Average car · ${drive}`) ?? [],
  );
}

function flights(clues: Clues, activities: Activities, country: string | null): Target[] {
  const haul = allOf(clues, "haul");
  const seat = firstOf(clues, "class") ?? "Average passenger";
  const isUk = country === "GBR";
  const name = (of: string, by: string) => activities.named("6", `${AIR} · ${of} · ${by} · With RF`);
  const [domestic, short, long, abroad] = [
    "Domestic, to/from UK",
    "Short-haul, to/from UK",
    "Long-haul, to/from UK",
    "International, to/from non-UK",
  ];
  const order = haul.includes("domestic")
    ? [domestic, short, abroad, long]
    : haul.includes("short")
      ? [short, domestic, abroad, long]
      : haul.includes("long")
        ? isUk || country === null
          ? [long, abroad, short, domestic]
          : [abroad, long, short, domestic]
        : isUk
          ? [short, long, domestic, abroad]
          : [abroad, short, long, domestic];
  return order.flatMap((of) => name(of!, seat) ?? name(of!, "Average passenger") ?? []);
}

function conversionOf(clues: Clues, target: Target | null): Finding["conversion"] {
  const { unit } = clues;
  if (target === null) return undefined;
  const isByPassenger = target.units.includes("pkm");
  const isByCar = target.units.includes("km");
  if (["count", "persons"].includes(unit.dimension))
    return { unit: isByPassenger ? "pkm" : "km", factor: 1, byDistance: true, how: [texts.byTripLength()] };
  if (unit.dimension === "distance" && isByPassenger && !isByCar)
    return { unit: "pkm", factor: inUnit(1, unit.text!, "km"), byDistance: false, how: [texts.distanceOfPeople()] };
  if (unit.dimension === "person distance" && !isByPassenger)
    return { unit: "km", factor: inUnit(1, unit.text!, "person·km"), byDistance: false, how: [texts.peopleOfCar()] };
  return undefined;
}

function hotel(clues: Clues, { activities, country }: Sources): Finding {
  const stay = (name: string | undefined) =>
    name === undefined ? null : activities.named("6", `Hotel stay · ${name}`);
  const target = stay(country === null ? undefined : hotelPlaces[country]);
  const others = ["UK", "China", "United States", "Germany", "France", "Japan"].map(stay);
  const how =
    target === null
      ? country === null
        ? texts.hotelNowhere()
        : texts.hotelCountry({ country })
      : texts.hotelOf({ words: wordsFor(clues, "mode:hotel").join(", ") || clues.name });
  return {
    kind: target === null ? "none" : "name",
    target,
    others,
    how,
    conversion: { unit: "item room-night", factor: null, byDistance: false, how: [] },
  };
}

function homeOffice(clues: Clues, { activities }: Sources): Finding {
  const names = ["Homeworking (office equipment + heating)", "Office Equipment", "Heating"];
  const [target, ...others] = names.map((name) => activities.named("7", `Homeworking · ${name}`));
  return {
    kind: "class",
    target: target ?? null,
    others,
    how: texts.homeOffice({ words: wordsFor(clues, "role:homeworking").join(", ") }),
    notes: [texts.ofUk()],
    conversion: { unit: "h FTE", factor: null, byDistance: false, how: [] },
  };
}
