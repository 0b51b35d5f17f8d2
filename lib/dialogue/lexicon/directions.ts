import { normalForm } from "../language/normal-text.ts";

/** Verbs and nouns of change that go downwards; the others of the operation “moved” go upwards or either way. */
const falling = new Set(
  (
    "decrease|decreased|decreases|decline|declined|declines|declining|fall|fell|fallen|falls|falling|drop|dropped|drops|dropping|reduce|reduced|" +
    "reduces|reduction|reductions|shrink|shrank|shrunk|shrunken|cut|cuts|cut back|lowered|lower|go down|went down|goes down|gone down|come down|" +
    "came down|plunge|plunged|slump|slumped|slid|slipped|tumbled|dip|dipped|eased|halved|decarbonise|decarbonised|decarbonize|decarbonized|" +
    "减少|减少了|下降|下降了|降低|减排|降|降了|少了|变少|跌|跌了|减了|少排|少排了|低了|降幅|跌幅|减幅|下降幅度|减少比例|下降比例|下降率|降得|减得|减"
  )
    .split("|")
    .map(normalForm),
);

/** Whether words say that something became less. */
export function isFalling(words: string): boolean {
  return falling.has(normalForm(words));
}
