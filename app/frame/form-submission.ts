/**
 * Lets forms of cells be submitted to their own listeners: the frame's sandbox, which must not let a form send anything, also keeps
 * their `submit` event from being dispatched, so that the button of `Inputs.text({submit: true})` would do nothing. Enter in a field
 * clicks the form's button and comes this way, too. Nothing is sent: an event that a script dispatches has no default action.
 */
export function dispatchSubmissions(): void {
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented) return;
    const pressed = event
      .composedPath()
      .find((each) => each instanceof HTMLButtonElement || each instanceof HTMLInputElement);
    if (!(pressed instanceof HTMLButtonElement || pressed instanceof HTMLInputElement)) return;
    const { form } = pressed;
    if (!form || !["submit", "image"].includes(pressed.type) || pressed.disabled) return;
    event.preventDefault();
    if (!form.noValidate && !pressed.formNoValidate && !form.reportValidity()) return;
    form.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter: pressed }));
  });
}
