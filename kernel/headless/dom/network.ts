import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";

const texts = messages("headless", {
  noNetwork: {
    en: "“{address}” is not fetched: a notebook has no network. Put the file beside the notebook and read it by `FileAttachment`.",
    zh: "未获取“{address}”：笔记本不能访问网络。请将文件放在笔记本旁，用 `FileAttachment` 读取。",
  },
});

/**
 * Makes `fetch` in the code of notebooks mean the same as in a page, where the sandbox allows only `data:` and `blob:`. This is no
 * fence: without a page, cells run with the rights of the command.
 * @param isNotebook whether the running code is that of a notebook
 */
export function limitFetch(isNotebook: () => boolean): void {
  const fetch = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (isNotebook() && !/^(?:data|blob):/i.test(address)) throw new Fault(texts.noNetwork({ address }));
    return fetch(input, init);
  };
}
