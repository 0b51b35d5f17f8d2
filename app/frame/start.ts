import inputs from "@observablehq/inputs/dist/index.css?inline";
import { expose, wrap } from "../../kernel/boundary/endpoint.ts";
import { trusted } from "../../kernel/boundary/rule.ts";
import { startName } from "../../kernel/sandbox/frame-document.ts";
import { frameRequests } from "../../kernel/sandbox/frame-requests.ts";
import type { FrameApi, FrameSession, PageApi } from "../../kernel/sandbox/protocol.ts";
import tokens from "../design/tokens.css?inline";
import type { CodeMode } from "./code-mode.ts";
import style from "./frame.css?inline";
import { openNotebook } from "./notebook.ts";
import published from "./published.css?inline";
import slides from "./slides/slides.css?inline";

/** Registers the frame's program; the bootstrap calls it with the port to the page and the notebook to open. */
export function startFrame(codeMode: CodeMode): void {
  Object.defineProperty(globalThis, startName, {
    configurable: true,
    value: (port: MessagePort, session: FrameSession) => {
      performance.mark("yuheng:begun");
      const sheet = document.createElement("style");
      sheet.textContent = inputs + tokens + style + published + slides;
      document.head.append(sheet);
      const onEnter = (cell: number) => port.postMessage(cell);
      const page = wrap<PageApi>(port, trusted);
      expose<FrameApi>(openNotebook(session, page, onEnter, codeMode), port, frameRequests);
    },
  });
}
