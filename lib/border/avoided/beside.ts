import { messages } from "../../message/message.ts";

const texts = messages("border.beside", {
  beside: {
    en: "Avoided emissions stand beside an inventory and are never netted into it.",
    zh: "避免排放与清单并列列示，不从清单中扣减。",
  },
});

/** What is said with every result. */
export const besideTheInventory = texts.beside;
