import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

/** Answers a request whose address is relative to the route's own, or passes it on to the next route. */
export type Route = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * A server's listener which tries routes in order, each for the addresses below its own; `""` is below everything. The last one
 * answers whatever reaches it.
 */
export function listenerOf(routes: readonly (readonly [address: string, route: Route])[]): RequestListener {
  return (request, response) => {
    const whole = request.url ?? "/";
    const tryFrom = (place: number): void => {
      const found = routes.findIndex(([address], i) => i >= place && isBelow(whole, address));
      if (found < 0) return;
      const [address, route] = routes[found]!;
      request.url = withSlash(whole.slice(address.length));
      route(request, response, () => tryFrom(found + 1));
    };
    tryFrom(0);
  };
}

function isBelow(url: string, address: string): boolean {
  return url.startsWith(address) && (address === "" || /^([/?]|$)/.test(url.slice(address.length)));
}

function withSlash(url: string): string {
  return url.startsWith("/") ? url : `/${url}`;
}
