import { messages } from "../../message/message.ts";

const texts = messages("border.edition", {
  edition: { en: "February 2026 edition, not for compliance", zh: "2026年2月版，不得用于合规申报" },
});

/** What stands on every result of the mechanism: Implementing Regulation (EU) 2026/1740 has corrected the tables since. */
export const edition = texts.edition;
