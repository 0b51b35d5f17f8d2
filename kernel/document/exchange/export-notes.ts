import { type Message, messages } from "../../../lib/message/message.ts";
import { kindOf, programLanguage } from "../../cell/kinds.ts";
import type { Cell, Notebook } from "../notebook.ts";
import { lackingThere } from "./foreign-names.ts";
import { isOnlyShown } from "./quarto-export.ts";

const texts = messages("document", {
  lackingThere: {
    en: "What {program} does not have: {names} (in the cells {places}). Those cells fail there.",
    zh: "{program} 没有：{names}（单元格 {places}）。这些单元格在那里会出错。",
  },
  queriesInFramework: {
    en: "In Observable Framework, SQL cells query the tables that the page's front matter lists under `sql`: add them there (cells {places}).",
    zh: "在 Observable Framework 中，SQL 单元格查询页面文首元数据 `sql` 项所列的表：请在那里补充（单元格 {places}）。",
  },
  shownInFramework: {
    en: "Hidden cells show their value in Observable Framework: {places}.",
    zh: "隐藏的单元格在 Observable Framework 中会显示其值：{places}。",
  },
  onlyShown: {
    en: "Quarto shows the code of these cells, but does not run it: {places}.",
    zh: "Quarto 会显示以下单元格的代码，但不运行：{places}。",
  },
  withoutTypes: {
    en: "Quarto has no TypeScript: the cells {places} were written without their types.",
    zh: "Quarto 没有 TypeScript：单元格 {places} 写出时已去掉类型。",
  },
});

const programs = { framework: "Observable Framework", quarto: "Quarto" } as const;

/** What does not work, or works otherwise, in the program for which a notebook is written. Cells are named by their places. */
export function notesOfExport({ cells }: Notebook, program: keyof typeof programs): Message[] {
  const notes: Message[] = [];
  const placesOf = (is: (cell: Cell) => boolean) => cells.flatMap((cell, i) => (is(cell) ? [i + 1] : []));
  const note = (places: readonly number[], say: (values: { places: readonly number[] }) => Message) => {
    if (places.length > 0) notes.push(say({ places }));
  };
  const lacks = lackingThere(cells, program).filter(
    ({ place }) => program !== "quarto" || !isOnlyShown(cells[place - 1]!),
  );
  const names = [...new Set(lacks.flatMap((lack) => lack.names))];
  note(
    lacks.map(({ place }) => place),
    ({ places }) => texts.lackingThere({ program: programs[program], names, places }),
  );
  if (program === "framework") {
    note(
      placesOf(({ kind }) => kind === "sql"),
      texts.queriesInFramework,
    );
    const isShown = ({ kind, attributes }: Cell) =>
      "hidden" in attributes && kindOf(kind).source !== undefined && kind !== "sql";
    note(placesOf(isShown), texts.shownInFramework);
    return notes;
  }
  note(placesOf(isOnlyShown), texts.onlyShown);
  note(
    placesOf((cell) => programLanguage(cell.kind) === "typescript" && !isOnlyShown(cell)),
    texts.withoutTypes,
  );
  return notes;
}
