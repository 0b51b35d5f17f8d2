import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";

const texts = messages("headless", {
  noExit: {
    en: "A cell cannot end the program that runs its notebook. Throw an error to end the cell.",
    zh: "单元格不能结束运行笔记本的程序。要结束该单元格，请抛出错误。",
  },
});

/**
 * Makes `process.exit` in the code of notebooks an error of the cell, so that it does not take the results of the others with it. This is no
 * fence: without a page, cells run with the rights of the command.
 * @param isNotebook whether the running code is that of a notebook
 */
export function limitExit(isNotebook: () => boolean): void {
  const { exit } = process;
  process.exit = (code) => {
    if (isNotebook()) throw new Fault(texts.noExit());
    return exit.call(process, code);
  };
}
