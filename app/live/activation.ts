/**
 * Whether the user has just pressed a key or a pointer, so that a request of a notebook's frame may be theirs. Code in the frame
 * can send any request at any time; only the browser sees keys and pointers, including those in the frame.
 */
export function isUserActive(realm: Realm = globalThis as unknown as Realm): boolean {
  const { userActivation } = realm.navigator;
  // The workbench does not run in browsers that lack it.
  if (!userActivation) return false;
  if (userActivation.isActive) return true;
  // Firefox does not count keys with a modifier, such as Ctrl+S: there the user must have interacted with the page before, and
  // the focus must be in the frame.
  return isFirefox(realm) && userActivation.hasBeenActive && hasFrameFocus(realm);
}

/** Whether the notebook's frame has the focus. Escape does not count as user activation, and closes only what has no focus itself. */
export function hasFrameFocus({ document }: Realm = globalThis as unknown as Realm): boolean {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active?.localName === "iframe";
}

/** The part of the page's realm that is read. */
export interface Realm {
  readonly navigator: { readonly userActivation?: Pick<UserActivation, "isActive" | "hasBeenActive"> };
  readonly document: { readonly activeElement: ActiveElement | null };
  readonly CSS: { supports(property: string, value: string): boolean };
}

interface ActiveElement {
  readonly localName: string;
  readonly shadowRoot: { readonly activeElement: ActiveElement | null } | null;
}

function isFirefox({ CSS }: Realm): boolean {
  return CSS.supports("-moz-appearance", "none");
}
