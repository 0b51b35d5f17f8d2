import { messages } from "../message/message.ts";
import { NaturalInputError } from "./estimate.ts";

const texts = messages("natural.period", {
  empty: {
    en: "to is {to} and from is {from}: the period ends before it begins.",
    zh: "to 为 {to}，from 为 {from}：时段的结束早于开始。",
  },
});

/** Throws NaturalInputError if a period has no year. */
export function checkPeriod(from: number, to: number): void {
  if (to < from) throw emptyPeriod(from, to);
}

export function emptyPeriod(from: number, to: number): NaturalInputError {
  return new NaturalInputError("to", texts.empty({ from, to }));
}
