import { resourceKinds } from "../../../lib/handles.ts";
import { type Message, messages } from "../../../lib/message/message.ts";
import { writeCount } from "../../language/figures.ts";
import { say } from "../../language/speech.ts";

/** Kinds of values in words. */
const texts = messages("workbench.kinds", {
  number: { en: "number", zh: "数值" },
  text: { en: "text", zh: "文本" },
  truth: { en: "true or false", zh: "真或假" },
  date: { en: "date", zh: "日期" },
  empty: { en: "empty", zh: "空" },
  function: { en: "function", zh: "函数" },
  object: { en: "object", zh: "对象" },
  record: { en: "object with {size} {size:field|fields}", zh: "含 {size} 个字段的对象" },
  list: { en: "list of {size}", zh: "{size} 项的列表" },
  numbers: { en: "{size} {size:number|numbers}", zh: "{size} 个数值" },
  map: { en: "map with {size} {size:entry|entries}", zh: "含 {size} 个条目的映射" },
  set: { en: "set of {size}", zh: "{size} 项的集合" },
  table: { en: "table, {size}", zh: "表格，{size}" },
  row: { en: "row of a table", zh: "表格的一行" },
  element: { en: "page element", zh: "页面元素" },
});

/** A class whose name a build has shortened. */
const SHORT = /^[\w$]{1,2}$/;

/** What a value is, in words: `type` and `size` are those of its report, which come from the frame. */
export function sayKind({ type, size }: { readonly type: string; readonly size: string }): string {
  if (type.startsWith("resource:")) {
    const kind = resourceKinds.get(type.slice("resource:".length));
    return kind ? say(kind.title) : say(texts.object());
  }
  const word = wordOf(type, /^\d+$/.test(size) ? writeCount(Number(size)) : size);
  if (word) return say(word);
  return SHORT.test(type) ? say(texts.object()) : [type, size].filter(Boolean).join(" · ");
}

function wordOf(type: string, size: string): Message | undefined {
  switch (type) {
    case "number":
    case "bigint":
      return texts.number();
    case "string":
      return texts.text();
    case "boolean":
      return texts.truth();
    case "function":
      return texts.function();
    case "null":
    case "undefined":
      return texts.empty();
    case "Date":
      return texts.date();
    case "Array":
      return texts.list({ size });
    case "Map":
      return texts.map({ size });
    case "Set":
      return texts.set({ size });
    case "Object":
      return texts.record({ size });
    case "Table":
      return texts.table({ size });
    case "Row":
      return texts.row();
    default:
      if (/^(HTML|SVG)\w*Element$/.test(type)) return texts.element();
      return /^(Big)?(Int|Uint|Float)\d+(Clamped)?Array$/.test(type) ? texts.numbers({ size }) : undefined;
  }
}
