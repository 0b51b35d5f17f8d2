/** A line of an `.npmrc` that is not taken over, and why. */
export interface LeftOut {
  readonly line: number;
  readonly key: string;
}

/** What `yuheng add` takes of the `.npmrc` of a folder. */
export interface RegistrySettings {
  /** The settings, one a line. */
  readonly text: string;
  /** Lines that would say from where packages come or who asks, in a form that is not taken. */
  readonly leftOut: readonly LeftOut[];
}

/** `registry`, or that of a scope. */
const REGISTRY = /^(?:registry|@[a-z0-9~][a-z0-9._~-]*:registry)$/i;

/** Who asks a registry, by its address without the protocol. */
const CREDENTIAL =
  /^\/\/((?:[a-z0-9-]+\.)*[a-z0-9-]+|\[[0-9a-f:]+\])(?::\d{1,5})?(?:\/[\w.~%@-]+)*\/?:(?:_authToken|_auth|username|_password|email)$/i;

/** An address without a question, credentials or anything that npm would expand or unquote. */
const ADDRESS = /^https?:\/\/(?:(?:[a-z0-9-]+\.)*[a-z0-9-]+|\[[0-9a-f:]+\])(?::\d{1,5})?(?:\/[\w.~%@-]+)*\/?$/i;

const TOKEN = /^[\w.~+/=@-]+$/;

/**
 * A token that the environment holds goes only to the registries to which tokens of these names belong: the folder names both the
 * variable and the host to which its value would be sent.
 */
const FROM_ENVIRONMENT = /^\$\{(?:NPM_TOKEN|NODE_AUTH_TOKEN)\}$/;
const KNOWN_HOSTS = ["registry.npmjs.org", "npm.pkg.github.com"];

/**
 * Reads the `.npmrc` of a folder, which may come from a stranger: of some hundred settings, many name a program that npm starts, a
 * file that it reads, or a proxy that sees every request. Only those are taken that say from which registry packages come and who asks
 * it, and only with values in which npm expands nothing.
 */
export function registrySettings(npmrc: string): RegistrySettings {
  const taken: string[] = [];
  const leftOut: LeftOut[] = [];
  npmrc.split(/\r\n|\r|\n/).forEach((whole, i) => {
    const line = whole.trim();
    // Below a heading npm reads no settings.
    const [, key, value] = /^([^=\s;#[][^=\s]*)\s*=\s*(.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) return;
    const host = CREDENTIAL.exec(key)?.[1];
    if (host === undefined && !REGISTRY.test(key)) return;
    const isFit =
      host === undefined
        ? ADDRESS.test(value)
        : TOKEN.test(value) || (FROM_ENVIRONMENT.test(value) && KNOWN_HOSTS.includes(host.toLowerCase()));
    if (isFit) taken.push(`${key}=${value}\n`);
    else leftOut.push({ line: i + 1, key });
  });
  return { text: taken.join(""), leftOut };
}
