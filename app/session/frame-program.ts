import { eachLater } from "../../kernel/services/later-program.ts";
import { onceFor } from "../../kernel/services/once-for.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { pageFiles } from "./page-files.ts";

const texts = messages("session", {
  programNotBuilt: {
    en: "The notebook's program ({file}) could not be built; the server's output says why.",
    zh: "无法构建笔记本程序（{file}）；原因见服务器的输出。",
  },
  serverUnreachable: {
    en: "The server cannot be reached. Is `npm start` still running?",
    zh: "无法连接服务器。`npm start` 是否仍在运行？",
  },
});

const programs = new Map<string, Promise<string>>();

/** The frame's program, fetched once for all notebooks. */
export function frameProgram(): Promise<string> {
  return fetched(pageFiles.frame);
}

/** The programs that a frame asks for, fetched when they are first needed. */
export const laterPrograms = eachLater((program) => () => fetched(pageFiles[program]));

function fetched(file: string): Promise<string> {
  return onceFor(programs, file, async () => {
    const response = await fetch(new URL(file, document.baseURI)).catch(() => {
      throw new Fault(texts.serverUnreachable());
    });
    if (!response.ok) throw new Fault(texts.programNotBuilt({ file }));
    return response.text();
  });
}
