import { messages } from "../message/message.ts";
import { plausible } from "../tool/plausible.ts";
import { numberIn } from "../tool/unit.ts";

const texts = messages("uncertainty.width", {
  wide: {
    en: "with such an error a quantity is practically unknown.",
    zh: "误差如此之大，该量实际上未知。",
  },
});

/** Per cent, half of a 95 % interval: beyond it a quantity is practically unknown. */
export const WIDEST_PERCENT = 200;

/** Half of a 95 % interval, per cent of the value. */
export const widthPercent = plausible(numberIn("%"), { most: WIDEST_PERCENT, why: texts.wide });
