import { Writable } from "node:stream";
import type { McpServerFactory } from "@modelcontextprotocol/server";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";

/**
 * Serves MCP on the standard streams of this process until its input ends or the signal is aborted. Standard output is the
 * protocol's alone meanwhile: what else would be written there, such as the log of a cell, goes to standard error.
 */
export async function serveMcpStdio(
  factory: McpServerFactory,
  signal: AbortSignal,
  log: (error: unknown) => void,
): Promise<void> {
  const { stdin, stdout, stderr } = process;
  const writeOut = stdout.write.bind(stdout);
  const protocol = new Writable({ write: (chunk, _encoding, done) => void writeOut(chunk, () => done()) });
  stdout.write = stderr.write.bind(stderr);
  const ended = new Promise<void>((resolve) => {
    for (const event of ["end", "close"]) stdin.once(event, () => resolve());
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  const server = serveStdio(factory, { transport: new StdioServerTransport(stdin, protocol), onerror: log });
  try {
    await ended;
  } finally {
    await server.close();
    stdout.write = writeOut;
  }
}
