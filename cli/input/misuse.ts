/** A wrong input, as a sentence: the command ends with 2. */
export class WrongInput extends Error {
  override name = "WrongInput";
}

/** The wrong use of a command, as a sentence. Where to read about the command is added to it. */
export class Misuse extends WrongInput {
  override name = "Misuse";
}
