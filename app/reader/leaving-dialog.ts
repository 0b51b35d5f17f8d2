import { html, render, type TemplateResult } from "lit";
import { LONGEST_ADDRESS } from "../../kernel/sandbox/followed-address.ts";
import { messages } from "../../lib/message/message.ts";
import { say } from "../language/speech.ts";
import { modalDialogs, showModal } from "../live/modal-dialog.ts";
import type { Outside } from "./destination.ts";

const leavingTexts = messages("reader.leaving", {
  title: { en: "Open this link?", zh: "打开此链接？" },
  web: { en: "The link leads out of this notebook, to the site", zh: "此链接将离开本笔记本，前往网站" },
  mail: { en: "The link starts an e-mail in your mail program, to", zh: "此链接将在您的邮件程序中新建邮件，收件人为" },
  address: { en: "Whole address", zh: "完整地址" },
  open: { en: "Open in a new tab", zh: "在新标签页中打开" },
  write: { en: "Write the e-mail", zh: "撰写邮件" },
  cancel: { en: "Cancel", zh: "取消" },
  refused: { en: "This link was not opened", zh: "未打开此链接" },
  tooLong: {
    en: "Its address has more than {most} characters. So long an address can carry data out of the notebook, and cannot be shown here. Ask the author of the notebook for a shorter one.",
    zh: "其地址超过 {most} 个字符。这样长的地址可能把数据带出笔记本，此处也无法完整显示。请向笔记本作者索取较短的地址。",
  },
  close: { en: "Close", zh: "关闭" },
});

/**
 * How long after it appeared the dialog opens nothing, in milliseconds: a cell that asks for two presses in one place must not get
 * the second one for its link.
 */
const UNREAD_MS = 500;

/** Shows where a link leads. It is opened by a press on the link in the dialog, and by nothing else. One dialog at a time. */
export function askToLeave(destination: Outside, stopFocusTheft: () => void): void {
  if (document.querySelector("dialog.leaving")) return;
  const dialog = document.createElement("dialog");
  dialog.className = "leaving";
  dialog.setAttribute("aria-labelledby", "leaving-title");
  const shown = performance.now();
  const close = () => dialog.close();
  const open = (event: MouseEvent) => {
    if (event.timeStamp - shown < UNREAD_MS) event.preventDefault();
    else close();
  };
  render(destination.kind === "too-long" ? refusal(close) : question(destination, open, close), dialog);
  document.body.append(dialog);
  dialog.addEventListener("close", () => {
    dialog.remove();
    modalDialogs.removeEventListener("focus-stolen", stopFocusTheft);
  });
  modalDialogs.addEventListener("focus-stolen", stopFocusTheft);
  // What takes the focus is scrolled to: the dialog must have its place before.
  whenPlaced(dialog, () => showModal(dialog));
}

function question(
  { address, ...destination }: Exclude<Outside, { readonly kind: "too-long" }>,
  open: (event: MouseEvent) => void,
  close: () => void,
): TemplateResult {
  const isMail = destination.kind === "mail";
  // The focus is not on the link: an Enter that is held down in the notebook must not open it.
  return html`<h2 id="leaving-title">${say(leavingTexts.title())}</h2>
    <p>${say(isMail ? leavingTexts.mail() : leavingTexts.web())}</p>
    <p class="host">${isMail ? destination.to : destination.host}</p>
    <p class="address" tabindex="0" role="group" aria-label=${say(leavingTexts.address())}>${address}</p>
    <div class="choices">
      <button type="button" autofocus @click=${close}>${say(leavingTexts.cancel())}</button>
      <a href=${address} target="_blank" rel="noopener noreferrer" @click=${open}>
        ${say(isMail ? leavingTexts.write() : leavingTexts.open())}
      </a>
    </div>`;
}

function refusal(close: () => void): TemplateResult {
  return html`<h2 id="leaving-title">${say(leavingTexts.refused())}</h2>
    <p>${say(leavingTexts.tooLong({ most: LONGEST_ADDRESS }))}</p>
    <div class="choices"><button type="button" autofocus @click=${close}>${say(leavingTexts.close())}</button></div>`;
}

/** An embedded page is as tall as its content: its middle, where a dialog appears, may be out of the reader's sight. */
function whenPlaced(dialog: HTMLElement, placed: () => void): void {
  const seen = new IntersectionObserver(([entry]) => {
    seen.disconnect();
    dialog.style.setProperty("--seen-top", `${Math.max(0, entry?.intersectionRect.top ?? 0)}px`);
    placed();
  });
  seen.observe(document.documentElement);
}
