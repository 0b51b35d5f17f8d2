import { type Intent, refuse } from "../intent.ts";
import type { Absence } from "../lexicon/absent.ts";
import { absenceNotes } from "../lexicon/absent.ts";
import type { Link } from "../link.ts";
import type { Nearest, RefusalReason } from "../reply.ts";

const reasons: Readonly<Partial<Record<Absence, RefusalReason>>> = {
  forecast: "a forecast",
  invention: "an invention",
};

/** What the house knows by name and has no figures of: forecasts, companies, cities, pollutants, prices of other markets. */
export const absentIntent: Intent = {
  id: "absent",
  title: { en: "what there is no data of", zh: "没有数据的内容" },
  read(matter) {
    // A word that can also mean something that is here is not absent.
    const hasAmount = matter.links.some(({ quantity }) => quantity);
    const found = matter
      .find("absent")
      .filter(({ link, isNested }) => !isNested && isOnlyAbsent(link) && !(hasAmount && matter.holdsAmount(link)));
    const [first] = found;
    if (!first) return null;
    for (const link of matter.links) matter.use(link);
    const absence = found.some(({ meaning }) => meaning.value === "invention")
      ? "invention"
      : (first.meaning.value as Absence);
    const note = absenceNotes[absence];
    return refuse(
      reasons[absence] ?? "no such data",
      {
        en: [{ quoted: `“${first.link.words}”` }, ": ", note.en],
        zh: [{ quoted: `“${first.link.words}”` }, "：", note.zh],
      },
      nearestTo(matter),
    );
  },
};

function isOnlyAbsent({ meanings }: Link): boolean {
  return meanings.filter(({ kind }) => kind !== "holder").length === 1;
}

/** Questions beside an absent one: the emissions of the places that it names, or of the world. */
export function nearestTo(matter: Parameters<Intent["read"]>[0]): Nearest[] {
  const places = matter.find("place").map(({ meaning }) => meaning.label);
  const years = matter.years();
  const year = years.length === 1 && years[0]! <= 2024 ? years[0] : undefined;
  const [place] = places.length > 0 ? places : [matter.labelOfPlace("WORLD")];
  const en = `fossil CO2 of ${place!.en}${year === undefined ? "" : ` in ${year}`}`;
  const zh = `${place!.zh}${year === undefined ? "" : `${year}年`}的化石CO2排放`;
  return [{ label: { en, zh }, question: { en, zh } }];
}
