import * as z from "zod/mini";

/**
 * Whether an assistant may run notebooks with the rights of the person and see what its proposals give: it has asked, or the person
 * has decided. It holds for one connection.
 */
export const assistantRightSchema = z.object({
  /** Names the process of the connection. */
  id: z.string().check(z.regex(/^[0-9a-z-]{1,100}$/)),
  state: z.enum(["asked", "allowed", "refused"]),
  /** The notebook for which it asked. */
  notebook: z.string().check(z.maxLength(200)),
});
export type AssistantRight = z.infer<typeof assistantRightSchema>;
