import type { Message } from "../message/message.ts";

/** Whether a note of an account is on its mapping: where it comes from, or what of it does not fit the file. */
export function isOnMapping({ code }: Pick<Message, "code">): boolean {
  return code.startsWith("account.mapping.");
}
