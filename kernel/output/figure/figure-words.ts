import type { Sentence } from "../../../lib/message/message.ts";
import { messages } from "../../../lib/message/message.ts";
import { writeMessage } from "../../../lib/message/write.ts";

/** Words for columns that their author left without a name, and for what tips add. */
export const figureTexts = messages("figure", {
  value: { en: "Value", zh: "数值" },
  category: { en: "Category", zh: "类别" },
  from: { en: "{name}, from", zh: "{name}（起）" },
  to: { en: "{name}, to", zh: "{name}（止）" },
  name: { en: "Name", zh: "名称" },
  series: { en: "Series", zh: "系列" },
  size: { en: "Size", zh: "大小" },
  panel: { en: "Panel", zh: "分面" },
  difference: { en: "Difference", zh: "差值" },
  points: { en: "percentage points", zh: "个百分点" },
});

/** What figures need of their host: the reader's language, and the units of the catalogue. */
export interface FigureHost {
  write(sentence: Sentence): string;
  /** The unit of a field, if the catalogue has one. */
  unitOf(field: string): string | undefined;
}

let host: FigureHost = { write: (sentence) => writeMessage(sentence), unitOf: () => undefined };

/** The host of the figures in this realm. */
export function figureHost(): FigureHost {
  return host;
}

/** Sets the host of the figures in this realm. */
export function setFigureHost(given: FigureHost): void {
  host = given;
}
