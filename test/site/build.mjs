// Writes the folder of the pages that tests share, and builds them if these sources have none yet. What imports no sources asks here.
import { compiledCommand } from "../../cli/compiled.mjs";
import { registerTypeScript } from "../../kernel/headless/typescript.mjs";

// What is built runs as processes and threads, which need not compile it each by itself.
await compiledCommand();
registerTypeScript();
const { sharedSite } = await import("./shared-site.ts");
process.stdout.write(await sharedSite());
