import type { Language } from "../../lib/dialogue/conversation.ts";

/** The language of sentences that a request asks for by `Accept-Language`; English if it accepts neither. */
export function spokenLanguage(accepted: string | undefined): Language {
  const wanted = (accepted ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(/\s*;\s*/);
      const quality = Number(parameters.find((each) => each.startsWith("q="))?.slice(2) ?? 1);
      return { tag: tag.toLowerCase(), quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter(({ tag, quality }) => quality > 0 && /^(en|zh)(-|$)/.test(tag));
  const best = wanted.reduce((first, each) => (each.quality > first.quality ? each : first), wanted[0] ?? ENGLISH);
  return best.tag.startsWith("zh") ? "zh" : "en";
}

const ENGLISH = { tag: "en", quality: 1 };
