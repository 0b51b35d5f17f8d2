import { Writable } from "node:stream";
import { type McpServerFactory, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import { boundedLines, MOST_LINE_BYTES } from "./bounded-lines.ts";

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
  const lines = boundedLines((id) => {
    const message = `A line may have ${MOST_LINE_BYTES / 1024 / 1024} MiB at most. This one was left out; the connection goes on.`;
    const error = { code: ProtocolErrorCode.InvalidRequest, message };
    protocol.write(`${JSON.stringify({ jsonrpc: "2.0", id, error })}\n`);
  });
  // Types of the library ask for the standard input itself, of which it uses what every readable stream has.
  const transport = new StdioServerTransport(stdin.pipe(lines), protocol);
  const server = serveStdio(factory, { transport, onerror: log });
  try {
    await ended;
  } finally {
    await server.close();
    stdin.unpipe(lines);
    stdin.pause();
    stdout.write = writeOut;
  }
}
