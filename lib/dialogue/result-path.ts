import { Fault } from "../message/fault.ts";
import { messages } from "../message/message.ts";

const texts = messages("agent", {
  leadsNowhere: {
    en: "`{path}` leads nowhere in the result of step `{step}`: there is no `{part}`, only {known:and}.",
    zh: "`{path}` 在步骤 `{step}` 的结果中找不到：没有 `{part}`，只有 {known:and}。",
  },
  leadsBeyond: {
    en: "`{path}` leads nowhere in the result of step `{step}`: there is nothing within which `{part}` could be.",
    zh: "`{path}` 在步骤 `{step}` 的结果中找不到：`{part}` 之前的部分不含任何内容。",
  },
});

/** More fields are not listed in an error. */
const LISTED = 12;

/** The names and positions of a path, `rows.0.year`; none for the whole result. */
export function partsOf(path: string | undefined): string[] {
  return path === undefined || path === "" ? [] : path.split(".");
}

/** The part of a step's result at a path of names and positions joined by dots. Throws a Fault if there is none. */
export function valueAt(step: string, result: unknown, path: string | undefined): unknown {
  return partsOf(path).reduce((within, part) => {
    if (typeof within !== "object" || within === null) throw new Fault(texts.leadsBeyond({ path: path!, step, part }));
    if (Object.hasOwn(within, part)) return within[part as keyof typeof within];
    const known = ArrayBuffer.isView(within) ? [] : Object.keys(within);
    const listed = known.slice(0, LISTED).map((name) => `\`${name}\``);
    throw new Fault(
      known.length > 0
        ? texts.leadsNowhere({ path: path!, step, part, known: listed })
        : texts.leadsBeyond({ path: path!, step, part }),
    );
  }, result);
}
