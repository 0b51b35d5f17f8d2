import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { nearestName } from "../../lib/tool/nearest-name.ts";

const texts = messages("attachment", {
  missing: {
    en: "There is no file “{name}” with this notebook. Add it by “+ Data” in the workbench, or put it beside the notebook's file.",
    zh: "此笔记本没有文件“{name}”。请在工作台中用“+ 数据”添加，或将其放在笔记本文件旁边。",
  },
  near: {
    en: "There is no file “{name}” with this notebook. Did you mean “{near}”?",
    zh: "此笔记本没有文件“{name}”。您是不是要用“{near}”？",
  },
});

/** Thrown for a name without a file. */
export class MissingFile extends Fault {
  override name = "MissingFile";

  constructor(name: string, known: Iterable<string> = []) {
    const near = nearestName(name, known);
    super(near === undefined ? texts.missing({ name }) : texts.near({ name, near }));
  }
}
