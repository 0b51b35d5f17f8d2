import { html, nothing, type TemplateResult } from "lit";
import type { Share, Shares } from "../../../kernel/montecarlo/shares.ts";
import { say } from "../../language/speech.ts";
import { writeShare } from "../../language/uncertain-figures.ts";
import { uncertaintyTexts } from "./texts.ts";

/** Samples below this share (0.5 %), or beyond the first dozen, are only counted. */
const MIN_SHARE = 0.005;
const SHOWN = 12;

/** Each sample's share, under its name for readers: the dark part of a bar is its first-order share, the light part its total share. */
export function shareBars({ shares }: Shares, labelOf: (sample: string) => string): TemplateResult {
  const shown = shares.filter(({ total }, at) => at === 0 || (at < SHOWN && total.value >= MIN_SHARE));
  const others = shares.length - shown.length;
  return html`<div class="shares">
    <strong>${say(uncertaintyTexts.shares())}</strong>
    <p class="key">
      <span class="alone" aria-hidden="true"></span>${say(uncertaintyTexts.alone())}
      <span class="together" aria-hidden="true"></span>${say(uncertaintyTexts.together())}
    </p>
    <ol aria-label=${say(uncertaintyTexts.shares())}>
      ${shown.map((share) => barOf(share, labelOf))}
    </ol>
    ${others === 0 ? nothing : html`<p class="others">${say(uncertaintyTexts.others({ count: others }))}</p>`}
  </div>`;
}

function barOf({ name, isGroup, first, total }: Share, labelOf: (sample: string) => string): TemplateResult {
  const shown = isGroup ? say(uncertaintyTexts.group({ name })) : labelOf(name);
  const label = say(
    uncertaintyTexts.share({
      name: shown,
      first: writeShare(first.value),
      total: writeShare(total.value),
      lo: writeShare(total.lo),
      hi: writeShare(total.hi),
    }),
  );
  return html`<li aria-label=${label} title=${label}>
    <span class="name">${shown}</span>
    <span class="track" aria-hidden="true">
      <span class="together" style="width: ${writeShare(total.value)}%"></span>
      <span class="alone" style="width: ${writeShare(Math.min(first.value, total.value))}%"></span>
      <span class="reach" style="left: ${writeShare(total.lo)}%; right: ${100 - Number(writeShare(total.hi))}%"></span>
    </span>
    <span class="percent" aria-hidden="true">${say(uncertaintyTexts.percent({ value: writeShare(total.value) }))}</span>
  </li>`;
}
