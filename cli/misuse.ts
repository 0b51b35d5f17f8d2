import { CatalogueError } from "./serve/dataset-folders.ts";

/** A wrong use of a command, as a sentence. */
export class Misuse extends Error {
  override name = "Misuse";
}

/** Runs a command; a wrong use of it, or a catalogue that cannot be read, ends with a sentence on stderr and exit code 2, anything else that fails with 1. */
export async function refuseMisuse(command: string, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // Node's parser of options says itself what it does not know.
    if (error instanceof CatalogueError) {
      process.stderr.write(`${message}\n`);
      return 2;
    }
    const isMisuse = error instanceof Misuse || code?.startsWith("ERR_PARSE_ARGS_") === true;
    const hint = isMisuse ? ` "yuheng ${command} --help" says how it is used.` : "";
    process.stderr.write(`${isMisuse ? firstSentence(message) : `${command} failed: ${message}`}${hint}\n`);
    return isMisuse ? 2 : 1;
  }
}

/** Node's parser goes on with advice of its own. */
function firstSentence(message: string): string {
  const [first = message] = message.split(". To specify");
  return first.endsWith(".") || first.endsWith("?") ? first : `${first}.`;
}
