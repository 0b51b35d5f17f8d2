/** The files of a site that the browser caches. */
export interface Offline {
  /** Changes whenever a page of the site does. */
  readonly version: string;
  /** Pages and programs: cached when the site is first opened. */
  readonly core: readonly string[];
  /** Data and the database: cached after that, one by one. Their names contain a hash of their content. */
  readonly rest: readonly string[];
}

/**
 * The service worker of a site. Pages come from the network, so that a reader has the newest, and from the cache without a
 * network. A file with a hash in its name never changes: it is cached and fetched once. A page that is open while the site
 * changes continues with its own files: those of the previous version stay cached as well.
 */
export function serviceWorker({ version, core, rest }: Offline): string {
  return `const version = ${JSON.stringify(version)};
const core = ${JSON.stringify(core)};
const rest = ${JSON.stringify(rest)};
const stem = "yuheng " + registration.scope + " ";
const own = stem + version;

const store = async (address) => {
  const known = await caches.match(address, {ignoreVary: true});
  const cache = await caches.open(own);
  // A file of another version with the same hash is the same file.
  const response = known && hashed(address) ? known : await fetch(address, {cache: "no-cache"});
  if (!response.ok) throw new Error(address + ": " + response.status);
  await cache.put(address, response);
};
const hashed = (address) => /^(assets|data)\\//.test(new URL(address, registration.scope).href.slice(registration.scope.length));

addEventListener("install", (event) => {
  event.waitUntil(Promise.all(core.map(store)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const versions = (await caches.keys()).filter((name) => name.startsWith(stem) && name !== own);
    for (const name of versions.slice(0, -1)) await caches.delete(name);
    await clients.claim();
  })());
});

addEventListener("fetch", (event) => {
  const {request} = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  const address = request.url.split(/[?#]/)[0];
  event.respondWith(hashed(address) ? cached(address, request) : fresh(address, request));
});

async function cached(address, request) {
  const known = await caches.match(address, {ignoreVary: true});
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(own)).put(address, response.clone());
  return response;
}

async function fresh(address, request) {
  try {
    const response = await fetch(request);
    if (response.ok) await (await caches.open(own)).put(address, response.clone());
    return response;
  } catch (error) {
    const known = await caches.match(address.endsWith("/") ? address + "index.html" : address, {ignoreVary: true});
    if (known) return known;
    throw error;
  }
}

// An idle page requests what is missing, and gets a message when it is cached.
addEventListener("message", (event) => {
  if (event.data !== "yuheng:keep") return;
  event.waitUntil((async () => {
    const cache = await caches.open(own);
    let missing = 0;
    for (const address of [...core, ...rest]) {
      if (await cache.match(address, {ignoreVary: true})) continue;
      await store(address).catch(() => ++missing);
    }
    event.source?.postMessage({yuheng: "kept", missing});
  })());
});
`;
}

/** The web app manifest, with which a browser offers to install the site. */
export function manifest(
  title: string,
  language: string,
  icon: string,
  bitmaps: readonly { readonly address: string; readonly size: number }[],
): string {
  return JSON.stringify({
    name: title,
    short_name: title.slice(0, 24),
    lang: language,
    start_url: "./index.html",
    scope: "./",
    display: "minimal-ui",
    background_color: "#fffefb",
    theme_color: "#2c5897",
    icons: [
      { src: icon, sizes: "any", type: "image/svg+xml", purpose: "any" },
      ...bitmaps.map(({ address, size }) => ({
        src: address,
        sizes: `${size}x${size}`,
        type: "image/png",
        purpose: "any",
      })),
    ],
  });
}
