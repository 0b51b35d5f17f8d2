/** Countries by the one character that stands for them in a row: 中美两国, 中日韩三国. */
const initials: Readonly<Record<string, string>> = {
  中: "CHN",
  美: "USA",
  日: "JPN",
  韩: "KOR",
  英: "GBR",
  法: "FRA",
  德: "DEU",
  俄: "RUS",
  印: "IND",
  意: "ITA",
  加: "CAN",
  澳: "AUS",
  巴: "BRA",
};

const ROW = /[中美日韩英法德俄印意加澳巴]{2,5}(?=[两二三四五]国|[两二三四五]个国家|[两二三四五]家)/y;

/** The countries of a row of initials that begins at a place of a normal text, one for each character; none elsewhere. */
export function initialsAt(text: string, at: number): readonly string[] {
  ROW.lastIndex = at;
  return [...(ROW.exec(text)?.[0] ?? "")].map((each) => initials[each]!);
}
