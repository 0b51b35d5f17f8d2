import { CatalogueError } from "./serve/dataset-folders.ts";

/** The wrong use of a command, as a sentence. */
export class Misuse extends Error {
  override name = "Misuse";
}

/**
 * Runs a command. Wrong use, or a catalogue that cannot be read, ends with a sentence on stderr and exit code 2; any other
 * failure with 1.
 */
export async function refuseMisuse(command: string, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof CatalogueError) {
      process.stderr.write(`${message}\n`);
      return 2;
    }
    // The errors of Node's own option parser are sentences, too.
    const isMisuse = error instanceof Misuse || code?.startsWith("ERR_PARSE_ARGS_") === true;
    const hint = isMisuse ? ` "yuheng ${command} --help" says how it is used.` : "";
    process.stderr.write(`${isMisuse ? firstSentence(message) : `${command} failed: ${message}`}${hint}\n`);
    return isMisuse ? 2 : 1;
  }
}

/** Node's option parser adds advice after the first sentence, which is left out. */
function firstSentence(message: string): string {
  const [first = message] = message.split(". To specify");
  return first.endsWith(".") || first.endsWith("?") ? first : `${first}.`;
}
