import { writeMessage } from "../../lib/message/write.ts";
import type { Assertion } from "../values/assertion.ts";

/** Renders a test of a notebook as a line, in English. */
export function assertionLine(assertion: Assertion): HTMLElement {
  const { title, status, message } = assertion;
  const line = document.createElement("div");
  line.className = `assertion ${status}`;
  const head = document.createElement("p");
  head.textContent = `${{ running: "…", passed: "✔", failed: "✘" }[status]} ${title}`;
  line.append(head);
  if (message) {
    const reason = document.createElement("p");
    reason.className = "reason";
    reason.textContent = writeMessage(message);
    line.append(reason);
  }
  return Object.assign(line, { assertion });
}
