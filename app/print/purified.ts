import DOMPurify from "dompurify";
import { painted } from "../../kernel/markup/names.ts";
import { safeStyle, safeStyleSheet, safeValue } from "../../kernel/markup/safe-style.ts";

/** Attributes whose address is fetched as soon as they are set. */
const fetched = /^(?:src|srcset|poster|background)$/;

/** Elements that fetch what they refer to, unlike links. */
const fetching = "img, image, use, source, feImage";

/** Markup from the sandbox without anything that can run or load something; styles are rewritten, as in a built page. */
export function purified(html: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    ADD_TAGS: ["style"],
    FORBID_TAGS: ["input", "button", "select", "textarea", "dialog", "link", "meta", "base"],
    FORCE_BODY: true,
  });
  for (const style of fragment.querySelectorAll("style")) style.textContent = safeStyleSheet(style.textContent ?? "");
  for (const element of fragment.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      if (name === "style") element.setAttribute(name, safeStyle(value));
      else if (fetched.test(name) || (/href$/.test(name) && element.matches(fetching))) {
        if (!/^\s*(?:#|data:image\/)/i.test(value)) element.removeAttribute(name);
      } else if (painted.has(name) && safeValue(value) === "") element.removeAttribute(name);
    }
  }
  return fragment;
}
