import { type Intent, refuse } from "../intent.ts";
import { figureDraft, wanted } from "./one-figure.ts";

/** Members of groups change: without a year those of the last whole year of the tables. */
const MEMBERS_OF = 2024;

/** Who belongs to a group, and how many they are. */
export const membersIntent: Intent = {
  id: "members",
  title: { en: "members of a group", zh: "国家组成员" },
  read(matter) {
    const groups = matter.all("group");
    const [group] = groups.map(({ meaning }) => meaning);
    if (!group || groups.length > 1 || matter.has("measure")) return null;
    const asksMembers = matter.takes("operation", "members");
    const counts = matter.takes("operation", "count", "total");
    if (!asksMembers && !counts) return null;
    const years = matter.years();
    matter.newest();
    const year = years[0] ?? MEMBERS_OF;
    const place = matter.one("place")?.meaning;
    if (place) return null;
    const draft = figureDraft({
      steps: [{ id: "members", tool: "classification.members", args: { group: String(group.value), year } }],
      assumed:
        years.length > 0
          ? []
          : [
              {
                slot: "year",
                value: year,
                label: { en: "members at the end of the last year of the tables", zh: "按数据表最后一年年末的成员" },
                because: { en: "no year is given", zh: "未给出年份" },
                rivals: [],
              },
            ],
      wants: (results) => {
        const { members } = results.get("members")!.result as { members: readonly string[] };
        const count = wanted("members", "members.length", "1", { en: "members", zh: "成员数" }, counts || !asksMembers);
        const names = members.map((_, i) =>
          wanted("members", `members.${i}`, "iso3", { en: "member", zh: "成员" }, !counts),
        );
        return [count, ...names];
      },
      subject: { en: ["Members of ", { name: group.label.en }], zh: [{ name: group.label.zh }, "成员"] },
    });
    return {
      ...draft,
      finish(results, look) {
        const { members } = results.get("members")!.result as { members: readonly string[] };
        return members.length > 0
          ? draft.finish(results, look)
          : refuse("no such year", {
              en: [{ name: group.label.en }, " has no members in that year."],
              zh: [{ name: group.label.zh }, "在该年没有成员。"],
            });
      },
    };
  },
};

/** The title of a category of the guidelines. */
export const categoryIntent: Intent = {
  id: "category",
  title: { en: "a category of the IPCC", zh: "IPCC 类别" },
  read(matter) {
    const [code, ...others] = matter.codes();
    if (!code || others.length > 0 || /^c\d/.test(code)) return null;
    matter.takes("operation", "title");
    matter.takes("database", "IPCC");
    if (matter.links.some(({ quantity, years }) => quantity || years)) return null;
    return figureDraft({
      steps: [
        {
          id: "category",
          tool: "classification.category",
          args: {
            code: code
              .toUpperCase()
              .replace(/^(\d)([A-Z])/, "$1.$2")
              .replaceAll("..", "."),
          },
        },
      ],
      wants: [
        wanted("category", "title", "text", { en: "title", zh: "名称" }),
        wanted("category", "code", "text", { en: "code", zh: "代码" }, false),
      ],
      subject: { en: "Title of the category", zh: "类别名称" },
    });
  },
};
