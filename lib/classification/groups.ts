import { Fault } from "../message/fault.ts";
import { type Message, messages, type Sentence } from "../message/message.ts";

const said = messages("classification", {
  noteOnEu: {
    en: "Before 1993 the European Communities; Germany without the GDR before 1990.",
    zh: "1993 年以前为欧洲共同体；1990 年以前德国不含民主德国。",
  },
  noteOnAnnexI: {
    en: "The European Union is a Party too and is left out here: its members are in the list. Kazakhstan counts as Annex I under the Kyoto Protocol alone.",
    zh: "欧盟也是缔约方，此处不列：其成员国已在列表中。哈萨克斯坦仅在《京都议定书》下视为附件一国家。",
  },
  noteOnBrics: {
    en: "Saudi Arabia was invited for 2024 and has not confirmed that it joined: it is left out.",
    zh: "沙特阿拉伯获邀于 2024 年加入，但未宣布已加入：此处不列。",
  },
  noteOnG20: {
    en: "The European Union and, since 2023, the African Union are members too and are left out here.",
    zh: "欧盟以及自 2023 年起的非洲联盟也是成员，此处不列。",
  },
  noteOnOpec: {
    en: "Indonesia was back for eleven months of 2016 and was no member at the end of that year.",
    zh: "印度尼西亚 2016 年曾恢复成员资格十一个月，当年年末已不是成员。",
  },

  notYet: {
    en: "{name} had no members at the end of {year}: the first joined in {first}.",
    zh: "{name} 在 {year} 年末没有成员：首批成员于 {first} 年加入。",
  },

  notKnownYet: {
    en: "{year} is after {last}, the last year in which a group here changed: the members are those of then.",
    zh: "{year} 年晚于 {last} 年（此处各国家组最近一次变动的年份）：所列为当时的成员。",
  },
  noGroup: {
    en: 'There is no group "{name}". There are {groupNames}.',
    zh: "没有名为“{name}”的国家组。可用的有：{groupNames}。",
  },
});

/** A period of membership: the year in which it began and the year in which it ended, if it did. */
interface Spell {
  readonly iso3: string;
  readonly from: number;
  /** The first year at whose end the country was not a member. */
  readonly until: number | null;
}

/**
 * A group of countries with changing members. A country that is a member at the end of a year counts as a member in that year.
 */
export interface Group {
  readonly name: string;
  readonly title: string;
  /** Ambiguities of the membership. */
  readonly note: Sentence;
  readonly spells: readonly Spell[];
}

/** Thrown for an unknown group. */
export class GroupError extends Fault {
  override readonly name = "GroupError";

  constructor(said: Message) {
    super(said, { field: "group" });
  }
}

const groups = new Map<string, Group>();

/** `members` lists years and codes: "1958: BEL …; 1973-2020: GBR". A group without years has the same members in all years. */
function define(name: string, title: string, members: string, note: Sentence = ""): void {
  const spells = members.split("; ").flatMap((part) => {
    const [years, codes] = part.includes(":") ? (part.split(": ") as [string, string]) : ["", part];
    const [from, until] = years.split("-");
    return codes.split(" ").map((iso3) => ({
      iso3,
      from: from ? Number(from) : Number.NEGATIVE_INFINITY,
      until: until ? Number(until) : null,
    }));
  });
  groups.set(name, { name, title, note, spells });
}

const EU15 = "AUT BEL DEU DNK ESP FIN FRA GBR GRC IRL ITA LUX NLD PRT SWE";
const EU28 = `${EU15} BGR CYP CZE EST HRV HUN LTU LVA MLT POL ROU SVK SVN`;

define(
  "EU",
  "European Union, by its members of the year",
  "1958: BEL DEU FRA ITA LUX NLD; 1973: DNK IRL; 1973-2020: GBR; 1981: GRC; 1986: ESP PRT; 1995: AUT FIN SWE; 2004: CYP CZE EST HUN LTU LVA MLT POL SVK SVN; 2007: BGR ROU; 2013: HRV",
  said.noteOnEu(),
);
define("EU27", "European Union of 27 (2020), one composition for all years", EU28.replace("GBR ", ""));
define("EU28", "European Union of 28 (2013–2019), one composition for all years", EU28);
define("EU15", "European Union of 15 (1995–2003), one composition for all years", EU15);
define(
  "Annex I",
  "Parties in Annex I of the UNFCCC",
  "1992: AUS AUT BEL BGR BLR CAN CHE DEU DNK ESP EST FIN FRA GBR GRC HUN IRL ISL ITA JPN LTU LUX LVA NLD NOR NZL POL PRT ROU RUS SWE TUR UKR USA; 1998: CZE HRV LIE MCO SVK SVN; 2010: MLT; 2013: CYP",
  said.noteOnAnnexI(),
);
define(
  "Annex II",
  "Parties in Annex II of the UNFCCC",
  "1992: AUS AUT BEL CAN CHE DEU DNK ESP FIN FRA GBR GRC IRL ISL ITA JPN LUX NLD NOR NZL PRT SWE USA; 1992-2002: TUR",
);
define(
  "OECD",
  "Organisation for Economic Co-operation and Development",
  "1961: AUT BEL CAN CHE DEU DNK ESP FRA GBR GRC IRL ISL LUX NLD NOR PRT SWE TUR USA; 1962: ITA; 1964: JPN; 1969: FIN; 1971: AUS; 1973: NZL; 1994: MEX; 1995: CZE; 1996: HUN KOR POL; 2000: SVK; 2010: CHL EST ISR SVN; 2016: LVA; 2018: LTU; 2020: COL; 2021: CRI",
);
define("BRICS", "BRICS", "2009: BRA CHN IND RUS; 2010: ZAF; 2024: ARE EGY ETH IRN; 2025: IDN", said.noteOnBrics());
define("G7", "Group of Seven", "1975: DEU FRA GBR ITA JPN USA; 1976: CAN");
define(
  "G20",
  "Group of Twenty, its countries",
  "1999: ARG AUS BRA CAN CHN DEU FRA GBR IDN IND ITA JPN KOR MEX RUS SAU TUR USA ZAF",
  said.noteOnG20(),
);
define(
  "ASEAN",
  "Association of Southeast Asian Nations",
  "1967: IDN MYS PHL SGP THA; 1984: BRN; 1995: VNM; 1997: LAO MMR; 1999: KHM; 2025: TLS",
);
define(
  "OPEC",
  "Organization of the Petroleum Exporting Countries",
  "1960: IRN IRQ KWT SAU VEN; 1961-2019: QAT; 1962: LBY; 1962-2009: IDN; 1967: ARE; 1969: DZA; 1971: NGA; 1973-1992: ECU; 2007-2020: ECU; 1975-1995: GAB; 2016: GAB; 2007-2024: AGO; 2017: GNQ; 2018: COG",
  said.noteOnOpec(),
);

export const groupNames: readonly string[] = [...groups.keys()];

export function findGroup(name: string): Group {
  const found = [...groups.values()].find((group) => group.name.toLowerCase() === name.trim().toLowerCase());
  if (!found) throw new GroupError(said.noGroup({ name, groupNames }));
  return found;
}

/** What is said of a year in which a group had no members yet. Throws GroupError. */
export function notYet(name: string, year: number): Message | undefined {
  const first = Math.min(...findGroup(name).spells.map(({ from }) => from));
  return year < first ? said.notYet({ name, year, first }) : undefined;
}

/** What is said of a year after the last one in which any group is known to have changed. */
export function afterLastChange(year: number): Message | undefined {
  const changes = [...groups.values()].flatMap(({ spells }) =>
    spells.flatMap(({ from, until }) => [from, until ?? from]),
  );
  const last = Math.max(...changes);
  return year > last + 1 ? said.notKnownYet({ year, last }) : undefined;
}

/** The members of a group at the end of a year, in alphabetical order. Throws GroupError. */
export function membersOf(name: string, year: number): string[] {
  const inYear = ({ from, until }: Spell) => from <= year && (until === null || year < until);
  return [
    ...new Set(
      findGroup(name)
        .spells.filter(inYear)
        .map(({ iso3 }) => iso3),
    ),
  ].sort();
}

/** The groups that a country is in at the end of a year. */
export function groupsOf(iso3: string, year: number): string[] {
  return groupNames.filter((name) => membersOf(name, year).includes(iso3));
}
