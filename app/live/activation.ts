/**
 * Whether a person's hand is behind what a notebook's frame asks for right now. Code in the frame can ask for anything at any
 * time; the browser alone knows of keys and pointers, also of those in the frame.
 */
export function isPersonsDoing(realm: Realm = globalThis as unknown as Realm): boolean {
  const { userActivation } = realm.navigator;
  // Browsers without it are older than what the workbench runs in.
  if (!userActivation) return false;
  if (userActivation.isActive) return true;
  // Firefox counts no key with a modifier, Ctrl+S among them: there somebody must have touched the page, and the keyboard
  // must be in the frame.
  return isFirefox(realm) && userActivation.hasBeenActive && hasFrameFocus(realm);
}

/** Whether keys go to the notebook's frame. Escape is no activation, but closes only what has not got the keyboard itself. */
export function hasFrameFocus({ document }: Realm = globalThis as unknown as Realm): boolean {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active?.localName === "iframe";
}

/** What is asked of the page's realm. */
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
