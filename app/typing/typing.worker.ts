import { expose } from "../../kernel/boundary/endpoint.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import type { Declarations } from "./declarations.ts";
import { type TypingApi, typingRequests } from "./typing-api.ts";

const texts = messages("typing", {
  declarationsFailed: {
    en: "The declarations answered {status}.",
    zh: "读取类型声明时返回 {status}。",
  },
});

/** The language service of the open notebook. TypeScript and the declarations are loaded in parallel. */
const session = import("./typing-session.ts");
session.catch(() => {});
let notebook: Promise<{ update: TypingApi["update"]; ask: TypingApi["ask"] }>;

const api: TypingApi = {
  open(declarations) {
    notebook = Promise.all([session, read(declarations)]).then(([{ openTypingSession }, loaded]) =>
      openTypingSession(loaded),
    );
    notebook.catch(() => {});
  },
  async update(update) {
    return (await notebook).update(update);
  },
  async ask(request) {
    return (await notebook).ask(request);
  },
};

async function read(url: string): Promise<Declarations> {
  const response = await fetch(url);
  if (!response.ok) throw new Fault(texts.declarationsFailed({ status: response.status }));
  return (await response.json()) as Declarations;
}

expose(api, globalThis, typingRequests);
